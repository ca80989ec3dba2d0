/**
  The options of a program with its arguments, run on a host as one of its users: never a shell.
*/
{ line, ... }:
let
  inherit (builtins)
    all
    isList
    isString
    length
    stringLength
    ;
  isArgument = value: isString value && stringLength value <= 2000;
  isCommand = value: value != [ ] && length value <= 100 && all isArgument value;
in
[
  {
    name = "user";
    type = line 32;
  }
  {
    name = "command";
    type = import ../types/scalar.nix {
      form.kind = "command";
      verdict = value: if isList value && isCommand value then null else "not-a-command";
    };
  }
]
