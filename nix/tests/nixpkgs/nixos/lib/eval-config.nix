/**
  A NixOS system of modules, as nixpkgs' file of this place makes it: `{ config, options, pkgs, ... }`.

  Every option of the fixture exists (nixos/options), and nothing else does unless a module declares
  it. Nothing follows from an option but its defaults (nixos/derived.nix), what has to hold
  (nixos/assertions.nix) and the closure (nixos/base.nix). Beside what nixpkgs gives there are

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
}:
let
  declared = import ../declared.nix;

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
  keys = import ../keys.nix {
    inherit lib;
    declared = declared.paths;
  } evaluated;
  inherit (evaluated._module.args) pkgs;
}
