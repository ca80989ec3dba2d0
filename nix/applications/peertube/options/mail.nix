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
    en = "PeerTube sends confirmations, new passwords and what people asked to be told.";
    de = "PeerTube verschickt Bestätigungen, neue Passwörter und worüber Menschen benachrichtigt werden möchten.";
  };
  options = [
    (mail.sender "post" {
      help = {
        en = "The address that its e-mails come from.";
        de = "Die Adresse, von der seine E-Mails kommen.";
      };
      example = "post@video.example.org";
    })
    (mail.own
      {
        label = {
          en = "Your own mail server";
          de = "Ihr eigener Mailserver";
        };
        help = {
          en = "Leave it out, and your hosting provider delivers the e-mails.";
          de = "Lassen Sie ihn weg, dann stellt Ihr Hosting-Anbieter die E-Mails zu.";
        };
      }
      [
        (mail.server { example = "smtp.example.org"; })
        (mail.security {
          starttls = {
            en = "STARTTLS, usually on port 587";
            de = "STARTTLS, meist auf Port 587";
          };
          tls = {
            en = "TLS, usually on port 465";
            de = "TLS, meist auf Port 465";
          };
        } { })
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
        (mail.user { })
        mail.password
      ]
    )
  ];
}
