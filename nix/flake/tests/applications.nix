/**
  A test of applications that share a machine: { name, applications } -> derivation. What is asked of each is what its
  module says of running it (nix/contract/operation/), so a new application is tested by being there.
*/
{ self, pkgs }:
{ name, applications }:
let
  inherit (builtins)
    attrNames
    filter
    map
    readFile
    toJSON
    ;
  inherit (pkgs) lib;
  examples = import ../examples.nix;
in
pkgs.testers.runNixOSTest {
  inherit name;
  # Two starts of everything, on machines that may be slow: in seconds.
  globalTimeout = 7200;

  nodes.machine.imports = [
    (import ../../nixos/host.nix {
      host = "machine";
      inherit (examples.environment) settings;
    })
    (import ../standing.nix { inherit self; } name applications)
    (import ../large-enough.nix name)
  ];
  nodes.client = import ./client.nix;

  testScript =
    { nodes, ... }:
    let
      inherit (nodes.machine) fediversity systemd;
      given = {
        inherit (fediversity.environment) operations secrets;
        # What applications stand on, where they stand on a host at all.
        targets = map (target: "${target}.target") (
          filter (lib.hasPrefix "fediversity-") (attrNames systemd.targets)
        );
      };
    in
    ''
      GIVEN = "${pkgs.writeText "given.json" (toJSON given)}"
      ${readFile ./asked.py}
      ${readFile ./applications.py}
    '';
}
