/**
  A public key by which Nix knows who signed a store path: a name, and 32 bytes in base64, such as
  `cache.example.org-1:0PSjPdpXMTQ9CuCJ6VjcfzyZTTgAKTWVIBPi4F9CYxA=`.
*/
let
  inherit (builtins)
    elemAt
    filter
    isString
    length
    split
    stringLength
    substring
    ;
  inherit (import ../contract/characters.nix) each without;
  inherit (import ../contract/alphabets.nix) digits lower upper;

  letters = lower ++ upper ++ digits;
  isName = text: text != "" && without (letters ++ each "._-") text == "";
  isKey =
    text:
    stringLength text == 44
    && substring 43 1 text == "="
    && without (letters ++ each "+/") (substring 0 43 text) == "";
  isSigner =
    text:
    let
      sides = filter isString (split ":" text);
    in
    length sides == 2 && isName (elemAt sides 0) && isKey (elemAt sides 1);
in
import ../contract/types/scalar.nix {
  form.kind = "signing-key";
  verdict =
    value:
    if isString value && stringLength value <= 300 && isSigner value then null else "not-a-signing-key";
}
