/**
  One label of a DNS name: a short name from which an address is made.
*/
let
  inherit (import ../names.nix) isLabel;
in
import ./scalar.nix {
  form.kind = "label";
  verdict = value: if builtins.isString value && isLabel value then null else "not-a-label";
}
