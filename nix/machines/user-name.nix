/**
  The name of a user of a machine: 1 to 32 of a-z, 0-9, `_` and `-`, beginning with a letter or `_`.
*/
let
  inherit (builtins)
    elem
    isString
    stringLength
    substring
    ;
  inherit (import ../contract/characters.nix) without;
  inherit (import ../contract/alphabets.nix) digits lower;

  isUser =
    text:
    stringLength text <= 32
    && elem (substring 0 1 text) (lower ++ [ "_" ])
    &&
      without (
        lower
        ++ digits
        ++ [
          "_"
          "-"
        ]
      ) text == "";
in
import ../contract/types/scalar.nix {
  form.kind = "user-name";
  verdict = value: if isString value && isUser value then null else "not-a-user-name";
}
