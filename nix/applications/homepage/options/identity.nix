{ types }:
{
  label = {
    en = "Who you are";
    de = "Wer Sie sind";
  };
  help = {
    en = "The first things that visitors read.";
    de = "Was Ihre Gäste zuerst lesen.";
  };
  options = [
    {
      name = "title";
      type = types.text {
        min = 1;
        max = 80;
      };
      label = {
        en = "Name of your community";
        de = "Name Ihrer Gemeinschaft";
      };
      help = {
        en = "The large heading of the page. Search engines and shared links show it, too.";
        de = "Die große Überschrift der Seite. Auch Suchmaschinen und geteilte Links zeigen sie.";
      };
      example = "Choir of Weidenau";
      title = true;
    }
    {
      name = "tagline";
      type = types.text { max = 160; };
      label = {
        en = "In one sentence";
        de = "In einem Satz";
      };
      help = {
        en = "Stands below the name, and where a link to your page is shared.";
        de = "Steht unter dem Namen und dort, wo ein Link auf Ihre Seite geteilt wird.";
      };
      example = "We sing every Thursday, and you are welcome.";
      default = "";
    }
    {
      name = "description";
      type = types.text {
        max = 5000;
        lines = true;
      };
      label = {
        en = "About you";
        de = "Über Sie";
      };
      help = {
        en = "As long as you like. An empty line starts a new paragraph.";
        de = "So lang, wie Sie möchten. Eine leere Zeile beginnt einen neuen Absatz.";
      };
      default = "";
    }
    {
      name = "language";
      type = types.choice (import ../languages.nix).choices;
      label = {
        en = "Language of the page";
        de = "Sprache der Seite";
      };
      help = {
        en = "The language of your texts. The page's own words, such as “Contact”, follow it.";
        de = "Die Sprache Ihrer Texte. Die eigenen Wörter der Seite, etwa „Kontakt“, richten sich danach.";
      };
      default = "en";
    }
  ];
}
