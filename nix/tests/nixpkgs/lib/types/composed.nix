/**
  Types of types.
*/
let
  inherit (builtins)
    all
    attrNames
    concatLists
    filter
    foldl'
    head
    isAttrs
    isList
    length
    mapAttrs
    tail
    zipAttrsWith
    ;
  inherit (import ../lists.nix) imap1;
  inherit (import ../modules/merge.nix) mergeDefinitions mergedBy;
  inherit (import ./make.nix) composed;
  inherit (import ./wrapped.nix) addCheck;
  messages = import ../modules/messages.nix;

  # What became of each attribute or entry, as `{ value, set }`.
  ofEach = type: merged: {
    value = merged (one: one.mergedValue);
    set = merged (one: one.mergedSet);
  };

  attrsWith =
    { elemType, lazy }:
    composed {
      name = if lazy then "lazyAttrsOf" else "attrsOf";
      description = "${if lazy then "lazy " else ""}attribute set of ${elemType.description}";
      check = isAttrs;
      emptyValue.value = { };
      nestedTypes = { inherit elemType; };
      merged =
        path: definitions:
        let
          each = zipAttrsWith (name: mergeDefinitions (path ++ [ name ]) elemType) (
            map (
              definition:
              mapAttrs (_: value: {
                inherit (definition) file;
                inherit value;
              }) definition.value
            ) definitions
          );
          gone = if lazy then [ ] else filter (name: !each.${name}.isDefined) (attrNames each);
        in
        ofEach elemType (part: mapAttrs (_: part) (removeAttrs each gone));
    };

  either =
    one: other:
    composed {
      name = "either";
      description = "${one.description} or ${other.description}";
      check = value: one.check value || other.check value;
      nestedTypes = {
        left = one;
        right = other;
      };
      merged =
        path: definitions:
        let
          are = type: all (definition: type.check definition.value) definitions;
        in
        if are one then
          mergedBy one path definitions
        else if are other then
          mergedBy other path definitions
        else
          throw (messages.conflict path definitions);
    };
  listOf =
    elemType:
    composed {
      name = "listOf";
      description = "list of ${elemType.description}";
      check = isList;
      emptyValue.value = [ ];
      nestedTypes = { inherit elemType; };
      merged =
        path: definitions:
        let
          entry =
            n: file: m: value:
            mergeDefinitions (path ++ [ "[definition ${toString n}-entry ${toString m}]" ]) elemType [
              { inherit file value; }
            ];
          each = concatLists (
            imap1 (n: definition: imap1 (entry n definition.file) definition.value) definitions
          );
        in
        ofEach elemType (part: map part (filter (one: one.isDefined) each));
    };
in
{
  inherit either;
  oneOf = types: foldl' either (head types) (tail types);
  attrsOf =
    elemType:
    attrsWith {
      inherit elemType;
      lazy = false;
    };
  lazyAttrsOf =
    elemType:
    attrsWith {
      inherit elemType;
      lazy = true;
    };

  inherit listOf;
  nonEmptyListOf =
    type:
    addCheck (listOf type) (list: list != [ ])
    // {
      description = "non-empty list of ${type.description}";
      emptyValue = { };
    };

  nullOr =
    type:
    composed {
      name = "nullOr";
      description = "null or ${type.description}";
      check = value: value == null || type.check value;
      emptyValue.value = null;
      nestedTypes.elemType = type;
      merged =
        path: definitions:
        let
          nulls = filter (definition: definition.value == null) definitions;
        in
        if nulls == [ ] then
          mergedBy type path definitions
        else if length nulls == length definitions then
          {
            value = null;
            set = null;
          }
        else
          throw (messages.conflict path definitions);
    };
}
