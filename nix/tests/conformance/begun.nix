/**
  The modules that a developer begins with: every part of the check is content with them.
*/
let
  contract = import ../../contract;
  parts = import ../../conformance/check;
  found =
    directory: part:
    (parts.${part} {
      inherit contract directory;
      inherit (contract) types;
      name = "noticeboard";
      system = "x86_64-linux";
      from = 0;
      count = 20;
      source = import directory;
      said = import directory { inherit (contract) types; };
    }).findings;
  case = name: directory: part: {
    name = "${name} passes ${part}";
    expr = found directory part;
    expected = [ ];
  };
  each = [
    "shape"
    "texts"
    "options"
    "names"
    "one"
    "requirements"
    "hosts"
    "cases"
  ];
in
map (case "the module to begin with" ../../conformance/skeleton) each
++ map (case "the module of a whole application" ../../conformance/full) each
