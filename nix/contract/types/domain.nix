/**
  A DNS name of at least two labels, in lower case, such as `social.example.org`.
*/
let
  inherit (import ../names.nix) isDomain;
in
import ./scalar.nix {
  form.kind = "domain";
  verdict = value: if builtins.isString value && isDomain value then null else "not-a-domain";
}
