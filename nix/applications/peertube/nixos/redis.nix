/**
  How PeerTube reaches its Redis. The NixOS module knows a socket only where it sets up the server itself, and in one
  place; here it is where the result says, and the user has to be in the group of that server.
*/
{ lib }:
queues:
let
  # NixOS names unit, group and directory of a server alike.
  named = builtins.match "/run/(redis-[^/]+)/.*" (toString queues.socket);
  isHere = queues.socket != null;
in
{
  # Its names don't depend on results: nixpkgs' modules have to know them before.
  options = {
    createLocally = false;
    enableUnixSocket = isHere;
    host = if isHere then null else queues.server;
    port = if isHere then null else queues.port;
  };

  settings.redis = {
    db = queues.database;
    socket = lib.mkIf isHere (lib.mkForce queues.socket);
  };

  groups = lib.genAttrs (if named == null then [ ] else named) (_: {
    members = [ "peertube" ];
  });
  units = map (name: "${name}.service") (if named == null then [ ] else named);
}
