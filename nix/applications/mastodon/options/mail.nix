{ types }:
let
  line = types.text {
    min = 1;
    max = 255;
  };
  server = [
    {
      name = "server";
      type = types.domain;
      label = {
        en = "Server";
        de = "Server";
      };
      example = "mail.example.org";
    }
    {
      name = "port";
      type = types.port;
      label = {
        en = "Port";
        de = "Port";
      };
      default = 587;
    }
    {
      name = "security";
      type = types.choice [
        {
          value = "starttls";
          label = {
            en = "STARTTLS (mostly port 587)";
            de = "STARTTLS (meist Port 587)";
          };
        }
        {
          value = "tls";
          label = {
            en = "TLS from the start (mostly port 465)";
            de = "TLS von Anfang an (meist Port 465)";
          };
        }
      ];
      label = {
        en = "Encryption";
        de = "Verschlüsselung";
      };
      help = {
        en = "Mail is never sent without it.";
        de = "Ohne sie wird keine Mail verschickt.";
      };
      default = "starttls";
    }
    {
      name = "user";
      type = types.optional line;
      label = {
        en = "User name";
        de = "Benutzername";
      };
      help = {
        en = "Left empty, the server has to take mail from this host without signing in.";
        de = "Bleibt das leer, muss der Server Mail von diesem Host ohne Anmeldung annehmen.";
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
    {
      name = "sender";
      type = types.email;
      defaultFrom = [
        "notifications@"
        { option = [ "domain" ]; }
      ];
      label = {
        en = "Sender";
        de = "Absender";
      };
      help = {
        en = "The address that mail comes from. Its domain has to name the mail server in its SPF record, or mail lands among spam.";
        de = "Die Adresse, von der Mail kommt. Ihre Domain muss den Mailserver in ihrem SPF-Eintrag nennen, sonst landet Mail im Spam.";
      };
      example = "notifications@social.example.org";
    }
    {
      name = "mail";
      type = types.optional (
        types.group {
          options = server;
          relations = [
            {
              kind = "together";
              options = [
                [ "user" ]
                [ "password" ]
              ];
            }
          ];
        }
      );
      label = {
        en = "Mail server of your own";
        de = "Eigener Mailserver";
      };
      help = {
        en = "Without one, mail goes through your hosting provider.";
        de = "Ohne eigenen geht Mail über Ihren Hosting-Anbieter.";
      };
      default = null;
    }
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
