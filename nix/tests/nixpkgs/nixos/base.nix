/**
  What a NixOS system has whatever its modules say: its packages, and the closure of it all.
*/
{
  system,
  pkgs,
  set,
  required,
}:
{
  config,
  lib,
  options,
  ...
}:
let
  platform = config.nixpkgs.hostPlatform;

  # services.<name>.enable speaks for all below it.
  isEnabled = path: lib.attrByPath (lib.take 2 path ++ [ "enable" ]) true config;
  isSet = path: (lib.getAttrFromPath path options).isDefined;
  missing = lib.filter (path: isEnabled path && !(isSet path)) required;
in
{
  _file = "nixos/base.nix";

  options.system.build = lib.mkOption {
    type = lib.types.lazyAttrsOf (lib.types.uniq lib.types.unspecified);
    default = { };
  };

  config = {
    nixpkgs.hostPlatform = lib.mkIf (system != null) (lib.mkOptionDefault system);
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
    assertions = map (path: {
      assertion = false;
      message = "The option `${lib.showOption path}' has to be set.";
    }) missing;
    system.build.toplevel = import ./toplevel.nix {
      inherit config;
      system = platform.system or platform;
      inherit set;
    };
  };
}
