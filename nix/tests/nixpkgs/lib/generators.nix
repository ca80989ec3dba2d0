/**
  Settings as texts.
*/
let
  inherit (builtins)
    concatStringsSep
    isBool
    isList
    isString
    replaceStrings
    toJSON
    ;
  inherit (import ./attrsets.nix) mapAttrsToList;

  mkValueStringDefault =
    _: value:
    if isBool value then
      if value then "true" else "false"
    else if value == null then
      "null"
    else if isString value then
      value
    else if isList value then
      throw "generators.mkValueStringDefault: lists not supported"
    else if builtins.isAttrs value then
      throw "generators.mkValueStringDefault: attrsets not supported"
    else
      toString value;

  mkKeyValueDefault =
    {
      mkValueString ? mkValueStringDefault { },
    }:
    separator: key: value:
    "${replaceStrings [ separator ] [ "\\${separator}" ] key}${separator}${mkValueString value}";

  toKeyValue =
    {
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
      indent ? "",
    }:
    let
      line = key: value: "${indent}${mkKeyValue key value}\n";
      linesOf =
        key: value:
        if listsAsDuplicateKeys then
          concatStringsSep "" (map (line key) (if isList value then value else [ value ]))
        else
          line key value;
    in
    set: concatStringsSep "" (mapAttrsToList linesOf set);
in
{
  inherit mkKeyValueDefault mkValueStringDefault toKeyValue;
  toJSON = _: toJSON;
  toINI =
    {
      mkKeyValue ? mkKeyValueDefault { } "=",
      ...
    }@how:
    sections:
    concatStringsSep "\n" (
      mapAttrsToList (
        name: set:
        "[${replaceStrings [ "[" "]" ] [ "\\[" "\\]" ] name}]\n${toKeyValue { inherit mkKeyValue; } set}"
      ) sections
    );
}
