/**
  What programs make of settings that NixOS leaves to them: `[ { path, code } ]`, for each that was set
  and is `unknown` to the list of keys, or not of their `type`. NixOS takes them all the same.
*/
{ lib, declared }:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    fromJSON
    isAttrs
    readFile
    ;
  inherit (fromJSON (readFile ./keys.json)) keys;
  typeOf = import ./notation.nix { inherit (lib) types; } {
    options = { };
    names = { };
  };

  leadsOn =
    path:
    any (lib.hasPrefix "${lib.concatStringsSep "." path}.") (attrNames keys)
    || any (other: lib.take (lib.length path) other == path) declared;
  isOption = path: lib.elem path declared;

  judged =
    path: value:
    let
      key = lib.concatStringsSep "." path;
    in
    if keys ? ${key} then
      lib.optional (!((typeOf keys.${key}).check value)) {
        inherit path;
        code = "type";
      }
    else if isOption path then
      [ ]
    else if isAttrs value && leadsOn path then
      concatMap (name: judged (path ++ [ name ]) value.${name}) (attrNames value)
    else
      [
        {
          inherit path;
          code = "unknown";
        }
      ];
in
{ set, ... }:
concatMap
  (
    application:
    let
      path = [
        "services"
        application
        "settings"
      ];
    in
    concatMap (name: judged (path ++ [ name ]) (lib.getAttrFromPath path set).${name}) (
      attrNames (lib.attrByPath path { } set)
    )
  )
  [
    "garage"
    "peertube"
    "pixelfed"
  ]
