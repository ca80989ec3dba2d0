/**
  The outputs of the flake with a nixpkgs that is given as flakes are.
*/
nixpkgs:
let
  self = (import ../../../flake.nix).outputs { inherit self nixpkgs; } // {
    outPath = "/nix/store/00000000000000000000000000000000-source";
  };
in
self
