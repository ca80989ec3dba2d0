/**
  NixOS modules: one for each application, and `default`, which is all of them, for people without the server; and
  `server`, which is the server.
*/
{ self, nixpkgs }:
builtins.mapAttrs (_: import ../nixos/plain/application.nix) (
  import ../nixos/plain/applications.nix
)
// {
  default = import ../nixos/plain.nix { };
  server = import ./server.nix { inherit self nixpkgs; };
}
