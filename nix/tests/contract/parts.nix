/**
  Parts that application modules have in common, as a module of somebody else's uses them.
*/
let
  contract = import ../../contract;
  inherit (contract.types) parts;
  text = {
    en = "Text";
    de = "Text";
  };
  texts.label = text;
  module = contract.read (
    { types }:
    {
      contract = 1;
      name = "wiki";
      version = "1.0.0";
      label = text;
      summary = text;
      sizes = [ ];
      sections = [
        {
          label = text;
          help = text;
          options = [
            {
              name = "domain";
              type = types.domain;
              label = text;
            }
            (types.parts.mail.sender "wiki" texts)
            (types.parts.mail.own texts [
              (types.parts.mail.server texts)
              (types.parts.mail.security {
                starttls = text;
                tls = text;
              } texts)
              (types.parts.mail.user texts)
              types.parts.mail.password
            ])
            (types.parts.media.domain [ ] texts)
          ];
        }
      ];
      requirements =
        options:
        types.parts.mail.requirements {
          owner = "wiki";
          relay.messagesADay = 5;
        } options
        // types.parts.media.requirements {
          needed = options.mail == null;
          bucket = {
            name = "wiki-media";
            quotaMiB = 1024;
          };
        } options;
    }
  );
  completed = given: module.options.complete ({ domain = "wiki.example.org"; } // given);
  asked =
    given: builtins.mapAttrs (_: { request, ... }: request) (module.requirements (completed given));
  own = given: {
    mail = {
      server = "mail.example.org";
    }
    // given;
  };
  account = {
    user = "wiki";
    password.edition = 2;
  };
  relay =
    given: resources:
    parts.mail.relay {
      options = completed given;
      inherit resources;
    };
in
[
  {
    name = "parts: declare nothing wrongly, and the names of their requirements are known before the options";
    expr = [
      module.faults
      module.names
      module.described.mayNeed
    ];
    expected = [
      [ ]
      [
        "mail"
        "mailPassword"
        "media"
        "mediaName"
      ]
      [
        "dns-name"
        "mail-relay"
        "s3-bucket"
        "secret-file"
      ]
    ];
  }
  {
    name = "parts: a relay, and a public bucket with the name that leads to it";
    expr = asked { };
    expected = {
      mail = {
        from = "wiki@wiki.example.org";
        messagesADay = 5;
      };
      media = {
        name = "wiki-media";
        website = true;
        alias = "media.wiki.example.org";
        cors = [ { } ];
        quotaMiB = 1024;
      };
      mediaName = {
        name = "media.wiki.example.org";
        alias = {
          resultOf = "media";
          field = "webHost";
        };
      };
    };
  }
  {
    name = "parts: a server of one's own needs no relay, and a file if it has a password";
    expr = [
      (asked (own { }))
      (asked (own account))
    ];
    expected = [
      { }
      {
        mailPassword = {
          name = "mail-password";
          generator = "given";
          owner = "wiki";
          option = [
            "mail"
            "password"
          ];
          edition = 2;
        };
      }
    ];
  }
  {
    name = "parts: mail goes to the relay, or to the server with the usual port of its encryption";
    expr = [
      (relay { } {
        mail = {
          server = "relay.example.net";
          port = 25;
          security = "none";
          user = null;
          from = "wiki@wiki.example.org";
          passwordFile = null;
          spfInclude = null;
        };
      })
      (relay (own account) { mailPassword.path = "/secrets/mail"; })
      (relay (own { security = "tls"; } // { sender = "post@example.org"; }) { mailPassword = null; })
      (parts.mail.relay {
        options = {
          sender = "post@example.org";
          mail = {
            server = "mail.example.org";
            security = "starttls";
            port = 2525;
            user = null;
            password = null;
          };
        };
        resources.mailPassword = null;
      }).port
    ];
    expected = [
      {
        server = "relay.example.net";
        port = 25;
        security = "none";
        user = null;
        from = "wiki@wiki.example.org";
        passwordFile = null;
      }
      {
        server = "mail.example.org";
        port = 587;
        security = "starttls";
        user = "wiki";
        from = "wiki@wiki.example.org";
        passwordFile = "/secrets/mail";
      }
      {
        server = "mail.example.org";
        port = 465;
        security = "tls";
        user = null;
        from = "post@example.org";
        passwordFile = null;
      }
      2525
    ];
  }
  {
    name = "parts: user and password go together";
    expr = map (finding: finding.code) (
      module.options.check [ ] ({ domain = "wiki.example.org"; } // own { user = "wiki"; })
    );
    expected = [ "not-together" ];
  }
]
