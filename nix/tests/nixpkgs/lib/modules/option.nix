/**
  One option: its declaration `{ file, value }` and its definitions together.
*/
path: declaration: definitions:
let
  inherit (import ./merge.nix) mergeDefinitions;
  properties = import ./properties.nix;
  messages = import ./messages.nix;

  declared = declaration.value;
  type = declared.type or (import ../types/plain.nix).unspecified;
  apply = declared.apply or (value: value);
  default =
    if declared ? default then
      [
        {
          inherit (declaration) file;
          value = properties.public.mkOptionDefault declared.default;
        }
      ]
    else
      [ ];
  isReadOnly = declared.readOnly or false;
  accepted =
    if isReadOnly && builtins.length definitions + builtins.length default > 1 then
      throw (messages.readOnly path definitions)
    else
      definitions;

  all = mergeDefinitions path type (default ++ accepted);
  value = apply all.mergedValue;
  strength = properties.strongestOf (
    builtins.concatMap (
      definition: map (value: { inherit value; }) (properties.discharged definition.value)
    ) (default ++ accepted)
  );
in
{
  inherit definitions;
  config = value;
  unknown = [ ];

  # A default that modules give isn't a setting either.
  isSet = strength < 1500;
  set = all.mergedSet;

  options = declared // {
    _type = "option";
    inherit value type;
    inherit (all) isDefined;
    loc = path;
    declarations = [ declaration.file ];
    definitions = map (definition: definition.value) all.defsFinal;
    definitionsWithLocations = all.defsFinal;
    files = map (definition: definition.file) all.defsFinal;
    highestPrio = strength;
    __toString = _: messages.pathOf path;
  };
}
