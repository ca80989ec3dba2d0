/**
  Yes or no.
*/
import ./scalar.nix {
  base = lib: lib.types.bool;
  form.kind = "boolean";
  verdict = value: if builtins.isBool value then null else "not-a-boolean";
}
