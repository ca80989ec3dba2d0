/**
  Definitions of one option to its value.

  A type may merge to `{ value, set }` (`merge.both`): `set` is the value as far as it was defined,
  without the defaults of options inside it.
*/
let
  inherit (builtins)
    all
    concatMap
    filter
    head
    tail
    ;
  properties = import ./properties.nix;
  messages = import ./messages.nix;

  # [ { file, value } ] without properties: those that count, in their order.
  effective =
    definitions:
    properties.ordered (
      properties.strongest (
        concatMap (
          definition:
          map (value: {
            inherit (definition) file;
            inherit value;
          }) (properties.discharged definition.value)
        ) definitions
      )
    );

  both = value: {
    inherit value;
    set = value;
  };

  # With most types all of a value was set.
  mergedBy =
    type: path: definitions:
    if type.merge ? both then type.merge.both path definitions else both (type.merge path definitions);

  mergeDefinitions =
    path: type: definitions:
    let
      defsFinal = effective definitions;
      wrong = filter (definition: !(type.check definition.value)) defsFinal;
      merged =
        if wrong != [ ] then
          throw (messages.wrongType path type (head wrong))
        else
          mergedBy type path defsFinal;
      known =
        if defsFinal != [ ] then
          merged
        else if type.emptyValue ? value then
          both type.emptyValue.value
        else
          throw (messages.unset path);
    in
    {
      inherit defsFinal;
      isDefined = defsFinal != [ ];
      optionalValue = if defsFinal == [ ] then { } else { inherit (merged) value; };
      mergedValue = known.value;
      mergedSet = known.set;
    };

  mergeOneOption =
    path: definitions:
    if tail definitions == [ ] then
      (head definitions).value
    else
      throw (messages.twice path definitions);

  mergeEqualOption =
    path: definitions:
    let
      first = (head definitions).value;
    in
    if all (definition: definition.value == first) (tail definitions) then
      first
    else
      throw (messages.conflict path definitions);
in
{
  inherit
    both
    mergeDefinitions
    mergeEqualOption
    mergeOneOption
    mergedBy
    ;
}
