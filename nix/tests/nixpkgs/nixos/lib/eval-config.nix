/**
  A NixOS system of modules, as nixpkgs' file of this place makes it: `{ config, options, pkgs, ... }`.

  Every option of the fixture exists (nixos/options), and nothing else does unless a module declares
  it. Nothing follows from an option but its defaults (nixos/derived.nix), what has to hold
  (nixos/assertions.nix), the closure (nixos/base.nix), images and a virtual machine (nixos/variants.nix). Beside what nixpkgs gives there are

    set      what was set, without any default
    unknown  [ { path, file } ]: paths that don't exist, with the module that sets them
    keys     [ { path, code } ]: what programs don't know of their settings (nixos/keys.nix)
*/
{
  modules,
  system ? null,
  specialArgs ? { },
  extraModules ? [ ],
  lib ? import ../../lib,
  pkgs ? null,
  prefix ? [ ],
  ...
}@arguments:
let
  declared = import ../declared.nix;
  extended = more: import ./eval-config.nix (arguments // { modules = modules ++ more; });

  evaluated = lib.evalModules {
    class = "nixos";
    inherit prefix;
    specialArgs = {
      modulesPath = toString ../modules;
    }
    // specialArgs;
    modules = [
      (import ../base.nix {
        inherit system pkgs set;
        inherit (declared) required;
      })
      declared.module
      (import ../variants.nix { inherit extended; })
      ../derived.nix
      ../assertions.nix
    ]
    ++ extraModules
    ++ modules;
  };
  # The closure itself is no setting, and neither is what is claimed of the others.
  set =
    removeAttrs evaluated.set [
      "assertions"
      "system"
      "warnings"
    ]
    // lib.filterAttrs (_: value: value != { }) {
      system = removeAttrs (evaluated.set.system or { }) [ "build" ];
    };
in
evaluated
// {
  inherit lib set;
  extendModules = more: extended (more.modules or [ ]);
  keys = import ../keys.nix {
    inherit lib;
    declared = declared.paths;
  } evaluated;
  inherit (evaluated._module.args) pkgs;
}
