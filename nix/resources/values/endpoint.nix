/**
  The address of a server for programs: http or https, a server name, perhaps a port, and nothing after it.
*/
let
  inherit (builtins)
    elemAt
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
  serverName = import ./server-name.nix;

  isPort =
    text:
    text != ""
    && stringLength text <= 5
    && without digits text == ""
    && substring 0 1 text != "0"
    && fromJSON text <= 65535;

  isServer =
    text:
    let
      sides = filter isString (split ":" text);
    in
    serverName.check [ ] (elemAt sides 0) == [ ]
    && (length sides == 1 || (length sides == 2 && isPort (elemAt sides 1)));

  isEndpoint =
    text:
    stringLength text <= 300
    && (
      if substring 0 8 text == "https://" then
        isServer (substring 8 (-1) text)
      else
        substring 0 7 text == "http://" && isServer (substring 7 (-1) text)
    );
in
import ../../contract/types/scalar.nix {
  form.kind = "endpoint";
  verdict = value: if isString value && isEndpoint value then null else "not-an-endpoint";
}
