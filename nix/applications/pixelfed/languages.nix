/**
  The languages that Pixelfed's own words are translated into, as its directory `resources/lang` names them. Each calls
  itself by its own name in every form.
*/
let
  language = value: own: {
    inherit value;
    label = {
      en = own;
      de = own;
    };
  };
in
[
  (language "en" "English")
  (language "de" "Deutsch")
  (language "fr" "Français")
  (language "nl" "Nederlands")
  (language "es" "Español")
  (language "it" "Italiano")
  (language "pl" "Polski")
  (language "pt" "Português")
  (language "sv" "Svenska")
  (language "da" "Dansk")
  (language "no" "Norsk")
  (language "fi" "Suomi")
  (language "cs" "Čeština")
  (language "uk" "Українська")
  (language "ar" "العربية")
  (language "he" "עברית")
  (language "ca" "Català")
  (language "cy" "Cymraeg")
  (language "el" "Ελληνικά")
  (language "eo" "Esperanto")
  (language "eu" "Euskara")
  (language "gl" "Galego")
  (language "hr" "Hrvatski")
  (language "hu" "Magyar")
  (language "id" "Bahasa Indonesia")
  (language "ja" "日本語")
  (language "ko" "한국어")
  (language "oc" "Occitan")
  (language "ro" "Română")
  (language "ru" "Русский")
  (language "sk" "Slovenčina")
  (language "sr" "Српски")
  (language "th" "ไทย")
  (language "tr" "Türkçe")
  (language "vi" "Tiếng Việt")
  (language "zh" "中文")
]
