/**
  What can be set: each application's own options, and what a hosting provider would decide.
*/
{
  contract,
  lib,
  applications,
}:
let
  inherit (builtins) listToAttrs map mapAttrs;
  resources = import ../../resources contract;
  environment = import ./nixos.nix { inherit contract resources; };
  text =
    description: default:
    lib.mkOption {
      type = lib.types.str;
      inherit description default;
    };
in
mapAttrs (
  _: module:
  contract.nixpkgs lib (_: module)
  // {
    enable = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = module.summary.en;
    };
  }
) applications
// {
  environment = {
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
    secrets = lib.mkOption {
      type = lib.types.listOf lib.types.attrs;
      readOnly = true;
      description = "Every secret file, where it has to be, and what it is made of: see nix/nixos/README.md.";
    };
  };
}
