{ types }:
let
  page = name: label: help: {
    inherit name label help;
    type = types.text {
      max = 20000;
      lines = true;
    };
    default = "";
  };
in
{
  label = {
    en = "Rules and responsibility";
    de = "Regeln und Verantwortung";
  };
  help = {
    en = "Stands on the page “About”, where people read it before they join. What you leave empty is left out. You can use Markdown.";
    de = "Steht auf der Seite „Über“, wo man es vor dem Beitreten liest. Was Sie leer lassen, erscheint nicht. Sie können Markdown verwenden.";
  };
  options = [
    (page "responsible"
      {
        en = "Who is behind it";
        de = "Wer dahintersteht";
      }
      {
        en = "The person, club or office that answers for it, and how to reach you. In some countries this is the legal notice that you have to give.";
        de = "Die Person, der Verein oder das Amt, das dafür einsteht, und wie man Sie erreicht. In manchen Ländern ist das Ihr Impressum.";
      }
    )
    (page "terms"
      {
        en = "Terms";
        de = "Nutzungsbedingungen";
      }
      {
        en = "What people agree to when they join, and what happens to what you know about them.";
        de = "Wozu sich verpflichtet, wer beitritt, und was mit dem geschieht, was Sie über Menschen wissen.";
      }
    )
    (page "codeOfConduct"
      {
        en = "How you treat each other";
        de = "Wie Sie miteinander umgehen";
      }
      {
        en = "Your code of conduct.";
        de = "Ihr Verhaltenskodex.";
      }
    )
    (page "moderation"
      {
        en = "How you moderate";
        de = "Wie Sie moderieren";
      }
      {
        en = "Who looks at reports, what is not allowed, and what follows.";
        de = "Wer Meldungen ansieht, was nicht erlaubt ist und was dann folgt.";
      }
    )
  ];
}
