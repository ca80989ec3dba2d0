/**
  The buckets of a host, in one Garage. As large as their quotas together; 50 GiB for one without.
*/
{
  entries,
  policies,
  settings,
  ...
}:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit
    (import ../certificates.nix {
      inherit
        config
        lib
        pkgs
        policies
        settings
        ;
    })
    certificate
    issuer
    ;
  mebibyte = 1024 * 1024;
  bytes = amount: if amount == null then null else amount * mebibyte;
  inherit (import ../../layouts/measures.nix) ofBuckets;
  paths = import ../paths.nix policies;
  needed = entries != [ ];

  domain = if settings.storage == null then null else settings.storage.domain;
  asHosts = builtins.any ({ request, ... }: request.addressing == "virtual-host") entries;
  aliases = lib.filter (alias: alias != null) (map (entry: entry.request.alias) entries);
  certificates =
    lib.genAttrs aliases (alias: certificate { names = [ alias ]; })
    // lib.optionalAttrs (domain != null) {
      ${domain} = certificate {
        names = [ domain ];
        wildcard = asHosts;
      };
    };

  storage = import ../garage.nix { inherit lib pkgs; } {
    certified = name: name;
    inherit asHosts domain;
    capacity = bytes (builtins.head (ofBuckets (map (entry: entry.request) entries))).diskMiB;
    region = "garage";
    secrets = {
      rpc = "${paths.host}/garage-rpc";
      admin = "${paths.host}/garage-admin";
    };
    buckets = map (
      {
        application,
        requirement,
        request,
        result,
        ...
      }:
      {
        name = result.bucket;
        key = {
          id = result.accessKeyId;
          name = "${application}.${requirement}";
          file = result.secretKeyFile;
        };
        inherit (request) alias cors owner;
        maxSize = bytes request.quotaMiB;
        maxObjects = request.quotaObjects;
      }
    ) entries;
  };
in
{
  services = {
    garage = lib.mkIf needed storage.services.garage;
    nginx = lib.mkIf needed storage.services.nginx;
  };
  systemd.services = lib.mkIf needed storage.systemd.services;
  networking.hosts = lib.mkIf needed storage.networking.hosts;
  security.acme = lib.mkIf (needed && certificates != { }) (issuer // { certs = certificates; });
}
