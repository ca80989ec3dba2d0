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
        inherit system pkgs;
        inherit (evaluated) set;
      })
      (import ../declared.nix { inherit lib; })
    ]
    ++ extraModules
    ++ modules;
  };
in
evaluated
// {
  inherit lib;
  inherit (evaluated._module.args) pkgs;
}
