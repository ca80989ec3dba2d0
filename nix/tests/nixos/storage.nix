/**
  Object storage on hosts.
*/
let
  inherit (builtins) fromJSON;
  evaluate = import ./evaluate.nix;
  set = import ./set.nix;
  beside = set { } "town";
  apart = set {
    layout = "one-each";
    settings = {
      storage.domain = "s3.hosting.example";
      proof = {
        server = "192.0.2.53:53";
        key = "town.hosting.example";
        secret.edition = 2;
      };
    };
    policies.tls-certificate = {
      termsAccepted = true;
      contact = "post@hosting.example";
      proof = "dns-01";
      wildcard = true;
    };
  };
  settings = host: host "services.garage.settings";

  # The file that is the last argument of what sets buckets up.
  inherit ((evaluate { }).configuration) results;
  wanted = import ../../nixos/garage.nix {
    lib = import ../nixpkgs/lib;
    pkgs = import ../nixpkgs { system = "x86_64-linux"; } // {
      writeText = _: text: text;
    };
  };
  file =
    buckets:
    let
      text =
        (wanted {
          domain = null;
          asHosts = false;
          capacity = 5;
          region = "garage";
          secrets = {
            rpc = "/s/rpc";
            admin = "/s/admin";
          };
          inherit buckets;
          certified = name: name;
        }).systemd.services.fediversity-garage.serviceConfig.ExecStart;
    in
    fromJSON (builtins.elemAt (builtins.match ".* ([{].*)" text) 0);
in
[
  {
    name = "storage beside: Garage listens on the host itself only, and keeps its secrets as credentials";
    expr = settings beside;
    expected = {
      metadata_dir = "/var/lib/garage/meta";
      data_dir = "/var/lib/garage/data";
      db_engine = "lmdb";
      metadata_auto_snapshot_interval = "6h";
      replication_factor = 1;
      allow_world_readable_secrets = true;
      rpc_bind_addr = "127.0.0.1:3901";
      rpc_public_addr = "127.0.0.1:3901";
      rpc_secret_file = "/run/credentials/garage.service/rpc";
      s3_api = {
        s3_region = "garage";
        api_bind_addr = "127.0.0.1:3900";
        root_domain = ".s3.localhost";
      };
      s3_web = {
        bind_addr = "127.0.0.1:3902";
        root_domain = ".web.localhost";
      };
      admin = {
        api_bind_addr = "127.0.0.1:3903";
        admin_token_file = "/run/credentials/garage.service/admin";
      };
    };
  }
  {
    name = "storage: keys and tokens come as credentials";
    expr = [
      (beside "systemd.services.garage.serviceConfig.LoadCredential")
      (beside "systemd.services.fediversity-garage.serviceConfig.LoadCredential")
    ];
    expected = [
      [
        "rpc:/var/lib/fediversity/secrets/_host/garage-rpc"
        "admin:/var/lib/fediversity/secrets/_host/garage-admin"
      ]
      [
        "admin:/var/lib/fediversity/secrets/_host/garage-admin"
        "key-notes-drafts:/var/lib/fediversity/secrets/notes/drafts_key"
        "key-notes-media:/var/lib/fediversity/secrets/notes/media_key"
      ]
    ];
  }
  {
    name = "storage beside: its names and those of its buckets lead to the host itself";
    expr = beside "networking.hosts";
    expected."127.0.0.1" = [
      "s3.localhost"
      "notes-drafts.s3.localhost"
      "notes-media.s3.localhost"
    ];
  }
  {
    name = "storage beside: a public bucket is shown under its alias, never a page that could run";
    expr = (beside "services.nginx.virtualHosts")."media.notes.example.org";
    expected = {
      forceSSL = true;
      useACMEHost = "media.notes.example.org";
      locations."/" = {
        proxyPass = "http://127.0.0.1:3902";
        recommendedProxySettings = true;
        extraConfig = ''
          proxy_max_temp_file_size 0;
          add_header Cache-Control $fediversity_storage_cache;
          add_header Content-Security-Policy "default-src 'none'; form-action 'none'" always;
          add_header X-Content-Type-Options nosniff always;
          add_header Strict-Transport-Security "max-age=31536000" always;
        '';
      };
    };
  }
  {
    name = "storage apart: it has a name, under which other hosts reach it, and buckets as hosts below";
    expr = [
      (apart "town-storage" "services.garage.settings.s3_api.root_domain")
      ((apart "town-storage" "services.nginx.virtualHosts")."s3.hosting.example")
      (apart "town-storage" "networking.hosts")
    ];
    expected = [
      ".s3.hosting.example"
      {
        forceSSL = true;
        useACMEHost = "s3.hosting.example";
        serverAliases = [ "*.s3.hosting.example" ];
        locations."/" = {
          proxyPass = "http://127.0.0.1:3900";
          recommendedProxySettings = true;
          extraConfig = ''
            client_max_body_size 0;
            proxy_request_buffering off;
            proxy_buffering off;
          '';
        };
      }
      { }
    ];
  }
  {
    name = "storage apart: an application's own host has none";
    expr = [
      (apart "town-notes" "services.garage.enable")
      (apart "town-notes" "systemd.services.fediversity-garage")
      (builtins.attrNames (apart "town-storage" "services.nginx.virtualHosts"))
    ];
    expected = [
      null
      null
      [
        "_"
        "media.notes.example.org"
        "s3.hosting.example"
      ]
    ];
  }
  {
    name = "storage apart: applications use its name, and so does who shows files";
    expr =
      let
        inherit
          ((evaluate {
            layout = "one-each";
            applications.notes.domain = "notes.example.org";
            settings.storage.domain = "s3.hosting.example";
          }).configuration.results.notes
          )
          media
          drafts
          ;
      in
      [
        media.endpoint
        media.webHost
        drafts.webHost
        results.notes.media.webHost
        results.notes.media.publicAddress
      ];
    expected = [
      "https://s3.hosting.example"
      "s3.hosting.example"
      null
      "notes.example.org"
      "https://media.notes.example.org"
    ];
  }
  {
    name = "storage: what is to be made of buckets is data, without secrets";
    expr = file [
      {
        name = "media";
        key = {
          id = "GK0";
          name = "notes.media";
          file = "/s/key";
        };
        owner = false;
        alias = "media.example.org";
        cors = [ { origins = [ "*" ]; } ];
        maxSize = 1048576;
        maxObjects = null;
      }
    ];
    expected = {
      address = "http://127.0.0.1:3903";
      capacity = 5;
      buckets = [
        {
          name = "media";
          key = {
            id = "GK0";
            name = "notes.media";
            credential = "key-media";
          };
          owner = false;
          alias = "media.example.org";
          cors = [ { origins = [ "*" ]; } ];
          maxSize = 1048576;
          maxObjects = null;
        }
      ];
    };
  }
  {
    name = "storage: Garage runs, and what sets it up may reach nothing else";
    expr = [
      (beside "services.garage.enable")
      (beside "services.garage.package").pname
      (removeAttrs (beside "systemd.services.fediversity-garage.serviceConfig") [
        "ExecStart"
        "LoadCredential"
      ])
    ];
    expected = [
      true
      "garage_2"
      {
        Type = "oneshot";
        RemainAfterExit = true;
        DynamicUser = true;
        NoNewPrivileges = true;
        PrivateDevices = true;
        ProtectHome = true;
        RestrictAddressFamilies = [
          "AF_INET"
          "AF_UNIX"
        ];
        IPAddressDeny = "any";
        IPAddressAllow = "localhost";
        TimeoutStartSec = "5min";
      }
    ];
  }
]
