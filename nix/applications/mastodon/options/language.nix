{ types }:
{
  label = {
    en = "Language";
    de = "Sprache";
  };
  help = {
    en = "Of Mastodon's own words. Members write in whatever language they like.";
    de = "Die von Mastodons eigenen Wörtern. Mitglieder schreiben, in welcher Sprache sie möchten.";
  };
  options = [
    {
      name = "language";
      type = types.choice (import ../words/languages.nix);
      label = {
        en = "Language of the pages";
        de = "Sprache der Seiten";
      };
      help = {
        en = "For visitors whose browser asks for none that Mastodon speaks.";
        de = "Für alle, deren Browser keine wünscht, die Mastodon spricht.";
      };
      default = "en";
    }
    {
      name = "forceLanguage";
      type = types.boolean;
      label = {
        en = "Show it to everybody";
        de = "Allen zeigen";
      };
      help = {
        en = "Visitors see this language, whatever their browser asks for. Members can still choose another.";
        de = "Gäste sehen diese Sprache, was ihr Browser auch wünscht. Mitglieder können weiterhin eine andere wählen.";
      };
      default = false;
    }
  ];
}
