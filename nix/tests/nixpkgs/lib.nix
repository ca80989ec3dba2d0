/**
  A small stand-in for nixpkgs' `lib`: all that the contract's rendering of options may use, each as
  in nixpkgs for options that are defined once. `evaluate` is what `evalModules` would give.
*/
let
  inherit (builtins)
    attrNames
    concatStringsSep
    elem
    filter
    isAttrs
    isBool
    isInt
    isList
    isString
    mapAttrs
    substring
    ;

  mkOptionType =
    {
      name,
      check,
      merge ? _: value: value,
    }:
    {
      inherit name check merge;
      _type = "option-type";
      description = name;
    };

  merged =
    path: option: value:
    if option.type.check value then
      option.type.merge path value
    else
      throw "A definition for option `${concatStringsSep "." path}' is not of type `${option.type.description}'.";

  evaluate =
    path: options: definitions:
    let
      unknown = filter (name: !(options ? ${name})) (attrNames definitions);
      valueOf =
        name: option:
        let
          at = path ++ [ name ];
        in
        if definitions ? ${name} then
          merged at option definitions.${name}
        else if option ? default then
          merged at option option.default
        else
          throw "The option `${concatStringsSep "." at}' was accessed but has no value defined. Try setting the option.";
    in
    if unknown == [ ] then
      mapAttrs valueOf options
    else
      throw "The option `${concatStringsSep "." (path ++ unknown)}' does not exist.";
in
{
  inherit evaluate;

  mkOption = option: option // { _type = "option"; };

  types = {
    bool = mkOptionType {
      name = "bool";
      check = isBool;
    };
    int = mkOptionType {
      name = "int";
      check = isInt;
    };
    str = mkOptionType {
      name = "str";
      check = isString;
    };
    enum =
      values:
      mkOptionType {
        name = "enum";
        check = value: elem value values;
      };
    externalPath = mkOptionType {
      name = "path";
      check =
        value: isString value && substring 0 1 value == "/" && substring 0 11 value != "/nix/store/";
    };
    nullOr =
      type:
      mkOptionType {
        name = "nullOr";
        check = value: value == null || type.check value;
        merge = path: value: if value == null then null else type.merge path value;
      };
    listOf =
      type:
      mkOptionType {
        name = "listOf";
        check = isList;
        merge = path: map (value: merged (path ++ [ "*" ]) { inherit type; } value);
      };
    submodule =
      { options }:
      mkOptionType {
        name = "submodule";
        check = isAttrs;
        merge = path: evaluate path options;
      };
    addCheck = type: check: type // { check = value: type.check value && check value; };
  };
}
