/**
  An absolute path on a host, as text: never a path literal, which would be copied into the store
  that everybody can read, and never below the store. No `.` or `..`, and nothing to be quoted. A
  part is at most 255 bytes, as file systems have it: the longest domain is one, and not the whole.
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
  isPart = part: part != "" && part != "." && part != ".." && stringLength part <= 255;

  verdict =
    value:
    if !isString value || stringLength value > 1000 || substring 0 1 value != "/" then
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
