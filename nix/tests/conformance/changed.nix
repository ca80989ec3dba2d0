/**
  What parts of the check find in the module to begin with, of which some attributes are others:
  `part -> (module -> types -> attributes) -> [ finding ]`.
*/
let
  contract = import ../../contract;
  parts = import ../../conformance/check;
  directory = ../../conformance/skeleton;
  skeleton = import directory;
in
part: change:
let
  source = { types }: skeleton { inherit types; } // change (skeleton { inherit types; }) types;
in
(parts.${part} {
  inherit contract directory source;
  inherit (contract) types;
  name = "noticeboard";
  system = "x86_64-linux";
  from = 0;
  count = 6;
  said = source { inherit (contract) types; };
}).findings
