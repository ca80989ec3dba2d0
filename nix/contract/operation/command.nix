/**
  The options of a program with its arguments, run on a host as one of its users: never a shell that is handed a text to
  run, also behind a program that starts another one, such as `env`. A script of one's own is a program.
*/
{ line, ... }:
let
  inherit (builtins)
    all
    any
    elem
    elemAt
    genList
    isList
    isString
    length
    match
    stringLength
    ;
  isArgument = value: isString value && stringLength value <= 2000;
  isCommand = value: isList value && value != [ ] && length value <= 100 && all isArgument value;

  shells = [
    "ash"
    "bash"
    "csh"
    "dash"
    "fish"
    "ksh"
    "mksh"
    "nu"
    "rbash"
    "sh"
    "tcsh"
    "zsh"
  ];
  isShell = argument: elem (baseNameOf argument) shells;
  # `-c`, alone or among other letters such as `-euc`, and fish's `--command`.
  asksToRun = argument: match "-[A-Za-z]*c[A-Za-z]*|--command(=.*)?" argument != null;
  after = i: command: genList (j: elemAt command (i + 1 + j)) (length command - i - 1);
  handsText =
    command:
    any (i: isShell (elemAt command i) && any asksToRun (after i command)) (
      genList (i: i) (length command)
    );
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
      verdict =
        value:
        if !isCommand value then
          "not-a-command"
        else if handsText value then
          "a-shell"
        else
          null;
    };
  }
]
