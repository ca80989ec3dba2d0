/**
  Files of settings: the type of what they may hold, and how one is made.
*/
{ types }:
let
  inherit (builtins) toJSON;
  inherit (import ./fake.nix) made;
  generators = import ../lib/generators.nix;
  settings = import ../nixos/settings.nix { inherit types; };

  # YAML holds JSON; of TOML only the settings are recorded.
  recorded = type: textOf: {
    inherit type;
    generate =
      name: value:
      made name {
        inherit value;
        text = textOf value;
      };
  };
in
{
  json = _: recorded settings.json toJSON;
  yaml = _: recorded settings.yaml toJSON;
  toml = _: recorded settings.toml toJSON;
  ini = _: recorded (types.attrsOf (types.attrsOf settings.json)) (generators.toINI { });
  keyValue =
    {
      listsAsDuplicateKeys ? false,
      ...
    }:
    recorded (types.attrsOf settings.json) (generators.toKeyValue { inherit listsAsDuplicateKeys; });
}
