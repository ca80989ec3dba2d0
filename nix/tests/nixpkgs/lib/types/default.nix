/**
  `lib.types`: those that NixOS options of the fixture have, and that modules of ours declare.
*/
{ evalModules }:
import ./plain.nix
// import ./texts.nix
// import ./numbers.nix
// import ./composed.nix
// import ./wrapped.nix
// import ./submodule.nix { inherit evalModules; }
// {
  inherit (import ./make.nix) mkOptionType;
}
