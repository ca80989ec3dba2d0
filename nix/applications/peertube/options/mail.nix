{ types }:
let
  line =
    max:
    types.text {
      min = 1;
      inherit max;
    };
  server = [
    {
      name = "server";
      type = types.domain;
      label = {
        en = "Server";
        de = "Server";
      };
      example = "smtp.example.org";
    }
    {
      name = "security";
      type = types.choice [
        {
          value = "starttls";
          label = {
            en = "STARTTLS, usually on port 587";
            de = "STARTTLS, meist auf Port 587";
          };
        }
        {
          value = "tls";
          label = {
            en = "TLS, usually on port 465";
            de = "TLS, meist auf Port 465";
          };
        }
      ];
      label = {
        en = "Encryption";
        de = "Verschlüsselung";
      };
      default = "starttls";
    }
    {
      name = "port";
      type = types.optional types.port;
      label = {
        en = "Port";
        de = "Port";
      };
      help = {
        en = "Left empty, it is the usual one for the encryption.";
        de = "Bleibt das leer, ist es der übliche für die Verschlüsselung.";
      };
      default = null;
    }
    {
      name = "user";
      type = types.optional (line 255);
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
in
{
  label = {
    en = "E-mail";
    de = "E-Mail";
  };
  help = {
    en = "PeerTube sends confirmations, new passwords and what people asked to be told.";
    de = "PeerTube verschickt Bestätigungen, neue Passwörter und worüber Menschen benachrichtigt werden möchten.";
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
        en = "The address that its e-mails come from.";
        de = "Die Adresse, von der seine E-Mails kommen.";
      };
      defaultFrom = [
        "post@"
        { option = [ "domain" ]; }
      ];
      example = "post@video.example.org";
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
        en = "Your own mail server";
        de = "Ihr eigener Mailserver";
      };
      help = {
        en = "Leave it out, and your hosting provider delivers the e-mails.";
        de = "Lassen Sie ihn weg, dann stellt Ihr Hosting-Anbieter die E-Mails zu.";
      };
      default = null;
    }
  ];
}
