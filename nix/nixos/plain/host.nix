/**
  What all applications on a host share: what a hosting provider would decide, what they require together, and what that
  sets up. Imported by each of them, and there once.
*/
{ config, lib, ... }:
let
  inherit (builtins) map toJSON;
  configured = import ./configured.nix config.fediversity;
  inherit (configured) environment findings secrets;

  # What a plan tells as data is told as a sentence here; nobody translates it.
  sentence =
    {
      path,
      code,
      got,
      ...
    }:
    "fediversity.${lib.concatMapStringsSep "." toString path}: ${code} (${toJSON got})";

  stands = import ../modules.nix {
    inherit (environment) applications policies settings;
    inherit secrets;
  } environment.host;
in
{
  imports = stands ++ [ (import ./provided.nix { inherit secrets; }) ];

  options.fediversity.environment = import ./options.nix { inherit lib; };

  config = {
    _module.args.fediversityHost = { inherit (configured) findings given; };
    assertions = lib.mkIf (findings != [ ]) (
      map (finding: {
        assertion = false;
        message = sentence finding;
      }) findings
    );
    fediversity.environment = { inherit (configured) hosts operations secrets; };
  };
}
