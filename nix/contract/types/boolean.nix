/**
  Yes or no.
*/
import ./scalar.nix {
  form.kind = "boolean";
  verdict = value: if builtins.isBool value then null else "not-a-boolean";
}
