/**
  Garage for the organisation, as hosts have it for the buckets of applications (nix/nixos/garage.nix).
*/
{ types }:
{ options, resources }:
{ lib, pkgs, ... }:
let
  inherit (builtins) attrValues head;
  inherit (types.parts.units) gibibyte;
  public = import ./public.nix options;
  everyone = {
    origins = [ "*" ];
    methods = [
      "GET"
      "HEAD"
    ];
    headers = [ "*" ];
    exposed = [
      "Content-Range"
      "ETag"
    ];
    maxAgeSeconds = 3600;
  };
  storage = import ../../nixos/garage.nix { inherit lib pkgs; } {
    inherit (options) domain region;
    asHosts = options.bucketHosts;
    capacity = options.disk - 10 * gibibyte;
    secrets = {
      rpc = resources.rpc.path;
      admin = resources.admin.path;
    };
    certified = name: if name == options.domain then name else head (attrValues public);
    buckets = map (bucket: {
      inherit (bucket) name;
      key = {
        id = import ./key.nix options;
        name = "organisation";
        file = resources.key.path;
      };
      owner = true;
      alias = public.${bucket.name} or null;
      cors = if bucket.public then [ everyone ] else [ ];
      maxSize = bucket.quota;
      maxObjects = null;
    }) options.buckets;
  };
in
{
  services = {
    inherit (storage.services) garage nginx;
  };
  systemd.services = storage.systemd.services;
}
