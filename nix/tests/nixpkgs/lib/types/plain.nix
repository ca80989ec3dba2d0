/**
  Types without others in them: texts are in texts.nix, numbers in numbers.nix.
*/
let
  inherit (builtins)
    concatStringsSep
    elem
    foldl'
    head
    isAttrs
    isBool
    match
    toJSON
    typeOf
    ;
  inherit (import ../attrsets.nix) isDerivation;
  inherit (import ../strings.nix) isStringLike;
  inherit (import ../modules/merge.nix) mergeEqualOption mergeOneOption;
  inherit (import ./make.nix) mkOptionType;
  composed = import ./composed.nix;

  inStore = "/nix/store/[0-9a-df-np-sv-z]{32}-[^/]+(/.*)?";
  isStorePath = value: isStringLike value && match "/nix/store/[^/]+" (toString value) != null;
  isAbsolute = value: isStringLike value && match "/.*" (toString value) != null;

  # Files as packages have the name that their store path has.
  packaged =
    value:
    if isDerivation value then
      value
    else
      {
        type = "derivation";
        name = head (match "/nix/store/.{32}-(.*)" (toString value));
        outPath = toString value;
      };

  kindOf = value: if isAttrs value && isStringLike value then "outPath" else typeOf value;
  mergeAnything =
    path: definitions:
    let
      kinds = map (definition: kindOf definition.value) definitions;
      kind = head kinds;
    in
    if !(builtins.all (other: other == kind) kinds) then
      mergeEqualOption path definitions
    else if kind == "set" then
      (composed.attrsOf anything).merge path definitions
    else if kind == "outPath" then
      mergeOneOption path definitions
    else if kind == "lambda" then
      argument:
      mergeAnything (path ++ [ "<function body>" ]) (
        map (definition: definition // { value = definition.value argument; }) definitions
      )
    else
      mergeEqualOption path definitions;
  anything = mkOptionType {
    name = "anything";
    merge = mergeAnything;
  };
in
{
  inherit anything;

  unspecified = mkOptionType {
    name = "unspecified";
    description = "unspecified value";
  };
  raw = mkOptionType {
    name = "raw";
    description = "raw value";
    merge = mergeOneOption;
  };
  bool = mkOptionType {
    name = "bool";
    description = "boolean";
    check = isBool;
    merge = mergeEqualOption;
  };
  enum =
    values:
    mkOptionType {
      name = "enum";
      description = "one of ${concatStringsSep ", " (map toJSON values)}";
      check = value: elem value values;
      merge = mergeEqualOption;
    };
  attrs = mkOptionType {
    name = "attrs";
    description = "attribute set";
    check = isAttrs;
    merge = _: foldl' (all: definition: all // definition.value) { };
    emptyValue.value = { };
  };
  package = mkOptionType {
    name = "package";
    check = value: isDerivation value || isStorePath value;
    merge = path: definitions: packaged (mergeOneOption path definitions);
  };
  path = mkOptionType {
    name = "path";
    description = "absolute path";
    check = isAbsolute;
    merge = mergeEqualOption;
  };
  pathInStore = mkOptionType {
    name = "path";
    description = "path in the Nix store";
    check = value: isAbsolute value && match inStore (toString value) != null;
    merge = mergeEqualOption;
  };
  externalPath = mkOptionType {
    name = "path";
    description = "absolute path not in the Nix store";
    check = value: isAbsolute value && match inStore (toString value) == null;
    merge = mergeEqualOption;
  };
  optionType = mkOptionType {
    name = "optionType";
    check = value: value._type or null == "option-type";
    merge = mergeOneOption;
  };
}
