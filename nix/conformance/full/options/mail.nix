/**
  Whether e-mail is sent, and from which address.
*/
{ types }:
{
  label = {
    en = "E-mail";
    de = "E-Mail";
  };
  help = {
    en = "New passwords and notifications go out through your hosting provider.";
    de = "Neue Passwörter und Benachrichtigungen gehen über Ihren Hosting-Anbieter hinaus.";
  };
  options = [
    {
      name = "mail";
      type = types.boolean;
      default = true;
      label = {
        en = "Send e-mail";
        de = "E-Mails verschicken";
      };
      help = {
        en = "Without it, nobody can ask for a new password.";
        de = "Ohne sie kann niemand ein neues Passwort anfordern.";
      };
    }
    (types.parts.mail.sender "post" {
      visibleWhen = [
        {
          option = [ "mail" ];
          is = [ true ];
        }
      ];
      help = {
        en = "The address that e-mail comes from.";
        de = "Die Adresse, von der E-Mails kommen.";
      };
    })
  ];
}
