/**
  One or more labels below a domain that another option gives, such as `media` below
  `example.org`. `below` leads to that option within the same group, and stands before this one.
  That both together are a domain of at most 253 bytes is checked by the group, which knows both.
*/
{ below }:
let
  inherit (import ../names.nix) areLabelsBelow;
in
import ./scalar.nix {
  form = {
    kind = "subdomain";
    inherit below;
  };
  verdict =
    value: if builtins.isString value && areLabelsBelow value then null else "not-a-subdomain";
}
