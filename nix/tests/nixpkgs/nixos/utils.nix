/**
  The few of NixOS' own functions for its modules (`utils`) that modules of ours may use.
*/
{ lib }:
let
  inherit (builtins) replaceStrings toJSON;
in
{
  # An argument of a unit's command line, literally: neither specifiers nor variables.
  escapeSystemdExecArg =
    argument:
    replaceStrings [ "%" "$" ] [ "%%" "$$" ] (
      toJSON (if builtins.isString argument then argument else toString argument)
    );
  escapeSystemdExecArgs = lib.concatMapStringsSep " " (
    argument: replaceStrings [ "%" "$" ] [ "%%" "$$" ] (toJSON (toString argument))
  );
}
