/**
  The order in which units start, and that `mastodon.target` stops them all: nixpkgs' module has it start them only.
*/
{ options, resources }:
{ lib, ... }:
let
  inherit (import ../workers.nix options) units;
  inherit (resources.queues) socket;

  credentials = [ "mastodon-credentials.service" ];
  # Redis on the host is named like the directory of its socket. It may restart: Mastodon connects again.
  redis = lib.optional (socket != null) "${builtins.baseNameOf (builtins.dirOf socket)}.service";
  database = [ "mastodon-init-db.service" ];

  setUp = {
    requires = credentials;
    after = credentials ++ redis;
    wants = redis;
  };
  working = setUp // {
    partOf = [ "mastodon.target" ];
  };
in
{
  systemd.services = lib.mkMerge [
    (lib.genAttrs [
      "mastodon-init-dirs"
      "mastodon-init-db"
    ] (_: setUp))
    (lib.genAttrs (units.web ++ units.jobs ++ units.streaming) (_: working))
    {
      mastodon-settings = {
        requires = credentials ++ database;
        after = credentials ++ redis ++ database;
        wants = redis;
        partOf = [ "mastodon.target" ];
      };
      mastodon-media-auto-remove = lib.mkIf (options.remoteMediaDays != null) {
        requires = credentials;
        after = credentials ++ redis ++ database;
      };
    }
  ];
}
