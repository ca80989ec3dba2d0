/**
  An environment whose hosts run NixOS. `kind`, `label` and `help` are its own, `settings` are options that it has beside
  those of settings.nix, and `base` a NixOS module for each host: { host, request, settings } -> module.
*/
{ contract, resources }:
{
  kind,
  label,
  help,
  layouts,
  settings ? [ ],
  base ? (_: { }),
}:
let
  inherit (builtins) attrNames;
  shared = import ./settings.nix { inherit (contract) types; };
in
{
  inherit
    help
    kind
    label
    layouts
    ;
  settings = contract.types.group (settings ++ shared.options);
  inherit (shared) lacking elsewhere;
  # A login shell is for tests of the contract.
  offers = attrNames (removeAttrs resources [ "login-shell" ]);
  choose = import ./chosen.nix;
  # To tell what it is, a closure needs an evaluation of nixpkgs.
  needsNixpkgs = true;
  realise = import ./realise.nix { inherit base; };
}
