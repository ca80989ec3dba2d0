/**
  The configuration with every shape of results: sockets on this host, or servers elsewhere with passwords.
*/
let
  inherit (import ./module.nix) changedBy host hostWith;
  sample = import ./results.sample.nix;
  by = name: given: results: expected: {
    name = "PeerTube: ${name}";
    expr = changedBy given results;
    inherit expected;
  };
  password = "/var/lib/fediversity/secrets/video/some-password";
  buckets.storage = "buckets";

  inside = endpoint: {
    media = sample.media // {
      inherit endpoint;
    };
    private = sample.private // {
      inherit endpoint;
    };
  };
  locations =
    endpoint:
    (host buckets (inside endpoint)).services.nginx.virtualHosts."video.example.org".locations;

  verdicts =
    config:
    map (entry: entry.assertion) (
      builtins.filter (
        entry: builtins.match "PeerTube's buckets .*" entry.message != null
      ) config.assertions
    );
  alike = changed: verdicts (host buckets { private = sample.private // changed; });

  # What a host lacks besides is none of PeerTube's.
  broken =
    given: changed:
    map (entry: entry.message) (
      builtins.filter (
        entry: !entry.assertion && builtins.match "(services.peertube|PeerTube).*" entry.message != null
      ) (host given changed).assertions
    );
  remote = {
    queues = sample.queues // {
      socket = null;
    };
  };

  renamed = host { } {
    name = sample.name // {
      name = "videos.example.com";
    };
  };
