/**
  What Pixelfed asks for, and that it is asked for as the resource types have it.
*/
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    head
    mapAttrs
    stringLength
    ;
  inherit (import ./samples.nix) many requirements;
  resources = import ../../../resources (import ../../../contract);

  typeOf = requirement: head (attrNames requirement);
  refused =
    asked:
    concatMap (
      name:
      let
        type = typeOf asked.${name};
        request = asked.${name}.${type};
      in
      if request == null then [ ] else resources.${type}.request.check [ name ] request
    ) (attrNames asked);
  requestsOf =
    changed: mapAttrs (_: requirement: head (attrValues requirement)) (requirements changed);
  long = "${
    builtins.concatStringsSep "." (builtins.genList (_: "a23456789012345678901234567890") 7)
  }.example.org";
in
[
  {
    name = "pixelfed asks for these types by these names, whatever its options are";
    expr = mapAttrs (_: typeOf) (
      (import ../../../applications/pixelfed { inherit (import ../../../contract) types; }).requirements (
        throw "not to be looked at"
      )
    );
    expected = {
      adminPassword = "secret-file";
      appKey = "secret-file";
      certificate = "tls-certificate";
      database = "mariadb";
      host = "host";
      mail = "mail-relay";
      mailPassword = "secret-file";
      media = "s3-bucket";
      mediaName = "dns-name";
      name = "dns-name";
      oauth = "secret-file";
      queues = "redis";
    };
  }
  {
    name = "pixelfed asks for no bucket and no mail server of its own unless it is told to";
    expr = requestsOf { };
    expected = {
      adminPassword = {
        generator = "alphanumeric-32";
        name = "admin-password";
        owner = "root";
      };
      appKey = {
        generator = "base64-key";
        lasting = true;
        name = "app-key";
        owner = "root";
      };
      certificate.names = [
        {
          resultOf = "name";
          field = "name";
        }
      ];
      database = {
        connections = 32;
        database = "pixelfed";
        user = "pixelfed";
      };
      host = {
        cores = 2;
        diskMiB = 40960;
        memoryMiB = 4096;
        name = "pixelfed";
      };
      mail.from = "pixelfed@photos.example.org";
      mailPassword = null;
      media = null;
      mediaName = null;
      name = {
        ipv4 = [
          {
            resultOf = "host";
            field = "ipv4";
          }
        ];
        name = "photos.example.org";
      };
      oauth = {
        generator = "rsa-pair";
        lasting = true;
        name = "oauth";
        owner = "root";
      };
      queues = {
        durable = true;
        memoryMiB = 256;
      };
    };
  }
  {
    name = "pixelfed with every option changed asks for these";
    expr = {
      inherit (requestsOf many)
        database
        host
        mail
        mailPassword
        media
        mediaName
        queues
        ;
    };
    expected = {
      database = {
        connections = 92;
        database = "pixelfed";
        user = "pixelfed";
      };
      host = {
        cores = 6;
        diskMiB = 61440;
        memoryMiB = 12288;
        name = "pixelfed";
      };
      mail = null;
      mailPassword = {
        edition = 3;
        generator = "given";
        name = "mail-password";
        option = [
          "mail"
          "password"
        ];
        owner = "root";
      };
      media = {
        alias = "media.photos.example.org";
        cors = [ { } ];
        name = "pixelfed-66fbcbb4215409ac0fff823a35c4072d";
        quotaMiB = 51200;
        website = true;
      };
      mediaName = {
        alias = {
          resultOf = "media";
          field = "webHost";
        };
        name = "media.photos.example.org";
      };
      queues = {
        durable = true;
        memoryMiB = 768;
      };
    };
  }
  {
    name = "queues get some memory on the smallest host";
    expr = (requestsOf { memory = 2147483648; }).queues.memoryMiB;
    expected = 128;
  }
  {
    name = "a mail server without a password asks for none";
    expr = (requestsOf { mail.server = "smtp.example.org"; }).mailPassword;
    expected = null;
  }
  {
    name = "the longest domain has a bucket, too";
    expr =
      let
        inherit
          (requestsOf {
            storage = "bucket";
            domain = long;
            mediaDomain = "media.example.org";
          })
          media
          ;
      in
      [
        (stringLength long)
        (stringLength media.name)
      ];
    expected = [
      228
      41
    ];
  }
  {
    name = "resource types know everything that pixelfed asks for";
    expr = concatMap (changed: refused (requirements changed)) [
      { }
      many
      {
        storage = "bucket";
        domain = long;
        mediaDomain = "media.example.org";
      }
      { mail.server = "smtp.example.org"; }
    ];
    expected = [ ];
  }
]
