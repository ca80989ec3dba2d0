/**
  Object storage on one host: Garage, what provision.py makes in it, and nginx in front of it.

    domain    the name below which other hosts reach it, or null: then only this host does
    asHosts   whether buckets are reached as hosts below `domain`, too, with a certificate of all names below it
    capacity  bytes
    region    the name of the region, for good
    secrets   { rpc, admin }: files
    buckets   [ { name, key = { id, name, file }, owner, alias, cors, maxSize, maxObjects } ], public where it has an alias
    certified  a name -> the first name of the certificate that holds it

  Secrets come to units as credentials. Garage takes the access lists of those for open files, so it is told not to look.
*/
{ lib, pkgs }:
{
  domain,
  asHosts,
  capacity,
  region,
  secrets,
  buckets,
  certified,
}:
let
  inherit (builtins) listToAttrs toJSON;
  here = port: "127.0.0.1:${toString port}";
  ports = {
    api = 3900;
    rpc = 3901;
    web = 3902;
    admin = 3903;
  };
  aliases = lib.concatMap (bucket: lib.optional (bucket.alias != null) bucket.alias) buckets;
  names = map (bucket: bucket.name) buckets;

  # Keys are told apart by their bucket, whose name is also safe as that of a credential.
  credential = bucket: "key-${bucket.name}";
  wanted = pkgs.writeText "storage.json" (toJSON {
    address = "http://${here ports.admin}";
    inherit capacity;
    buckets = map (
      bucket:
      removeAttrs bucket [ "key" ]
      // {
        key = {
          inherit (bucket.key) id name;
          credential = credential bucket;
        };
      }
    ) buckets;
  });

  proxied = port: {
    proxyPass = "http://${here port}";
    recommendedProxySettings = true;
  };
  secured = name: {
    forceSSL = true;
    useACMEHost = certified name;
  };
  # What somebody uploaded must not run as a page of this name.
  shown = alias: {
    name = alias;
    value = secured alias // {
      locations."/" = proxied ports.web // {
        extraConfig = ''
          proxy_max_temp_file_size 0;
          add_header Cache-Control $fediversity_storage_cache;
          add_header Content-Security-Policy "default-src 'none'; form-action 'none'" always;
          add_header X-Content-Type-Options nosniff always;
          add_header Strict-Transport-Security "max-age=31536000" always;
        '';
      };
    };
  };
  reached = lib.optionalAttrs (domain != null) {
    ${domain} = secured domain // {
      serverAliases = lib.optional asHosts "*.${domain}";
      locations."/" = proxied ports.api // {
        extraConfig = ''
          client_max_body_size 0;
          proxy_request_buffering off;
          proxy_buffering off;
        '';
      };
    };
  };
in
{
  services.garage = {
    enable = true;
    package = pkgs.garage_2;
    settings = {
      metadata_dir = "/var/lib/garage/meta";
      data_dir = "/var/lib/garage/data";
      db_engine = "lmdb";
      metadata_auto_snapshot_interval = "6h";
      replication_factor = 1;
      allow_world_readable_secrets = true;
      rpc_bind_addr = here ports.rpc;
      rpc_public_addr = here ports.rpc;
      rpc_secret_file = "/run/credentials/garage.service/rpc";
      s3_api = {
        s3_region = region;
        api_bind_addr = here ports.api;
        root_domain = if domain == null then ".s3.localhost" else ".${domain}";
      };
      s3_web = {
        bind_addr = here ports.web;
        root_domain = ".web.localhost";
      };
      admin = {
        api_bind_addr = here ports.admin;
        admin_token_file = "/run/credentials/garage.service/admin";
      };
    };
  };

  systemd.services = {
    garage.serviceConfig.LoadCredential = [
      "rpc:${secrets.rpc}"
      "admin:${secrets.admin}"
    ];
    fediversity-garage = {
      description = "Buckets and keys of the object storage";
      wantedBy = [ "multi-user.target" ];
      requires = [ "garage.service" ];
      after = [ "garage.service" ];
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        ExecStart = "${lib.getExe pkgs.python3} ${pkgs.writeText "provision.py" (builtins.readFile ./garage/provision.py)} ${wanted}";
        LoadCredential = [
          "admin:${secrets.admin}"
        ]
        ++ map (bucket: "${credential bucket}:${bucket.key.file}") buckets;
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
      };
    };
  };

  # Buckets as hosts, for those who look names up in no other way.
  networking.hosts = lib.optionalAttrs (domain == null) {
    "127.0.0.1" = [ "s3.localhost" ] ++ map (name: "${name}.s3.localhost") names;
  };

  services.nginx = {
    commonHttpConfig = lib.mkIf (aliases != [ ]) ''
      map $upstream_http_cache_control $fediversity_storage_cache { "" "public, max-age=86400"; default ""; }
    '';
    virtualHosts = listToAttrs (map shown aliases) // reached;
  };
}
