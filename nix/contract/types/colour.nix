/**
  A colour as `#rrggbb`.
*/
let
  inherit (builtins) isString stringLength substring;
  inherit (import ../characters.nix) without;
  inherit (import ../alphabets.nix) hex;

  isColour =
    text: stringLength text == 7 && substring 0 1 text == "#" && without hex (substring 1 6 text) == "";
in
import ./scalar.nix {
  form.kind = "colour";
  verdict = value: if isString value && isColour value then null else "not-a-colour";
}
