/**
  An environment whose hosts run NixOS. `kind`, `label` and `help` are its own, and
    settings  options that it has beside those of settings.nix
    coherent  path -> settings -> [ finding ], of settings as a whole
    machines  settings -> the machines that exist, one for each host, or null where hosts are made or there is but one
    makesMachines  whether a machine is made for each host, which is called as the host
    base      a NixOS module for each host: { host, machine, request, settings } -> module
*/
{ contract, resources }:
{
  kind,
  label,
  help,
  layouts,
  settings ? [ ],
  coherent ? (_: _: [ ]),
  machines ? null,
  makesMachines ? false,
  base ? (_: { }),
}:
let
  inherit (builtins) attrNames;
  shared = import ./settings.nix { inherit (contract) types; };
  existing = import ./machines.nix machines;
  # A login shell is for tests of the contract.
  offers = attrNames (removeAttrs resources [ "login-shell" ]);
in
{
  inherit
    help
    kind
    label
    layouts
    offers
    ;
  settings = import ../resources/refined.nix (contract.types.group (
    settings ++ shared.options
  )) coherent;
  inherit (shared) elsewhere;
  inherit (existing) pools;
  lacking = given: existing.lacking offers given ++ shared.lacking given;
  choose =
    given:
    import ./chosen.nix (
      given // { machine = existing.of given.settings (given.allocated given.host); }
    );
  # To tell what it is, a closure needs an evaluation of nixpkgs.
  needsNixpkgs = true;
  realise = import ./realise.nix { inherit base existing makesMachines; };
}
