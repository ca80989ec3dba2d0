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
    en = "Mastodon confirms addresses, sends new passwords and tells members what happened.";
    de = "Mastodon bestätigt Adressen, verschickt neue Passwörter und sagt Mitgliedern, was geschehen ist.";
  };
  options = [
    (mail.sender "notifications" {
      help = {
        en = "The address that mail comes from. Its domain has to name the mail server in its SPF record, or mail lands among spam.";
        de = "Die Adresse, von der Mail kommt. Ihre Domain muss den Mailserver in ihrem SPF-Eintrag nennen, sonst landet Mail im Spam.";
      };
      example = "notifications@social.example.org";
    })
    (mail.own
      {
        label = {
          en = "Mail server of your own";
          de = "Eigener Mailserver";
        };
        help = {
          en = "Without one, mail goes through your hosting provider.";
          de = "Ohne eigenen geht Mail über Ihren Hosting-Anbieter.";
        };
      }
      [
        (mail.server { example = "mail.example.org"; })
        {
          name = "port";
          type = types.port;
          label = {
            en = "Port";
            de = "Port";
          };
          default = 587;
        }
        (mail.security
          {
            starttls = {
              en = "STARTTLS (mostly port 587)";
              de = "STARTTLS (meist Port 587)";
            };
            tls = {
              en = "TLS from the start (mostly port 465)";
              de = "TLS von Anfang an (meist Port 465)";
            };
          }
          {
            help = {
              en = "Mail is never sent without it.";
              de = "Ohne sie wird keine Mail verschickt.";
            };
          }
        )
        (mail.user {
          label = {
            en = "User name";
            de = "Benutzername";
          };
          help = {
            en = "Left empty, the server has to take mail from this host without signing in.";
            de = "Bleibt das leer, muss der Server Mail von diesem Host ohne Anmeldung annehmen.";
          };
        })
        mail.password
      ]
    )
    {
      name = "messagesADay";
      type = types.integer {
        min = 1;
        max = 10000000;
      };
      visibleWhen = [
        {
          option = [ "mail" ];
          is = [ null ];
        }
      ];
      label = {
        en = "Messages a day";
        de = "Nachrichten am Tag";
      };
      help = {
        en = "Your hosting provider may allow fewer.";
        de = "Ihr Hosting-Anbieter erlaubt vielleicht weniger.";
      };
      default = 1000;
    }
  ];
}
