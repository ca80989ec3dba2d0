/**
  An IPv6 address in lower case, perhaps with one `::`. None with an embedded IPv4 address, and no zone.
*/
let
  inherit (builtins)
    all
    concatMap
    filter
    isString
    length
    replaceStrings
    split
    stringLength
    ;
  inherit (import ../../contract/characters.nix) each without;

  parts = separator: text: if text == "" then [ ] else filter isString (split separator text);
  isGroup =
    text: text != "" && stringLength text <= 4 && without (each "0123456789abcdef") text == "";

  isIpv6 =
    text:
    stringLength text <= 39
    && (
      let
        sides = filter isString (split "z" (replaceStrings [ "::" ] [ "z" ] text));
        groups = concatMap (parts ":") sides;
      in
      without (each "0123456789abcdef:") text == ""
      && all isGroup groups
      && (if length sides == 2 then length groups <= 7 else length sides == 1 && length groups == 8)
    );
in
import ../../contract/types/scalar.nix {
  form.kind = "ipv6";
  verdict = value: if isString value && isIpv6 value then null else "not-an-ipv6-address";
}
