/**
  The cases that a module brings along in its `tests.nix`: `{ module } -> [ { name, expr, expected } ]`, where `module` is
  the module as the contract reads it.
*/
{
  contract,
  directory,
  source,
  ...
}:
let
  inherit (builtins)
    concatMap
    pathExists
    toJSON
    ;
  inherit (import ../../contract/finding.nix) finding;
  file = directory + "/tests.nix";
  inCase =
    {
      name,
      expr,
      expected,
    }:
    if expr == expected then
      [ ]
    else
      finding [
        "tests.nix"
        name
      ] "not-as-expected" (toJSON expr);
in
{
  findings =
    if pathExists file then concatMap inCase (import file { module = contract.read source; }) else [ ];
}
