/**
  How the machines that are made here are deployed to: by whom, and by whose signature.
*/
{ types }:
let
  inherit (import ../../resources/option.nix) filled option;
  shared = import ../../machines/options.nix { inherit types; };
in
[
  (filled null (
    option "access" (types.optional (
      types.group [
        shared.key
        shared.holders
      ]
    )) "Access to the machines" { de = "Zugang zu den Maschinen"; }
  ))
  shared.signers
]
