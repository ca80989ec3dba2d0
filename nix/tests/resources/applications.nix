/**
  What Mastodon, PeerTube and Pixelfed need on a machine, for about a hundred active users: a fixture, as their
  modules would give it. Sources: the applications' documents and NixOS modules.
*/
let
  pointer = resultOf: field: { inherit resultOf field; };

  host = memoryMiB: diskMiB: {
    host = {
      name = "application";
      cores = 2;
      inherit memoryMiB diskMiB;
    };
  };
  name = domain: {
    dns-name = {
      name = domain;
      ipv4 = [ (pointer "host" "ipv4") ];
    };
  };
  mediaName = domain: bucket: {
    dns-name = {
      name = domain;
      alias = pointer bucket "webHost";
    };
  };
  public = bucket: alias: {
    s3-bucket = {
      name = bucket;
      website = true;
      inherit alias;
      cors = [ { } ];
      quotaMiB = 102400;
    };
  };
  secret = owner: name: generator: {
    secret-file = {
      inherit owner name generator;
      lasting = true;
    };
  };
  certificate.tls-certificate.names = [ (pointer "name" "name") ];
  mail = from: { mail-relay = { inherit from; }; };
  queues.redis = { };
in
{
  mastodon = {
    inherit certificate queues;
    host = host 8192 40960;
    name = name "social.example.org";
    database.postgresql = {
      database = "mastodon";
      user = "mastodon";
      connections = 60;
    };
    media = public "social-media" "media.example.org";
    mediaName = mediaName "media.example.org" "media";
    mail = mail "post@social.example.org";
    secretKeyBase = secret "mastodon" "secret-key-base" "hex-128";
    primaryKey = secret "mastodon" "primary-key" "alphanumeric-32";
    deterministicKey = secret "mastodon" "deterministic-key" "alphanumeric-32";
    keyDerivationSalt = secret "mastodon" "key-derivation-salt" "alphanumeric-32";
    vapid = secret "mastodon" "vapid" "vapid-pair";
  };

  peertube = {
    inherit certificate queues;
    host = host 4096 61440;
    name = name "video.example.org";
    database.postgresql = {
      database = "peertube";
      user = "peertube";
      extensions = [
        "pg_trgm"
        "unaccent"
      ];
    };
    videos = public "web-videos" "videos.example.org";
    videosName = mediaName "videos.example.org" "videos";
    originals.s3-bucket.name = "original-video-files";
    mail = mail "post@video.example.org";
    secret = secret "peertube" "secret" "hex-64";
    rootPassword = secret "peertube" "root-password" "alphanumeric-32";
  };

  pixelfed = {
    inherit certificate queues;
    host = host 4096 20480;
    name = name "photos.example.org";
    database.mariadb = {
      database = "pixelfed";
      user = "pixelfed";
    };
    media = public "photo-media" "pictures.example.org";
    mediaName = mediaName "pictures.example.org" "media";
    mail = mail "post@photos.example.org";
    appKey = secret "pixelfed" "app-key" "base64-key";
    oauth = secret "pixelfed" "oauth" "rsa-pair";
  };
}
