/**
  The address of a web page: http or https, a domain, perhaps a port and what follows. No user
  name, no other scheme: it is put into pages as it is.
*/
let
  inherit (builtins)
    elemAt
    filter
    fromJSON
    head
    isString
    length
    split
    stringLength
    substring
    ;
  inherit (import ../characters.nix) without;
  inherit (import ../alphabets.nix) afterHost digits;
  inherit (import ../names.nix) isDomain toLower;

  withoutDigits = without digits;
  withoutAfterHost = without afterHost;

  isPort =
    text:
    stringLength text >= 1
    && stringLength text <= 5
    && withoutDigits text == ""
    && substring 0 1 text != "0"
    && fromJSON text <= 65535;

  isHost =
    text:
    let
      sides = filter isString (split ":" text);
    in
    isDomain (toLower (head sides))
    && (length sides == 1 || (length sides == 2 && isPort (elemAt sides 1)));

  isRest =
    text:
    let
      host = head (split "[/?#]" text);
    in
    isHost host && withoutAfterHost (substring (stringLength host) (-1) text) == "";

  isUrl =
    text:
    stringLength text <= 2000
    && (
      if substring 0 8 text == "https://" then
        isRest (substring 8 (-1) text)
      else
        substring 0 7 text == "http://" && isRest (substring 7 (-1) text)
    );
in
import ./scalar.nix {
  form.kind = "url";
  verdict = value: if isString value && isUrl value then null else "not-a-url";
}
