/**
  The applications as ordinary NixOS modules, for people without the server:

    imports = [ (import ./nix/nixos/plain.nix { }) ];
    fediversity.homepage = { enable = true; name = "town"; title = "Town"; };
    fediversity.environment.policies.static-site.base = "example.org";

  Options are those of the form, and requirements, results and what is set up are those of the environment `nixos`: the
  same choices give the same system. What a plan would find wrong is an assertion.

  This is all of them; plain/application.nix makes a module of each, and plain/host.nix is what they share.

  **Invariant:** which modules are imported, and what they set at the top two levels, doesn't depend on `config`.
*/
{
  applications ? import ./plain/applications.nix,
}:
{
  imports = map (import ./plain/application.nix) (builtins.attrValues applications);
}
