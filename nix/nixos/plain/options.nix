/**
  What can be set beside the options of applications (`fediversity.environment`): what a hosting provider would decide.
  What can only be read is for whoever watches the host, backs it up, or makes a machine that is large enough.
*/
{ lib }:
let
  inherit (builtins) listToAttrs map;
  inherit (lib) types;
  contract = import ../../contract;
  resources = import ../../resources contract;
  environment = import ./nixos.nix { inherit contract resources; };
  text =
    description: default:
    lib.mkOption {
      type = types.str;
      inherit description default;
    };
  known =
    type: description:
    lib.mkOption {
      inherit type description;
      readOnly = true;
    };
in
{
  deployment = {
    id = text "Makes keys of the storage unlike those of others. It stays the same for good." "fediversity";
    name = text "What this system is called among others of its kind." "fediversity";
  };
  settings = environment.settings.nixpkgsOptions lib;
  policies = listToAttrs (
    map (type: {
      name = type;
      value = resources.${type}.policy.nixpkgsOptions lib;
    }) environment.offers
  );

  modules = lib.mkOption {
    type = types.lazyAttrsOf types.raw;
    default = { };
    internal = true;
    description = "The application modules that are imported, by name.";
  };

  secrets = known (types.listOf types.attrs) "Every secret file, where it has to be, and what it is made of: see nix/nixos/README.md.";
  operations = known (types.attrsOf types.attrs) "How each application is looked after: its address, state in backup order, checks, first administrator, and what a move or an upgrade takes. See nix/contract/operation/.";
  hosts = known (types.attrsOf types.attrs) "How large the machine has to be, by its name: `request` has cores, memoryMiB and diskMiB.";
}
