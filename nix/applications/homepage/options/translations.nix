{ types }:
let
  text = name: label: attributes: {
    inherit name label;
    type = types.text attributes;
    default = "";
  };
  long = max: {
    inherit max;
    lines = true;
  };
  title = text "title" {
    en = "Name of your community";
    de = "Name Ihrer Gemeinschaft";
  } { max = 80; };
in
{
  label = {
    en = "Other languages";
    de = "Andere Sprachen";
  };
  help = {
    en = "The same page again for each language, with a switch between them. What you leave empty is left out there.";
    de = "Die gleiche Seite noch einmal je Sprache, mit einem Umschalter dazwischen. Was Sie leer lassen, erscheint dort nicht.";
  };
  options = [
    {
      name = "translations";
      type = types.list {
        max = 20;
        of = types.group [
          {
            name = "language";
            type = types.choice (import ../languages.nix).choices;
            label = {
              en = "Language";
              de = "Sprache";
            };
          }
          (
            title
            // {
              help = {
                en = "Left empty, the name stays as it is.";
                de = "Bleibt das leer, bleibt der Name, wie er ist.";
              };
            }
          )
          (text "tagline" {
            en = "In one sentence";
            de = "In einem Satz";
          } { max = 160; })
          (text "description" {
            en = "About you";
            de = "Über Sie";
          } (long 5000))
          (text "contactText" {
            en = "How to reach you";
            de = "So erreicht man Sie";
          } (long 1000))
        ];
      };
      label = {
        en = "Translations";
        de = "Übersetzungen";
      };
      help = {
        en = "Each language once: a second one of the same language, or one in the page's own language, is left out.";
        de = "Jede Sprache einmal: Eine zweite derselben Sprache, oder eine in der Sprache der Seite selbst, wird ausgelassen.";
      };
      default = [ ];
    }
  ];
}
