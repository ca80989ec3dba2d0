/**
  A login shell in which programs can be used: the smallest thing that an application can ask for.
*/
{
  types,
  values,
  resource,
  option,
  chosen,
  filled,
  limit,
  ...
}:
resource {
  request = types.group [
    (
      option "packages" (values.several 1 100 types.label) "Programs" { de = "Programme"; }
      // {
        example = "hello";
      }
    )
    (filled false (
      option "wheel" types.boolean "Needs administrator rights" { de = "Braucht Administratorrechte"; }
    ))
  ];

  policy = types.group [
    (filled false (
      option "wheel" types.boolean "May grant administrator rights" {
        de = "Darf Administratorrechte gewähren";
      }
    ))
  ];

  limits = [
    (limit "wheel" "granted" "wheel")
  ];

  result = [ (chosen "user" types.label "User name" { de = "Benutzername"; }) ];

  behaviour = import ./behaviour/login-shell.nix;
}
