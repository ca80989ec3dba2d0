/**
  The order in which units start, and that `mastodon.target` stops them all: nixpkgs' module has it start them only. For what
  else they stand on, such as the queues, the host lets them wait (see operation/move.nix).
*/
{ options, ... }:
{ lib, ... }:
let
  inherit (import ../workers.nix options) units;

  waitFor = others: {
    requires = others;
    after = others;
  };
  credentials = [ "mastodon-credentials.service" ];
  database = [ "mastodon-init-db.service" ];
  stops.partOf = [ "mastodon.target" ];
in
{
  systemd.services = lib.mkMerge [
    (lib.genAttrs [
      "mastodon-init-dirs"
      "mastodon-init-db"
    ] (_: waitFor credentials))
    (lib.genAttrs (units.web ++ units.jobs ++ units.streaming) (_: waitFor credentials // stops))
    (lib.genAttrs units.settings (_: waitFor (credentials ++ database) // stops))
    {
      # Not for the database: each day it would be migrated again.
      mastodon-media-auto-remove = lib.mkIf (options.remoteMediaDays != null) (waitFor credentials);
    }
  ];
}
