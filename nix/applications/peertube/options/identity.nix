{ types }:
{
  label = {
    en = "Who you are";
    de = "Wer Sie sind";
  };
  help = {
    en = "What visitors, and people who look for a place to join, read first.";
    de = "Was Gäste zuerst lesen, und Menschen, die einen Ort zum Mitmachen suchen.";
  };
  options = [
    {
      name = "title";
      type = types.text {
        min = 1;
        max = 80;
      };
      label = {
        en = "Name of your PeerTube";
        de = "Name Ihres PeerTubes";
      };
      help = {
        en = "Stands on every page and in the subject of every e-mail.";
        de = "Steht auf jeder Seite und im Betreff jeder E-Mail.";
      };
      example = "Videos of Weidenau";
      title = true;
    }
    {
      name = "summary";
      type = types.text { max = 250; };
      label = {
        en = "In one sentence";
        de = "In einem Satz";
      };
      help = {
        en = "Search engines, shared links and lists of PeerTubes show it.";
        de = "Suchmaschinen, geteilte Links und Verzeichnisse von PeerTubes zeigen ihn.";
      };
      example = "Concerts, talks and meetings of our town.";
      default = "";
    }
    {
      name = "description";
      type = types.text {
        max = 10000;
        lines = true;
      };
      label = {
        en = "About you";
        de = "Über Sie";
      };
      help = {
        en = "Stands on the page “About”. You can use Markdown, such as **bold** and [links](https://example.org).";
        de = "Steht auf der Seite „Über“. Sie können Markdown verwenden, etwa **fett** und [Links](https://example.org).";
      };
      default = "";
    }
    {
      name = "languages";
      type = types.list {
        of = types.choice (import ../languages.nix);
        max = 40;
      };
      label = {
        en = "Languages";
        de = "Sprachen";
      };
      help = {
        en = "The languages in which you can answer people. Leave it empty if you don't want to say.";
        de = "Die Sprachen, in denen Sie Menschen antworten können. Lassen Sie es leer, wenn Sie nichts angeben möchten.";
      };
      default = [ ];
    }
    {
      name = "categories";
      type = types.list {
        of = types.choice (import ../categories.nix).choices;
        max = 18;
      };
      label = {
        en = "Subjects";
        de = "Themen";
      };
      help = {
        en = "What most of your videos are about. Leave it empty if it is about everything.";
        de = "Wovon die meisten Ihrer Videos handeln. Lassen Sie es leer, wenn es um alles geht.";
      };
      default = [ ];
    }
  ];
}
