/**
  What a NixOS system has whatever its modules say: its packages, and the closure of it all.
*/
{
  system,
  pkgs,
  set,
}:
{
  config,
  lib,
  options,
  ...
}:
let
  platform = config.nixpkgs.hostPlatform;
in
{
  _file = "nixos/base.nix";

  options.system.build = lib.mkOption {
    type = lib.types.lazyAttrsOf (lib.types.uniq lib.types.unspecified);
    default = { };
  };

  config = {
    nixpkgs.hostPlatform = lib.mkIf (system != null) (lib.mkDefault system);
    _module.args = {
      utils = import ./utils.nix { inherit lib; };
      pkgs = lib.mkOverride 1000 (
        if pkgs != null then
          pkgs
        else
          import ../. {
            system = platform.system or platform;
            inherit (config.nixpkgs) overlays;
          }
      );
    };
    system.build.toplevel = import ./toplevel.nix {
      inherit config;
      system = platform.system or platform;
      set = removeAttrs set [ "nixpkgs" ] // {
        system = removeAttrs set.system or { } [ "build" ];
      };
    };
  };
}
