/**
  The contract between application modules, resource types, environments and the server.

  Builtins only, so it evaluates anywhere; no merging, imports or fixpoint, so what an operator typed
  stays inert. Start with types/ (what a value may be), then evaluate.nix (the two steps).
*/
let
  types = import ./types;
in
{
  inherit types;
  evaluate = import ./evaluate.nix { inherit types; };
}
