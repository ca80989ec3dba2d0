/**
  Types around one other type.
*/
let
  inherit (builtins) head;
  inherit (import ../trivial.nix) isFunction;
  inherit (import ../modules/merge.nix) mergeDefinitions mergeOneOption mergedBy;
  inherit (import ./make.nix) composed mkOptionType;
in
{
  addCheck = type: check: type // { check = value: type.check value && check value; };

  functionTo =
    type:
    mkOptionType {
      name = "functionTo";
      description = "function that evaluates to a(n) ${type.description}";
      check = isFunction;
      merge =
        path: definitions: argument:
        (mergeDefinitions (path ++ [ "<function body>" ]) type (
          map (definition: definition // { value = definition.value argument; }) definitions
        )).mergedValue;
    };

  uniq =
    type:
    mkOptionType {
      name = "uniq";
      inherit (type) description check emptyValue;
      merge = mergeOneOption;
    };
  unique =
    _: type:
    mkOptionType {
      name = "unique";
      inherit (type) description check emptyValue;
      merge =
        path: definitions:
        type.merge path [
          {
            inherit (head definitions) file;
            value = mergeOneOption path definitions;
          }
        ];
    };

  coercedTo =
    from: coerce: to:
    composed {
      name = "coercedTo";
      description = "${to.description} or ${from.description} convertible to it";
      check = value: (from.check value && to.check (coerce value)) || to.check value;
      nestedTypes = {
        coercedType = from;
        finalType = to;
      };
      inherit (to) emptyValue;
      merged =
        path: definitions:
        mergedBy to path (
          map (
            definition:
            if from.check definition.value then
              definition // { value = coerce definition.value; }
            else
              definition
          ) definitions
        );
    };
}
