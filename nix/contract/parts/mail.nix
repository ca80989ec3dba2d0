/**
  Mail: an address that it comes from, and the hosting provider's relay or a server of the operator's own. `texts` are
  `label`, `help` and `example`, and may be any other attributes of an option.
*/
types:
let
  labelled = en: de: { label = { inherit en de; }; };
in
{
  /**
    The option `sender`, by default `local` at the option `domain`.
  */
  sender =
    local: texts:
    labelled "Sender" "Absender"
    // {
      name = "sender";
      type = types.email;
      defaultFrom = [
        "${local}@"
        { option = [ "domain" ]; }
      ];
    }
    // texts;

  /**
    The option `mail`: a server with these options, or null. Among them are `server`, `security`, `user` and `password`
    as below, and a `port`, which may be null or not there for the usual one of the encryption.
  */
  own =
    texts: options:
    {
      name = "mail";
      type = types.optional (
        types.group {
          inherit options;
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
      default = null;
    }
    // texts;

  server =
    texts:
    labelled "Server" "Server"
    // {
      name = "server";
      type = types.domain;
    }
    // texts;

  /**
    labels of both choices -> texts -> how it is encrypted; there is no way without.
  */
  security =
    { starttls, tls }:
    texts:
    labelled "Encryption" "Verschlüsselung"
    // {
      name = "security";
      type = types.choice [
        {
          value = "starttls";
          label = starttls;
        }
        {
          value = "tls";
          label = tls;
        }
      ];
      default = "starttls";
    }
    // texts;

  user =
    texts:
    labelled "User" "Benutzer"
    // {
      name = "user";
      type = types.optional (
        types.text {
          min = 1;
          max = 255;
        }
      );
      default = null;
    }
    // texts;

  password = labelled "Password" "Passwort" // {
    name = "password";
    type = types.optional (types.secret { });
    default = null;
  };

  /**
    What is asked for: the relay, unless there is a server of one's own, and the password of that.
      owner  who owns the file of the password
      relay  what else the relay is asked, such as messages a day
  */
  requirements =
    {
      owner,
      relay ? { },
    }:
    options: {
      mail.mail-relay = if options.mail == null then { from = options.sender; } // relay else null;
      mailPassword.secret-file =
        if options.mail != null && options.mail.password != null then
          {
            name = "mail-password";
            generator = "given";
            inherit owner;
            option = [
              "mail"
              "password"
            ];
            inherit (options.mail.password) edition;
          }
        else
          null;
    };

  /**
    The server that mail goes to, whoever's it is: `{ server, port, security, user, from, passwordFile }`. A relay's
    `security` can also be "none", on the host itself.
  */
  relay =
    { options, resources }:
    let
      own = options.mail;
      port = own.port or null;
      usual = {
        starttls = 587;
        tls = 465;
      };
    in
    if own == null then
      {
        inherit (resources.mail)
          server
          port
          security
          user
          from
          passwordFile
          ;
      }
    else
      {
        inherit (own) server security user;
        port = if port == null then usual.${own.security} else port;
        from = options.sender;
        passwordFile = if own.password == null then null else resources.mailPassword.path;
      };
}
