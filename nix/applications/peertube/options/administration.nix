{ types }:
{
  label = {
    en = "First administrator";
    de = "Erste Administration";
  };
  help = {
    en = "The account “root” is made at the first start; its password is shown to you once everything works.";
    de = "Das Konto „root“ entsteht beim ersten Start; sein Passwort sehen Sie, sobald alles läuft.";
  };
  options = [
    {
      name = "administratorEmail";
      type = types.email;
      label = {
        en = "E-mail address";
        de = "E-Mail-Adresse";
      };
      help = {
        en = "Reports, and what people write in the contact form, are sent there. The account “root” has it at first; it can change its own in PeerTube.";
        de = "Dorthin gehen Meldungen und was jemand ins Kontaktformular schreibt. Das Konto „root“ hat sie zu Anfang; seine eigene kann es in PeerTube ändern.";
      };
      example = "videos@example.org";
    }
    {
      name = "contactForm";
      type = types.boolean;
      label = {
        en = "Contact form";
        de = "Kontaktformular";
      };
      help = {
        en = "Visitors can write to you without an account.";
        de = "Gäste können Ihnen ohne Konto schreiben.";
      };
      default = true;
    }
  ];
}
