/**
  The stand-in for nixpkgs as a flake.
*/
let
  self = (import ../nixpkgs/flake.nix).outputs { inherit self; } // {
    outPath = ../nixpkgs;
  };
in
self
