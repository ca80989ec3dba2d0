/**
  The applications as ordinary NixOS modules, for people without the server:

    imports = [ (import ./nix/nixos/plain.nix { }) ];
    fediversity.homepage = { enable = true; name = "town"; title = "Town"; };
    fediversity.environment.policies.static-site.base = "example.org";

  Options are those of the form, and requirements, results and what is set up are those of the environment `nixos`: the
  same choices give the same system. What a plan would find wrong is an assertion.

  **Invariant:** which modules are imported, and what they set at the top two levels, doesn't depend on `config`.
*/
{
  applications ? import ./plain/applications.nix,
}:
{ config, lib, ... }:
let
  inherit (builtins) attrNames map;
  contract = import ../contract;
  inherit (import ./plain/configured.nix { inherit contract applications; } config.fediversity)
    environment
    findings
    given
    secrets
    ;

  # What a plan tells as data is told as a sentence here; nobody translates it.
  sentence =
    {
      path,
      code,
      got,
      ...
    }:
    "fediversity.${lib.concatMapStringsSep "." toString path}: ${code} (${builtins.toJSON got})";

  stands = import ./modules.nix {
    inherit (environment) applications policies settings;
    inherit secrets;
  } environment.host;

  runs =
    name:
    {
      config,
      lib,
      options,
      pkgs,
      utils,
      ...
    }@arguments:
    import ./plain/when.nix { inherit lib; } (findings == [ ] && config.fediversity.${name}.enable) (
      applications.${name}.nixos given.${name} arguments
    );
in
{
  imports =
    stands
    ++ map runs (lib.filter (name: applications.${name}.nixos or null != null) (attrNames applications))
    ++ [ (import ./plain/provided.nix { inherit secrets; }) ];
  options.fediversity = import ./plain/options.nix { inherit contract lib applications; };
  config = {
    assertions = lib.mkIf (findings != [ ]) (
      map (finding: {
        assertion = false;
        message = sentence finding;
      }) findings
    );
    fediversity.environment.secrets = secrets;
  };
}
