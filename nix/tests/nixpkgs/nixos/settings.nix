/**
  What the settings of a program may be, by the format of their file.
*/
{ types }:
let
  scalar = types.oneOf [
    types.bool
    types.int
    types.float
    types.str
    types.path
  ];

  # Scalars, and lists and sets of values. The description ends what would go on for ever.
  nested =
    description: around:
    let
      value =
        around (
          types.oneOf [
            scalar
            (types.attrsOf value)
            (types.listOf value)
          ]
        )
        // {
          inherit description;
        };
    in
    value;

  # Lists add up, everything else is set once.
  unitOption = types.mkOptionType {
    name = "systemd option";
    merge =
      path: definitions:
      if builtins.any (definition: builtins.isList definition.value) definitions then
        builtins.concatLists (
          map (
            definition: if builtins.isList definition.value then definition.value else [ definition.value ]
          ) definitions
        )
      else
        types.str.merge path definitions;
  };
  # What other properties make of a value isn't known where a section is checked.
  among = value: values: !(builtins.isString value) || builtins.elem value values;
in
{
  json = nested "JSON value" types.nullOr;
  yaml = nested "YAML value" types.nullOr;
  toml = nested "TOML value" (type: type);

  # Of nix.conf.
  atom = types.oneOf [
    types.bool
    types.int
    types.float
    types.str
    types.path
    types.package
  ];

  # Names that count, or of each whether it does.
  names = types.coercedTo (types.listOf types.str) (
    list:
    builtins.listToAttrs (
      map (name: {
        inherit name;
        value = true;
      }) list
    )
  ) (types.attrsOf types.bool);

  # A directive of a unit file, and those that say how a unit runs: two of them have few values.
  unit = unitOption;
  serviceSection = types.addCheck (types.attrsOf unitOption) (
    section:
    among section.Type or null [
      "exec"
      "simple"
      "forking"
      "oneshot"
      "dbus"
      "notify"
      "notify-reload"
      "idle"
    ]
    && among section.Restart or null [
      "no"
      "on-success"
      "on-failure"
      "on-abnormal"
      "on-abort"
      "always"
    ]
  );
  unitName = types.strMatching "[a-zA-Z0-9@%:_.\\-]+[.](service|socket|device|mount|automount|swap|target|path|timer|scope|slice)";
}
