/**
  An e-mail address, without a display name, quotes or comments.
*/
let
  inherit (builtins)
    elemAt
    filter
    isString
    length
    replaceStrings
    split
    stringLength
    substring
    ;
  inherit (import ../characters.nix) without;
  inherit (import ../alphabets.nix) localPart;
  inherit (import ../names.nix) isDomain toLower;

  withoutLocalPart = without localPart;

  isLocalPart =
    text:
    let
      size = stringLength text;
    in
    size >= 1
    && size <= 64
    && withoutLocalPart text == ""
    && substring 0 1 text != "."
    && substring (size - 1) 1 text != "."
    && replaceStrings [ ".." ] [ "" ] text == text;

  isEmail =
    text:
    stringLength text <= 254
    && (
      let
        sides = filter isString (split "@" text);
      in
      length sides == 2 && isLocalPart (elemAt sides 0) && isDomain (toLower (elemAt sides 1))
    );
in
import ./scalar.nix {
  form.kind = "email";
  verdict = value: if isString value && isEmail value then null else "not-an-email";
}
