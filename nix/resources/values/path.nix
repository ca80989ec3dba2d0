/**
  An absolute path on a host, as text: never a path literal, which would be copied into the store
  that everybody can read, and never below the store. No `.` or `..`, and nothing to be quoted.
*/
let
  inherit (builtins)
    all
    filter
    isString
    split
    stringLength
    substring
    tail
    ;
  inherit (import ../../contract/characters.nix) each without;
  inherit (import ../../contract/alphabets.nix) digits lower upper;

  allowed = lower ++ upper ++ digits ++ each "/._-@";
  isPart = part: part != "" && part != "." && part != "..";

  verdict =
    value:
    if !isString value || stringLength value > 255 || substring 0 1 value != "/" then
      "not-a-path"
    else if substring 0 5 value == "/nix/" then
      "in-the-store"
    else if without allowed value != "" || !all isPart (tail (filter isString (split "/" value))) then
      "not-a-path"
    else
      null;
in
import ../../contract/types/scalar.nix {
  form.kind = "path";
  inherit verdict;
}
