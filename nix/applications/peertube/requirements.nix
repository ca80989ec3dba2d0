/**
  What PeerTube needs, from completed options. Its names and types are always the same; what is null is not needed.

  Public kinds of files share one bucket, private ones another, told apart by prefixes: PeerTube knows one key and one
  endpoint for all of them, and one public host name is enough for an operator to keep.
*/
{ types }:
options:
let
  inherit (types.parts)
    machine
    mail
    media
    pointer
    ;
  inBuckets = options.storage == "buckets";
  bucket = import ./bucket-name.nix options.domain;
  inherit (types.parts.units) mebibyte;
  secret = name: generator: {
    inherit name generator;
    owner = "peertube";
    lasting = true;
  };
in
{
  host.host = machine.host "peertube" options;
  name.dns-name = machine.leading options.domain;
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

  private.s3-bucket =
    if inBuckets then
      {
        name = bucket "private";
        keyOf = "media";
        quotaMiB = options.originalsSize / mebibyte;
        addressing = "virtual-host";
      }
    else
      null;

  secret.secret-file = secret "secret" "hex-64";
  rootPassword.secret-file = secret "root-password" "alphanumeric-32";
}
// media.requirements {
  needed = inBuckets;
  bucket = {
    name = bucket "media";
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
    quotaMiB = options.mediaSize / mebibyte;
    addressing = "virtual-host";
  };
} options
// mail.requirements { owner = "peertube"; } options
