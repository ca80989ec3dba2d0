/**
  What the settings of a program may be, by the format of their file.
*/
{ types }:
let
  nested =
    name: scalars:
    let
      value = types.oneOf (
        scalars
        ++ [
          (types.attrsOf value)
          (types.listOf value)
        ]
      );
      named = value // {
        description = "${name} value";
      };
    in
    named;

  scalars = [
    types.bool
    types.int
    types.float
    types.str
    types.path
  ];
  orNull =
    name:
    let
      value =
        types.nullOr (
          types.oneOf (
            scalars
            ++ [
              (types.attrsOf value)
              (types.listOf value)
            ]
          )
        )
        // {
          description = "${name} value";
        };
    in
    value;
in
{
  json = orNull "JSON";
  yaml = orNull "YAML";
  toml = nested "TOML" scalars;

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

  # A directive of a unit file.
  unit = types.unitOption;
}
