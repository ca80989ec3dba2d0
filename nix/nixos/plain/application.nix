/**
  One application as an ordinary NixOS module, of its application module: its options, and what runs where it is enabled.
  Several of them stand side by side, and the same one may be imported twice.
*/
module:
let
  contract = import ../../contract;
  application = module { inherit (contract) types; };
  inherit (application) name summary;

  runs =
    {
      config,
      lib,
      options,
      pkgs,
      utils,
      fediversityHost,
      ...
    }@arguments:
    import ./when.nix { inherit lib; }
      (fediversityHost.findings == [ ] && config.fediversity.${name}.enable)
      (
        application.nixos {
          # Said one by one: what the host is known to have must not be looked at to find out which names are set.
          inherit (fediversityHost.given.${name}) options resources;
        } arguments
      );
in
{ lib, ... }:
{
  _file = "fediversity: ${name}";
  key = "${toString ./application.nix}:${name}";
  # One level further, so that it comes after what is shared, as on the server.
  imports = [
    ./host.nix
    { imports = lib.optional (application.nixos or null != null) runs; }
  ];

  options.fediversity.${name} = contract.nixpkgs lib module // {
    enable = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = summary.en;
    };
  };
  config.fediversity.environment.modules.${name} = module;
}
