/**
  Tests with virtual machines, which are not run: the machines are evaluated, and the script is made for them.
*/
{ lib, system }:
let
  inherit (builtins)
    attrNames
    elem
    filter
    isFunction
    mapAttrs
    ;
  inherit (import ./fake.nix) made;
  known = [
    "defaults"
    "globalTimeout"
    "meta"
    "name"
    "nodes"
    "testScript"
  ];
  machine =
    name: module:
    import ../nixos/lib/eval-config.nix {
      inherit system;
      modules = [
        {
          networking = {
            hostName = lib.mkDefault name;
            useDHCP = false;
          };
        }
        module
      ];
    };
in
{
  runNixOSTest =
    test:
    let
      stray = filter (name: !(elem name known)) (attrNames test);
      nodes = mapAttrs machine test.nodes;
      testScript =
        if isFunction test.testScript then
          test.testScript { nodes = mapAttrs (_: node: node.config) nodes; }
        else
          test.testScript;
    in
    if stray != [ ] then
      throw "The option `${builtins.head stray}' does not exist."
    else
      made "vm-test-run-${test.name}" {
        inherit testScript;
        machines = mapAttrs (_: node: "${node.config.system.build.toplevel}") nodes;
      }
      // {
        inherit nodes testScript;
      };
}
