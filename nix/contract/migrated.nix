/**
  Options of a deployment that were stored for older versions of their modules, each with its own
  outcome: `{ <application> = { findings, dropped, moved, options }; }`, see migrate.nix.
*/
{ given, applications }:
let
  inherit (import ./finding.nix) finding;

  migrated =
    name:
    {
      module,
      version ? null,
      options,
    }:
    if builtins.isString module && applications ? ${module} then
      applications.${module}.migrate [ name ] version options
    else
      {
        inherit options;
        findings = finding [ name ] "unknown" module;
        dropped = [ ];
        moved = [ ];
      };
in
builtins.mapAttrs migrated given.applications
