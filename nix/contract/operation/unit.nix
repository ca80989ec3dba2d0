/**
  A unit of systemd by its whole name, such as `wiki.service`: without its kind, systemd would not find it everywhere.
*/
{ line, ... }:
let
  inherit (builtins) concatStringsSep isString match;
  kinds = [
    "automount"
    "device"
    "mount"
    "path"
    "scope"
    "service"
    "slice"
    "socket"
    "swap"
    "target"
    "timer"
  ];
  isUnit =
    value:
    isString value && match "[A-Za-z0-9:_.@\\-]+[.](${concatStringsSep "|" kinds})" value != null;
  inherit (line 255) verdict;
in
import ../types/scalar.nix {
  form.kind = "unit";
  verdict =
    value:
    let
      code = verdict value;
    in
    if code == null && !isUnit value then "not-a-unit" else code;
}
