/**
  A request of every type, as Mastodon, PeerTube or Pixelfed needs it, and a whole result.
*/
{
  dns-name = {
    request = {
      name = "social.example.org";
      ipv4 = [ "203.0.113.7" ];
      ipv6 = [ "2001:db8::7" ];
      wildcard = true;
    };
    result = {
      name = "social.example.org";
      zone = "example.org";
    };
    observed.serial = 2026112201;
  };
  host = {
    request = {
      name = "social";
      cores = 4;
      memoryMiB = 8192;
      diskMiB = 40960;
    };
    result = {
      name = "social";
      ipv4 = "203.0.113.7";
    };
    observed.hostKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA";
  };
  login-shell = {
    request.packages = [ "hello" ];
    result.user = "operator";
    observed = { };
  };
  mail-relay = {
    request.from = "post@social.example.org";
    result = {
      server = "relay.example.net";
      from = "post@social.example.org";
      user = "social";
      passwordFile = "/var/lib/fediversity/secrets/social/mail";
    };
    observed.greeting = "220 relay.example.net ESMTP";
  };
  mariadb = {
    request = {
      database = "pixelfed";
      user = "pixelfed";
    };
    result = {
      database = "pixelfed";
      user = "pixelfed";
      version = 1104;
      socket = "/run/mysqld/mysqld.sock";
    };
    observed.serverVersion = "11.4.8-MariaDB";
  };
  postgresql = {
    request = {
      database = "peertube";
      user = "peertube";
      extensions = [
        "unaccent"
        "pg_trgm"
      ];
    };
    result = {
      database = "peertube";
      user = "peertube";
      version = 17;
      socket = "/run/postgresql";
    };
    observed.serverVersion = "17.6";
  };
  redis = {
    request = { };
    result.port = 31637;
    observed.serverVersion = "8.2.1";
  };
  s3-bucket = {
    request = {
      name = "social-media";
      website = true;
      alias = "media.example.org";
      cors = [ { } ];
      quotaMiB = 102400;
    };
    result = {
      bucket = "social-media";
      endpoint = "https://s3.example.net";
      region = "garage";
      accessKeyId = "GK31c2f218a2e44f485b94239e";
      secretKeyFile = "/var/lib/fediversity/secrets/social/s3";
      publicAddress = "https://media.example.org";
      webHost = "web.example.net";
    };
    observed.id = "9f2a";
  };
  secret-file = {
    request = {
      name = "secret-key-base";
      generator = "hex-128";
      owner = "mastodon";
      lasting = true;
    };
    result.path = "/var/lib/fediversity/secrets/social/secret-key-base";
    observed.edition = 1;
  };
  static-site = {
    request.name = "town";
    result = {
      host = "town.localhost";
      address = "http://town.localhost:8090";
    };
    observed = { };
  };
  tls-certificate = {
    request.names = [
      "social.example.org"
      "media.example.org"
    ];
    result = {
      certificateFile = "/var/lib/acme/social.example.org/fullchain.pem";
      keyFile = "/var/lib/acme/social.example.org/key.pem";
    };
    observed = {
      expires = "2027-02-20T02:00:00Z";
      fingerprint = "0000000000000000000000000000000000000000000000000000000000000000";
    };
  };
}
