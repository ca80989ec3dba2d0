{ types }:
let
  inherit (types.parts) mail;
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
    (mail.sender "pixelfed" {
      help = {
        en = "The address that e-mails come from.";
        de = "Die Adresse, von der E-Mails kommen.";
      };
      example = "photos@example.org";
    })
    (mail.own
      {
        label = {
          en = "Your own mail server";
          de = "Eigener Mailserver";
        };
        help = {
          en = "Left out, your hosting provider delivers e-mails.";
          de = "Ohne ihn stellt Ihr Hosting-Anbieter E-Mails zu.";
        };
      }
      [
        (mail.server {
          help = {
            en = "The outgoing mail server (SMTP).";
            de = "Der Server für ausgehende E-Mails (SMTP).";
          };
          example = "smtp.example.org";
        })
        (mail.security
          {
            starttls = {
              en = "STARTTLS";
              de = "STARTTLS";
            };
            tls = {
              en = "TLS from the start (port 465)";
              de = "TLS von Anfang an (Port 465)";
            };
          }
          {
            help = {
              en = "As whoever runs the server says.";
              de = "Wie es der Betreiber des Servers angibt.";
            };
          }
        )
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
        (mail.user { })
        mail.password
      ]
    )
  ];
}
