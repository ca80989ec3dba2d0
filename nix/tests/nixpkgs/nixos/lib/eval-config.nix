/**
  A NixOS system of modules, as nixpkgs' file of this place makes it: `{ config, options, pkgs, ... }`.

  Every option of the fixture exists (nixos/options), and nothing else does unless a module declares
  it. Nothing follows from an option but what nixos/base.nix says.
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
      })
      (import ../declared.nix { inherit lib; })
    ]
    ++ extraModules
    ++ modules;
  };
  # The closure itself is no setting.
  set =
    removeAttrs evaluated.set [ "system" ]
    // lib.filterAttrs (_: value: value != { }) {
      system = removeAttrs (evaluated.set.system or { }) [ "build" ];
    };
in
evaluated
// {
  inherit lib set;
  inherit (evaluated._module.args) pkgs;
}
