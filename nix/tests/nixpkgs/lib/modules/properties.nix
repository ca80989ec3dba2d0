/**
  What a definition may say of its value: whether it counts, how much, and where it goes.

  A property is an attribute set with `_type`. A definition is `{ file, value }`.
*/
let
  inherit (builtins)
    any
    concatMap
    filter
    foldl'
    isBool
    mapAttrs
    sort
    ;

  usual = 100;
  isA = kind: value: value._type or null == kind;

  mkIf = condition: content: {
    _type = "if";
    inherit condition content;
  };
  mkOverride = priority: content: {
    _type = "override";
    inherit priority content;
  };
  mkOrder = priority: content: {
    _type = "order";
    inherit priority content;
  };

  # The attribute sets that a definition of many options is made of. Names don't depend on conditions.
  pushed =
    value:
    if isA "merge" value then
      concatMap pushed value.contents
    else if isA "if" value then
      map (mapAttrs (_: mkIf value.condition)) (pushed value.content)
    else if isA "override" value then
      map (mapAttrs (_: mkOverride value.priority)) (pushed value.content)
    else
      [ value ];

  # The values that count.
  discharged =
    value:
    if isA "merge" value then
      concatMap discharged value.contents
    else if isA "if" value then
      if !(isBool value.condition) then
        throw "‘mkIf’ called with a non-Boolean condition"
      else if value.condition then
        discharged value.content
      else
        [ ]
    else
      [ value ];

  priorityOf = { value, ... }: if isA "override" value then value.priority else usual;
  strongestOf = foldl' (
    strongest: definition:
    let
      priority = priorityOf definition;
    in
    if priority < strongest then priority else strongest
  ) 9999;
  strongest =
    definitions:
    let
      priority = strongestOf definitions;
      bare =
        definition:
        if isA "override" definition.value then
          definition // { value = definition.value.content; }
        else
          definition;
    in
    map bare (filter (definition: priorityOf definition == priority) definitions);

  placed =
    definition:
    if isA "order" definition.value then
      definition
      // {
        place = definition.value.priority;
        value = definition.value.content;
      }
    else
      definition // { place = 1000; };
  ordered =
    definitions:
    if any (definition: isA "order" definition.value) definitions then
      map (definition: removeAttrs definition [ "place" ]) (
        sort (one: other: one.place < other.place) (map placed definitions)
      )
    else
      definitions;
in
{
  inherit
    discharged
    isA
    ordered
    pushed
    strongest
    strongestOf
    ;

  public = {
    inherit mkIf mkOrder mkOverride;
    mkMerge = contents: {
      _type = "merge";
      inherit contents;
    };
    mkOptionDefault = mkOverride 1500;
    mkDefault = mkOverride 1000;
    mkImageMediaOverride = mkOverride 60;
    mkForce = mkOverride 50;
    mkVMOverride = mkOverride 10;
    mkBefore = mkOrder 500;
    mkAfter = mkOrder 1500;
    defaultOverridePriority = usual;
    defaultOrderPriority = 1000;
  };
}
