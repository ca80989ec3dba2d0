{ types }:
{
  label = {
    en = "Who you are";
    de = "Wer Sie sind";
  };
  help = {
    en = "What the start page, e-mails and other networks say of your site.";
    de = "Was Startseite, E-Mails und andere Netzwerke über Ihre Seite sagen.";
  };
  options = [
    {
      name = "name";
      type = types.text {
        min = 1;
        max = 60;
      };
      label = {
        en = "Name";
        de = "Name";
      };
      help = {
        en = "Stands above every page, and e-mails come under it.";
        de = "Steht über jeder Seite, und E-Mails kommen unter diesem Namen.";
      };
      example = "Photos of Weidenau";
      title = true;
    }
    {
      name = "description";
      type = types.text {
        max = 500;
        lines = true;
      };
      label = {
        en = "Description";
        de = "Beschreibung";
      };
      help = {
        en = "What people find here, and for whom it is. Left empty, the name stands there.";
        de = "Was man hier findet, und für wen es ist. Bleibt das leer, steht dort der Name.";
      };
      example = "Pictures of our town, by the people who live here.";
      default = "";
    }
    {
      name = "language";
      type = types.choice (import ../languages.nix);
      label = {
        en = "Language";
        de = "Sprache";
      };
      help = {
        en = "For visitors and new accounts. Everybody can choose another one for themselves.";
        de = "Für Gäste und neue Konten. Alle können für sich eine andere wählen.";
      };
      default = "en";
    }
    {
      name = "contactEmail";
      type = types.optional types.email;
      label = {
        en = "Contact address";
        de = "Kontaktadresse";
      };
      help = {
        en = "Where people reach you about this site. Everybody can read it.";
        de = "Wo man Sie zu dieser Seite erreicht. Alle können sie lesen.";
      };
      example = "hello@example.org";
      default = null;
    }
  ];
}
