/**
  Two applications that ask for everything a host can give, as small as they can be: `notes` with PostgreSQL and a public
  bucket, `photos` with MariaDB.
*/
let
  module =
    {
      types,
      name,
      requirements,
      start,
      buckets ? [ ],
      nixos ? null,
    }:
    {
      contract = 1;
      inherit name requirements;
      version = "1.0.0";
      label = {
        en = name;
        de = name;
      };
      summary = {
        en = name;
        de = name;
      };
      sizes = [ ];
      sections = [
        {
          label = {
            en = "Address";
            de = "Adresse";
          };
          help = {
            en = "Where people find it.";
            de = "Wo man es findet.";
          };
          options = [
            {
              name = "domain";
              type = types.domain;
              label = {
                en = "Domain";
                de = "Domain";
              };
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
      ];
      inherit nixos;
      state = _: [
        {
          kind = "secrets";
          of = [ "keys" ];
        }
        {
          kind = "database";
          of = [ "database" ];
        }
        {
          kind = "bucket";
          of = buckets;
        }
      ];
      move = _: { inherit start; };
    };
  host = memoryMiB: {
    host = {
      name = "application";
      cores = 2;
      inherit memoryMiB;
      diskMiB = 20480;
    };
  };
  pointer = resultOf: field: { inherit resultOf field; };
in
[
  (
    { types }:
    module {
      inherit types;
      name = "notes";
      start = [
        "notes.service"
        "notes-queue.service"
      ];
      buckets = [
        "media"
        "drafts"
      ];
      nixos = { resources, ... }: { lib, ... }: {
        # Below the second level, names may depend on results.
        programs.mtr = lib.optionalAttrs (resources.queues.socket != null) { enable = true; };
        environment.etc."notes.json".text = builtins.toJSON {
          inherit (resources.database) socket;
          inherit (resources.media) secretKeyFile;
        };
      };
      requirements = options: {
        host = host 2048;
        name.dns-name = {
          name = options.domain;
          ipv4 = [ (pointer "host" "ipv4") ];
        };
        mediaName.dns-name = {
          name = "media.${options.domain}";
          alias = pointer "media" "webHost";
        };
        certificate.tls-certificate.names = [
          options.domain
          "www.${options.domain}"
        ];
        database.postgresql = {
          database = "notes";
          user = "notes";
          extensions = [
            "pg_trgm"
            "unaccent"
          ];
          connections = 90;
        };
        queues.redis.memoryMiB = 64;
        mail.mail-relay.from = "post@${options.domain}";
        keys.secret-file = {
          name = "keys";
          generator = "vapid-pair";
          owner = "notes";
          lasting = true;
        };
        password.secret-file =
          if options.password == null then
            null
          else
            {
              name = "password";
              generator = "given";
              owner = "notes";
              option = [ "password" ];
              inherit (options.password) edition;
            };
        media.s3-bucket = {
          name = "notes-media";
          website = true;
          alias = "media.${options.domain}";
          cors = [ { origins = [ "https://${options.domain}" ]; } ];
          quotaMiB = 1024;
        };
        drafts.s3-bucket = {
          name = "notes-drafts";
          addressing = "virtual-host";
          quotaMiB = 512;
          quotaObjects = 1000;
        };
      };
    }
  )
  (
    { types }:
    module {
      inherit types;
      name = "photos";
      start = [ "photos.service" ];
      requirements = options: {
        host = host 1024;
        name.dns-name = {
          name = options.domain;
          ipv4 = [ (pointer "host" "ipv4") ];
        };
        certificate.tls-certificate.names = [ options.domain ];
        database.mariadb = {
          database = "photos_db";
          user = "photos";
          connections = 140;
        };
        queues.redis = {
          memoryMiB = 32;
          durable = false;
        };
        keys.secret-file = {
          name = "app-key";
          generator = "base64-key";
          owner = "photos";
          lasting = true;
        };
      };
    }
  )
]
