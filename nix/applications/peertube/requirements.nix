/**
  What PeerTube needs, from completed options. Its names and types are always the same; what is null is not needed.

  Public kinds of files share one bucket, private ones another, told apart by prefixes: PeerTube knows one key and one
  endpoint for all of them, and one public host name is enough for an operator to keep.
*/
options:
let
  pointer = resultOf: field: { inherit resultOf field; };
  needed = condition: request: if condition then request else null;
  inBuckets = options.storage == "buckets";
  bucket = import ./bucket-name.nix options.domain;
  inMebibytes = bytes: bytes / 1048576;
  secret = name: generator: {
    inherit name generator;
    owner = "peertube";
    lasting = true;
  };
in
{
  host.host = {
    name = "peertube";
    inherit (options) cores memoryMiB diskMiB;
  };
  name.dns-name = {
    name = options.domain;
    ipv4 = [ (pointer "host" "ipv4") ];
  };
  certificate.tls-certificate.names = [ (pointer "name" "name") ];

  database.postgresql = {
    database = "peertube";
    user = "peertube";
    extensions = [
      "pg_trgm"
      "unaccent"
    ];
    # Beside its pool, it and an administrator run commands that connect by themselves.
    connections = import ./pool.nix options + 10;
  };
  queues.redis = { };

  media.s3-bucket = needed inBuckets {
    name = bucket "media";
    website = true;
    alias = options.mediaDomain;
    # Embedded players and other servers play from it, in parts.
    cors = [
      {
        methods = [
          "GET"
          "HEAD"
        ];
        exposed = [
          "Accept-Ranges"
          "Content-Range"
          "ETag"
        ];
      }
    ];
    quotaMiB = inMebibytes options.mediaSize;
    addressing = "virtual-host";
  };
  mediaName.dns-name = needed inBuckets {
    name = options.mediaDomain;
    alias = pointer "media" "webHost";
  };
  private.s3-bucket = needed inBuckets {
    name = bucket "private";
    keyOf = "media";
    quotaMiB = inMebibytes options.originalsSize;
    addressing = "virtual-host";
  };

  mail.mail-relay = needed (options.mail == null) { from = options.sender; };
  mailPassword.secret-file = needed (options.mail != null && options.mail.password != null) {
    name = "mail-password";
    generator = "given";
    owner = "peertube";
    option = [
      "mail"
      "password"
    ];
    inherit (options.mail.password) edition;
  };

  secret.secret-file = secret "secret" "hex-64";
  rootPassword.secret-file = secret "root-password" "alphanumeric-32";
}
