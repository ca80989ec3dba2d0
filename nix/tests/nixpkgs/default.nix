/**
  Stands in for nixpkgs in tests, wherever the directory of its source is expected:

    import (nixpkgs + "/lib")
    import (nixpkgs + "/nixos/lib/eval-config.nix") { system; modules; }
    import nixpkgs { system; }

  The last is this file: the packages that modules of ours name, as fakes (pkgs/).
*/
{
  system,
  overlays ? [ ],
  config ? { },
}:
let
  lib = import ./lib;
  first = import ./pkgs { inherit lib system; };
  overlaid = builtins.foldl' (before: overlay: before // overlay final before) first overlays;
  final = overlaid;
in
final
