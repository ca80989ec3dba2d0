/**
  The subjects that PeerTube knows, by the numbers that it has for them.
*/
let
  inherit (builtins) genList length elemAt;
  labels = [
    {
      en = "Music";
      de = "Musik";
    }
    {
      en = "Films";
      de = "Filme";
    }
    {
      en = "Vehicles";
      de = "Fahrzeuge";
    }
    {
      en = "Art";
      de = "Kunst";
    }
    {
      en = "Sports";
      de = "Sport";
    }
    {
      en = "Travels";
      de = "Reisen";
    }
    {
      en = "Gaming";
      de = "Spiele";
    }
    {
      en = "People";
      de = "Menschen";
    }
    {
      en = "Comedy";
      de = "Komik";
    }
    {
      en = "Entertainment";
      de = "Unterhaltung";
    }
    {
      en = "News & Politics";
      de = "Nachrichten und Politik";
    }
    {
      en = "How To";
      de = "Anleitungen";
    }
    {
      en = "Education";
      de = "Bildung";
    }
    {
      en = "Activism";
      de = "Engagement";
    }
    {
      en = "Science & Technology";
      de = "Wissenschaft und Technik";
    }
    {
      en = "Animals";
      de = "Tiere";
    }
    {
      en = "Kids";
      de = "Kinder";
    }
    {
      en = "Food";
      de = "Essen und Trinken";
    }
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
