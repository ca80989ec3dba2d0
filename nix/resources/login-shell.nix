/**
  A login shell in which programs can be used: the smallest thing that an application can ask for.
*/
{ types, ... }:
let
  wheel = label: {
    name = "wheel";
    type = types.boolean;
    inherit label;
    default = false;
  };
in
{
  request = types.group [
    {
      name = "packages";
      type = types.list {
        of = types.label;
        min = 1;
        max = 100;
      };
      label = {
        en = "Programs";
        de = "Programme";
      };
      example = "hello";
    }
    (wheel {
      en = "Needs administrator rights";
      de = "Braucht Administratorrechte";
    })
  ];

  policy = types.group [
    (wheel {
      en = "May grant administrator rights";
      de = "Darf Administratorrechte gewähren";
    })
  ];

  result = types.group [
    {
      name = "user";
      type = types.label;
      label = {
        en = "User name";
        de = "Benutzername";
      };
    }
  ];
}
