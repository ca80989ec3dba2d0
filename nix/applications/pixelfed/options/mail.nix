{ types }:
let
  security = value: en: de: {
    inherit value;
    label = { inherit en de; };
  };
in
{
  label = {
    en = "E-mail";
    de = "E-Mail";
  };
  help = {
    en = "Your site sends confirmations and new passwords.";
    de = "Ihre Seite verschickt Bestätigungen und neue Passwörter.";
  };
  options = [
    {
      name = "sender";
      type = types.email;
      label = {
        en = "Sender";
        de = "Absender";
      };
      help = {
        en = "The address that e-mails come from.";
        de = "Die Adresse, von der E-Mails kommen.";
      };
      example = "photos@example.org";
      defaultFrom = [
        "pixelfed@"
        { option = [ "domain" ]; }
      ];
    }
    {
      name = "mail";
      type = types.optional (
        types.group {
          relations = [
            {
              kind = "together";
              options = [
                [ "user" ]
                [ "password" ]
              ];
            }
          ];
          options = [
            {
              name = "server";
              type = types.domain;
              label = {
                en = "Server";
                de = "Server";
              };
              help = {
                en = "The outgoing mail server (SMTP).";
                de = "Der Server für ausgehende E-Mails (SMTP).";
              };
              example = "smtp.example.org";
            }
            {
              name = "security";
              type = types.choice [
                (security "starttls" "STARTTLS" "STARTTLS")
                (security "tls" "TLS from the start (port 465)" "TLS von Anfang an (Port 465)")
              ];
              label = {
                en = "Encryption";
                de = "Verschlüsselung";
              };
              help = {
                en = "As whoever runs the server says.";
                de = "Wie es der Betreiber des Servers angibt.";
              };
              default = "starttls";
            }
            {
              name = "port";
              type = types.port;
              label = {
                en = "Port";
                de = "Port";
              };
              help = {
                en = "587 almost everywhere, never 465.";
                de = "Fast überall 587, niemals 465.";
              };
              default = 587;
              visibleWhen = [
                {
                  option = [ "security" ];
                  is = [ "starttls" ];
                }
              ];
            }
            {
              name = "user";
              type = types.optional (
                types.text {
                  min = 1;
                  max = 255;
                }
              );
              label = {
                en = "User";
                de = "Benutzer";
              };
              default = null;
            }
            {
              name = "password";
              type = types.optional (types.secret { });
              label = {
                en = "Password";
                de = "Passwort";
              };
              default = null;
            }
          ];
        }
      );
      label = {
        en = "Your own mail server";
        de = "Eigener Mailserver";
      };
      help = {
        en = "Left out, your hosting provider delivers e-mails.";
        de = "Ohne ihn stellt Ihr Hosting-Anbieter E-Mails zu.";
      };
      default = null;
    }
  ];
}
