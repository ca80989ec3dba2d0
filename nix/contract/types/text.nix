/**
  Text of `min` to `max` code points; with `lines`, it may have line breaks. If something is
  required, spaces alone are not enough.
*/
{
  min ? 0,
  max,
  lines ? false,
}:
let
  inherit (builtins) isString stringLength;
  inherit (import ../characters.nix) codePoints without;
  inherit (import ../alphabets.nix) control;

  withoutSpace = without [
    " "
    "\n"
  ];
  withoutControl = without control;
  withoutBreaks = without [ "\n" ];

  # A code point has one to four bytes, so that most texts needn't be counted.
  exceeds = text: stringLength text > max && (stringLength text > 4 * max || codePoints text > max);
  fallsShort =
    text:
    min > 0 && (withoutSpace text == "" || (stringLength text < 4 * min && codePoints text < min));
in
import ./scalar.nix {
  form = {
    kind = "text";
    inherit min max lines;
  };
  verdict =
    value:
    if !isString value then
      "not-text"
    else if exceeds value then
      "too-long"
    else if fallsShort value then
      "too-short"
    else if withoutControl value != value then
      "control-character"
    else if !lines && withoutBreaks value != value then
      "line-break"
    else
      null;
}
