/**
  The name of a database, of its user, or of a user of a host: 1 to 32 of a-z, 0-9 and `_`,
  beginning with a letter. 32 is what MariaDB and Linux allow a user; PostgreSQL would allow 63.
*/
let
  inherit (builtins)
    elem
    isString
    stringLength
    substring
    ;
  inherit (import ../../contract/characters.nix) without;
  inherit (import ../../contract/alphabets.nix) digits lower;

  isIdentifier =
    text:
    stringLength text <= 32
    && elem (substring 0 1 text) lower
    && without (lower ++ digits ++ [ "_" ]) text == "";
in
import ../../contract/types/scalar.nix {
  form.kind = "identifier";
  verdict = value: if isString value && isIdentifier value then null else "not-an-identifier";
}
