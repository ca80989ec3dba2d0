/**
  The subjects that PeerTube knows, by the numbers that it has for them.
*/
let
  inherit (builtins) genList length elemAt;
  subject = en: de: { inherit en de; };
  labels = [
    (subject "Music" "Musik")
    (subject "Films" "Filme")
    (subject "Vehicles" "Fahrzeuge")
    (subject "Art" "Kunst")
    (subject "Sports" "Sport")
    (subject "Travels" "Reisen")
    (subject "Gaming" "Spiele")
    (subject "People" "Menschen")
    (subject "Comedy" "Komik")
    (subject "Entertainment" "Unterhaltung")
    (subject "News & Politics" "Nachrichten und Politik")
    (subject "How To" "Anleitungen")
    (subject "Education" "Bildung")
    (subject "Activism" "Engagement")
    (subject "Science & Technology" "Wissenschaft und Technik")
    (subject "Animals" "Tiere")
    (subject "Kids" "Kinder")
    (subject "Food" "Essen und Trinken")
  ];
in
{
  choices = genList (i: {
    value = toString (i + 1);
    label = elemAt labels i;
  }) (length labels);

  /**
    A choice's number.
  */
  number = builtins.fromJSON;
}
