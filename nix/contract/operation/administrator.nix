/**
  How the first administrator comes to be: a command, run once when everything else works. Their password is `printed` by
  it after this text, or it is the secret of the requirement `password`. Where they are there already, the command says
  `exists`.
*/
{ types, line, ... }@parts:
let
  open = name: type: {
    inherit name;
    type = types.optional type;
    default = null;
  };
in
types.optional (
  types.group (
    import ./command.nix parts
    ++ [
      (open "printed" (line 100))
      (open "password" (line 64))
      (open "exists" (line 200))
    ]
  )
)
