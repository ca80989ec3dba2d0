/**
  An IPv4 address in its one usual form: four numbers without leading zeros.
*/
let
  inherit (builtins)
    all
    filter
    fromJSON
    isString
    length
    split
    stringLength
    substring
    ;
  inherit (import ../../contract/characters.nix) without;
  inherit (import ../../contract/alphabets.nix) digits;

  isByte =
    text:
    text != ""
    && stringLength text <= 3
    && without digits text == ""
    && (text == "0" || substring 0 1 text != "0")
    && fromJSON text <= 255;

  isIpv4 =
    text:
    stringLength text <= 15
    && (
      let
        parts = filter isString (split "[.]" text);
      in
      length parts == 4 && all isByte parts
    );
in
import ../../contract/types/scalar.nix {
  form.kind = "ipv4";
  verdict = value: if isString value && isIpv4 value then null else "not-an-ipv4-address";
}
