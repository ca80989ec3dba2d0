/**
  Languages in which a community may answer, by the codes that PeerTube has for them. Each calls itself by its own name.
*/
let
  language = value: name: {
    inherit value;
    label = {
      en = name;
      de = name;
    };
  };
in
[
  (language "en" "English")
  (language "de" "Deutsch")
  (language "fr" "Français")
  (language "nl" "Nederlands")
  (language "es" "Español")
  (language "ca" "Català")
  (language "eu" "Euskara")
  (language "gl" "Galego")
  (language "pt" "Português")
  (language "it" "Italiano")
  (language "oc" "Occitan")
  (language "br" "Brezhoneg")
  (language "cy" "Cymraeg")
  (language "ga" "Gaeilge")
  (language "gd" "Gàidhlig")
  (language "da" "Dansk")
  (language "nb" "Norsk bokmål")
  (language "nn" "Norsk nynorsk")
  (language "sv" "Svenska")
  (language "is" "Íslenska")
  (language "fi" "Suomi")
  (language "et" "Eesti")
  (language "lv" "Latviešu")
  (language "lt" "Lietuvių")
  (language "pl" "Polski")
  (language "cs" "Čeština")
  (language "sk" "Slovenčina")
  (language "sl" "Slovenščina")
  (language "hr" "Hrvatski")
  (language "hu" "Magyar")
  (language "ro" "Română")
  (language "bg" "Български")
  (language "el" "Ελληνικά")
  (language "uk" "Українська")
  (language "ru" "Русский")
  (language "tr" "Türkçe")
  (language "he" "עברית")
  (language "ar" "العربية")
  (language "fa" "فارسی")
  (language "ja" "日本語")
]
