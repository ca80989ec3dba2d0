{ types }:
{
  label = {
    en = "Contact";
    de = "Kontakt";
  };
  help = {
    en = "How people can reach you. What you leave empty is left out.";
    de = "Wie man Sie erreicht. Was Sie leer lassen, erscheint nicht.";
  };
  options = [
    {
      name = "contactText";
      type = types.text {
        max = 1000;
        lines = true;
      };
      label = {
        en = "How to reach you";
        de = "So erreicht man Sie";
      };
      help = {
        en = "For example a postal address, or when someone is there. An empty line starts a new paragraph.";
        de = "Zum Beispiel eine Anschrift, oder wann jemand da ist. Eine leere Zeile beginnt einen neuen Absatz.";
      };
      default = "";
    }
    {
      name = "contactEmail";
      type = types.optional types.email;
      label = {
        en = "E-mail address";
        de = "E-Mail-Adresse";
      };
      help = {
        en = "Everybody can read it on the page.";
        de = "Alle können sie auf der Seite lesen.";
      };
      example = "hello@example.org";
      default = null;
    }
  ];
}
