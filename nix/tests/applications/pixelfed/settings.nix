/**
  What stands in `.env`: all of it, so that nothing gets lost and nothing slips in.
*/
let
  samples = import ./samples.nix;
  inherit (samples)
    elsewhere
    many
    onHost
    settings
    ;
  mail = change: settings { } (onHost // { mail = onHost.mail // change; });
  own =
    change:
    settings {
      mail = {
        server = "smtp.example.org";
      }
      // change;
    } onHost;
  text = value: "\"\\\"${value}\\\"\"";
in
[
  {
    name = "pixelfed with what it is by default, on a host of its own";
    expr = settings { } onHost;
    expected = {
      APP_LOCALE = text "en";
      APP_NAME = text "Photos of Weidenau";
      BROADCAST_DRIVER = "redis";
      CACHE_DRIVER = "redis";
      CACHE_PREFIX = "pixelfed_cache";
      DB_CONNECTION = "mysql";
      DB_DATABASE = "pixelfed";
      DB_PORT = 0;
      DB_SOCKET = text "/run/mysqld/mysqld.sock";
      DB_USERNAME = "pixelfed";
      ENABLE_CONFIG_CACHE = true;
      ENFORCE_EMAIL_VERIFICATION = true;
      HORIZON_MAX_PROCESSES = 6;
      IMAGE_QUALITY = 80;
      INSTANCE_CUR_REG = false;
      INSTANCE_CUR_REG_NOTIFY_ADMIN_ON_VERIFY = false;
      LIMIT_ACCOUNT_SIZE = true;
      LOG_LEVEL = "warning";
      MAIL_DRIVER = "smtp";
      MAIL_EHLO_DOMAIN = text "photos.example.org";
      MAIL_ENCRYPTION = "tls";
      MAIL_FROM_ADDRESS = text "pixelfed@photos.example.org";
      MAIL_FROM_NAME = text "Photos of Weidenau";
      MAIL_HOST = text "relay.example.net";
      MAIL_PORT = 587;
      MAIL_SMTP_VERIFY_PEER = true;
      MAX_ACCOUNT_SIZE = 1048576;
      MAX_ALBUM_LENGTH = 4;
      MAX_PHOTO_SIZE = 15360;
      MEDIA_TYPES = text "image/jpeg,image/png,image/gif";
      OPEN_REGISTRATION = false;
      PF_ENABLE_CLOUD = false;
      PF_ENFORCE_MAX_USERS = false;
      PF_LOCAL_AVATAR_TO_CLOUD = false;
      QUEUE_DRIVER = "redis";
      REDIS_DATABASE = 0;
      REDIS_HOST = text "/run/redis-photos/redis.sock";
      REDIS_PATH = text "/run/redis-photos/redis.sock";
      REDIS_SCHEME = "unix";
      SESSION_DRIVER = "redis";
      STORIES_ENABLED = false;
      TRUST_PROXIES = "127.0.0.1";
      WEBSOCKET_REPLICATION_MODE = "redis";
    };
  }
  {
    name = "pixelfed with every option changed, and what it stands on elsewhere";
    expr = settings many elsewhere;
    expected = {
      APP_LOCALE = text "de";
      APP_NAME = text "Photos of Weidenau";
      AWS_ACCESS_KEY_ID = text "GK31c2f218a2e44f485b94239e";
      AWS_BUCKET = text "pixelfed-pictures";
      AWS_DEFAULT_REGION = text "garage";
      AWS_ENDPOINT = text "https://s3.example.net";
      AWS_URL = text "https://media.photos.example.org";
      AWS_USE_PATH_STYLE_ENDPOINT = true;
      AWS_VISIBILITY = "public";
      BROADCAST_DRIVER = "redis";
      CACHE_DRIVER = "redis";
      CACHE_PREFIX = "pixelfed_cache";
      DB_CONNECTION = "mysql";
      DB_DATABASE = "pictures";
      DB_HOST = text "db.example.net";
      DB_PORT = 3307;
      DB_USERNAME = "painter";
      ENABLE_CONFIG_CACHE = true;
      ENFORCE_EMAIL_VERIFICATION = false;
      FILESYSTEM_CLOUD = "s3";
      HORIZON_MAX_PROCESSES = 18;
      IMAGE_QUALITY = 91;
      INSTANCE_CONTACT_EMAIL = text "hello@example.org";
      INSTANCE_CUR_REG = true;
      INSTANCE_CUR_REG_NOTIFY_ADMIN_ON_VERIFY = true;
      LIMIT_ACCOUNT_SIZE = false;
      LOG_LEVEL = "warning";
      MAIL_DRIVER = "smtp";
      MAIL_EHLO_DOMAIN = text "photos.example.org";
      MAIL_ENCRYPTION = "tls";
      MAIL_FROM_ADDRESS = text "photos@example.org";
      MAIL_FROM_NAME = text "Photos of Weidenau";
      MAIL_HOST = text "smtp.example.org";
      MAIL_PORT = 465;
      MAIL_SMTP_VERIFY_PEER = true;
      MAIL_USERNAME = text "us#er";
      MAX_ALBUM_LENGTH = 12;
      MAX_PHOTO_SIZE = 204800;
      MEDIA_DELETE_LOCAL_AFTER_CLOUD = true;
      MEDIA_TYPES = text "image/jpeg,image/png,image/gif,video/mp4";
      OPEN_REGISTRATION = false;
      PF_ENABLE_CLOUD = true;
      PF_ENFORCE_MAX_USERS = true;
      PF_LOCAL_AVATAR_TO_CLOUD = true;
      PF_MAX_USERS = 250;
      QUEUE_DRIVER = "redis";
      REDIS_DATABASE = 4;
      REDIS_HOST = text "redis.example.net";
      REDIS_PORT = 6380;
      REDIS_SCHEME = "tcp";
      SESSION_DRIVER = "redis";
      STORIES_ENABLED = true;
      TRUST_PROXIES = "127.0.0.1";
      WEBSOCKET_REPLICATION_MODE = "redis";
    };
  }
  {
    name = "an open site takes any number of accounts with confirmed addresses, and asks nobody for approval";
    expr = {
      inherit (settings { registration = "open"; } onHost)
        ENFORCE_EMAIL_VERIFICATION
        INSTANCE_CUR_REG
        INSTANCE_CUR_REG_NOTIFY_ADMIN_ON_VERIFY
        OPEN_REGISTRATION
        PF_ENFORCE_MAX_USERS
        ;
    };
    expected = {
      ENFORCE_EMAIL_VERIFICATION = true;
      INSTANCE_CUR_REG = false;
      INSTANCE_CUR_REG_NOTIFY_ADMIN_ON_VERIFY = false;
      OPEN_REGISTRATION = true;
      PF_ENFORCE_MAX_USERS = false;
    };
  }
  {
    name = "a site that nobody can join is not limited by what was typed before it closed";
    expr = (settings { mostPeople = 3; } onHost).PF_ENFORCE_MAX_USERS;
    expected = false;
  }
  {
    name = "the relay's own user, sender and port are taken";
    expr = {
      inherit
        (mail {
          user = "relay user";
          from = "other@example.org";
          port = 465;
          security = "tls";
        })
        MAIL_ENCRYPTION
        MAIL_FROM_ADDRESS
        MAIL_PORT
        MAIL_USERNAME
        ;
    };
    expected = {
      MAIL_ENCRYPTION = "tls";
      MAIL_FROM_ADDRESS = text "other@example.org";
      MAIL_PORT = 465;
      MAIL_USERNAME = text "relay user";
    };
  }
  {
    name = "a relay on the host itself is not asked for a certificate";
    expr = {
      inherit
        (mail {
          server = "localhost";
          port = 25;
          security = "none";
        })
        MAIL_ENCRYPTION
        MAIL_SMTP_VERIFY_PEER
        ;
    };
    expected = {
      MAIL_ENCRYPTION = "null";
      MAIL_SMTP_VERIFY_PEER = false;
    };
  }
  {
    name = "an operator's own mail server is on port 587 unless they say otherwise";
    expr = map (change: (own change).MAIL_PORT) [
      { }
      { port = 2525; }
      { security = "tls"; }
    ];
    expected = [
      587
      2525
      465
    ];
  }
]
