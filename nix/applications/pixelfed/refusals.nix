/**
  The first administrator can't have a name that Pixelfed gives to nobody.
*/
options:
if builtins.elem options.administrator.user (import ./words/kept-names.nix) then
  [
    {
      path = [
        "administrator"
        "user"
      ];
      code = "reserved";
    }
  ]
else
  [ ]