in
[
  (by "a database elsewhere, with a password" { }
    {
      database = sample.database // {
        database = "videos";
        user = "weidenau";
        socket = null;
        server = "db.example.net";
        port = 5433;
        passwordFile = password;
      };
    }
    [
      "configured.peertube.database.host = \"db.example.net\""
      "configured.peertube.database.name = \"videos\""
      "configured.peertube.database.port = 5433"
      "configured.peertube.database.user = \"weidenau\""
      "configured.unit.LoadCredential = [\"database-password:/var/lib/fediversity/secrets/video/some-password\",\"mail-password:/var/lib/fediversity/secrets/video/relay-password\",\"root-password:/var/lib/fediversity/secrets/video/root-password\"]"
      "configured.unit.after = [\"redis-video.service\"]"
      "configured.unit.requires = [\"redis-video.service\"]"
    ]
  )
  (by "a queue elsewhere, with a password, and a number" { }
    {
      queues = sample.queues // {
        socket = null;
        server = "10.0.0.7";
        port = 6380;
        passwordFile = password;
        database = 3;
      };
    }
    [
      "configured.groups = {}"
      "configured.peertube.redis.enableUnixSocket = false"
      "configured.peertube.redis.host = \"10.0.0.7\""
      "configured.peertube.redis.port = 6380"
      "configured.settings.redis.db = 3"
      "configured.unit.LoadCredential = [\"redis-password:/var/lib/fediversity/secrets/video/some-password\",\"mail-password:/var/lib/fediversity/secrets/video/relay-password\",\"root-password:/var/lib/fediversity/secrets/video/root-password\"]"
      "configured.unit.after = [\"postgresql.target\"]"
      "configured.unit.requires = [\"postgresql.target\"]"
    ]
  )
  (by "a queue of PeerTube's own name" { }
    {
      queues = sample.queues // {
        socket = "/run/redis-peertube/redis.sock";
      };
    }
    [
      "configured.groups.redis-peertube = [\"peertube\"]"
      "configured.settings.redis.socket = \"/run/redis-peertube/redis.sock\""
      "configured.unit.after = [\"postgresql.target\",\"redis-peertube.service\"]"
      "configured.unit.requires = [\"postgresql.target\",\"redis-peertube.service\"]"
    ]
  )
  (by "a queue whose socket NixOS didn't name" { }
    {
      queues = sample.queues // {
        socket = "/run/valkey/video.sock";
      };
    }
    [
      "configured.groups = {}"
      "configured.settings.redis.socket = \"/run/valkey/video.sock\""
      "configured.unit.after = [\"postgresql.target\"]"
      "configured.unit.requires = [\"postgresql.target\"]"
    ]
  )
  (by "a relay with TLS" { }
    {
      mail = sample.mail // {
        port = 465;
        security = "tls";
      };
    }
    [
      "configured.settings.smtp.port = 465"
      "configured.settings.smtp.tls = true"
    ]
  )
  (by "a relay on the host itself, without encryption and user" { }
    {
      mail = sample.mail // {
        server = "localhost";
        port = 25;
        security = "none";
        user = null;
        passwordFile = null;
      };
    }
    [
      "configured.settings.smtp.disable_starttls = true"
      "configured.settings.smtp.hostname = \"localhost\""
      "configured.settings.smtp.port = 25"
      "configured.settings.smtp.username = null"
      "configured.unit.LoadCredential = [\"root-password:/var/lib/fediversity/secrets/video/root-password\"]"
    ]
  )
  (by "a relay that decides on the sender" { } {
    mail = sample.mail // {
      from = "noreply@example.net";
    };
  } [ "configured.settings.smtp.from_address = \"noreply@example.net\"" ])
  (by "storage elsewhere: files with a slash at their address" buckets
    {
      media = sample.media // {
        bucket = "m";
        region = "eu";
        accessKeyId = "GK000000000000000000000000";
        publicAddress = "https://media.video.example.org/";
      };
      private = sample.private // {
        bucket = "p";
      };
    }
    [
      "configured.settings.object_storage.captions.bucket_name = \"m\""
      "configured.settings.object_storage.credentials.access_key_id = \"GK000000000000000000000000\""
      "configured.settings.object_storage.original_video_files.bucket_name = \"p\""
      "configured.settings.object_storage.region = \"eu\""
      "configured.settings.object_storage.streaming_playlists.bucket_name = \"m\""
      "configured.settings.object_storage.user_exports.bucket_name = \"p\""
      "configured.settings.object_storage.web_videos.bucket_name = \"m\""
    ]
  )
  (by "storage on this host: originals and archives come through nginx" buckets
    (inside "http://s3.localhost:3900")
    [
      "configured.settings.object_storage.endpoint = \"http://s3.localhost:3900\""
      "configured.settings.object_storage.original_video_files.base_url = \"https://video.example.org/private-files\""
      "configured.settings.object_storage.user_exports.base_url = \"https://video.example.org/private-files\""
      "configured.vhost.locations.^~ /private-files/.extraConfig = \"limit_except GET HEAD { deny all; }\\nproxy_set_header Host video-example-org-private.s3.localhost:3900;\\n# A signature in the address is the only one that counts.\\nproxy_set_header Authorization \\\"\\\";\\nproxy_set_header Cookie \\\"\\\";\\nproxy_http_version 1.1;\\nproxy_max_temp_file_size 0;\\n\""
      "configured.vhost.locations.^~ /private-files/.proxyPass = \"http://localhost:3900/\""
      "configured.vhost.locations.^~ /private-files/.recommendedProxySettings = false"
    ]
  )
  {
    name = "PeerTube: storage behind this host is reached by the name that is signed";
    expr = map (endpoint: (locations endpoint)."^~ /private-files/".proxyPass) [
      "http://s3.localhost"
      "http://localhost:3900"
      "http://notlocalhost:3900"
      "http://s3.internal:3900"
    ];
    expected = [
      "http://localhost/"
      "http://localhost:3900/"
      "http://video-example-org-private.notlocalhost:3900/"
      "http://video-example-org-private.s3.internal:3900/"
    ];
  }
  {
    name = "PeerTube: storage that people can reach needs no nginx";
    expr = builtins.attrNames (locations "https://s3.example.net");
    expected = [ ];
  }
  {
    name = "PeerTube: one key and one storage for all buckets";
    expr = map alike [
      { }
      { endpoint = "https://other.example.net"; }
      { region = "other"; }
      { accessKeyId = "GK000000000000000000000000"; }
      { secretKeyFile = password; }
    ];
    expected = [
      [
        true
        true
      ]
      [
        false
        true
      ]
      [
        false
        true
      ]
      [
        true
        false
      ]
      [
        true
        false
      ]
    ];
  }
  {
    name = "PeerTube: without buckets, nothing is compared";
    expr = verdicts (host { } { });
    expected = [
      true
      true
    ];
  }
  {
    name = "PeerTube: it answers by the name that was chosen";
    expr = {
      inherit (renamed.services.peertube) localDomain;
      inherit (renamed.services.nginx.virtualHosts."videos.example.com") useACMEHost;
    };
    expected = {
      localDomain = "videos.example.com";
      useACMEHost = "videos.example.com";
    };
  }
  {
    name = "PeerTube: nothing that NixOS' module asserts is broken";
    expr = broken { } { } ++ broken { } remote ++ broken buckets { };
    expected = [ ];
  }
  {
    name = "PeerTube: a secret in the store would be told";
    expr = broken { } { secret.path = "/nix/store/secret"; };
    expected = [ "services.peertube: files of secrets must not be in the store." ];
  }
  {
    name = "PeerTube: nobody asks for a second certificate";
    expr =
      let
        other = {
          services.nginx.virtualHosts."video.example.org".enableACME = true;
        };
      in
      (hostWith [ other ] { } { }).services.nginx.virtualHosts."video.example.org".enableACME;
    expected = false;
  }
]
