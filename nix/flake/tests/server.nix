/**
  A test of the server behind nginx, as its example has it: people join, a page is deployed, and all of it is there after the
  server was killed and the machine started anew.
*/
{ self }:
let
  examples = import ../examples.nix;
  inherit (builtins) readFile toJSON;
in
{
  name = "server";

  nodes.machine = {
    imports = [
      (import ../../nixos/host.nix {
        host = "machine";
        inherit (examples.environment) settings;
      })
      self.nixosModules.server
      ../examples/server.nix
    ];
    virtualisation = {
      cores = 2;
      memorySize = 2048;
    };
  };
  nodes.client = import ./client.nix;

  testScript =
    { nodes, ... }:
    let
      inherit (nodes.machine.services.fediversity) package stateDirectory;
    in
    ''
      PROGRAM = "${package}/bin/fediversity"
      STATE = "${stateDirectory}"
      OPTIONS = ${toJSON (toJSON examples.applications.homepage)}
      ${readFile ./asked.py}
      ${readFile ./server.py}
    '';
}
