/**
  What `module check` says of the library's own modules, of what needs no generated options: nix/tests/generated has those.
*/
let
  inherit (builtins) attrNames concatMap readDir;
  directory = ../../applications;
  parts = [
    "shape"
    "texts"
    "options"
    "names"
  ];
  said =
    name:
    let
      check = import ../../check.nix {
        inherit name;
        module = toString (directory + "/${name}");
      };
    in
    concatMap (part: check.${part}.findings) parts;
in
map (name: {
  name = "${name} keeps the contract: its shape, its texts, its options and its names";
  expr = said name;
  expected = [ ];
}) (attrNames (readDir directory))
