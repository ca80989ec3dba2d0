/**
  A stand-in for nixpkgs' `lib`: an explicit list of functions, each as nixpkgs has it. The tests in
  nix/tests/stand-in/lib run against both.
*/
let
  sorts = {
    lists = import ./lists.nix;
    strings = import ./strings.nix;
    attrsets = import ./attrsets.nix;
    trivial = import ./trivial.nix;
    options = import ./options.nix;
    modules =
      (import ./modules/properties.nix).public // import ./modules/evaluate.nix { inherit lib; };
  };
  inherit (import ./modules/merge.nix) mergeEqualOption mergeOneOption mergeDefinitions;

  lib =
    sorts.trivial
    // sorts.lists
    // sorts.strings
    // sorts.attrsets
    // sorts.options
    // sorts.modules
    // {
      inherit (sorts)
        lists
        strings
        attrsets
        trivial
        ;
      options = sorts.options // {
        inherit mergeEqualOption mergeOneOption;
      };
      modules = sorts.modules // {
        inherit mergeDefinitions;
      };
      inherit mergeEqualOption mergeOneOption mergeDefinitions;

      types = import ./types { inherit (sorts.modules) evalModules; };
      inherit (lib.types) mkOptionType;
      generators = import ./generators.nix;
    };
in
lib
