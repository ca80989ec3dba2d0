{
  system,
  applications,
  deployment,
  settings,
  ...
}:
let
  inherit (import ../../contract/finding.nix) finding;
  inherit (import ../../contract/characters.nix) without;
  inherit (import ../../contract/alphabets.nix) digits lower upper;
  inherit (settings) machine;

  sites = import ../../sites/of.nix applications;
  # It names a link that nginx looks for.
  isId = text: text != "" && without (lower ++ upper ++ digits ++ [ "-" ]) text == "";
in
{
  findings =
    if isId deployment.id then [ ] else finding [ "deployment" "id" ] "not-a-label" deployment.id;

  sites = import ../../sites/hosts.nix sites;
  machines.${machine.name} = machine.name;

  closure = import ../../machines/closure.nix {
    inherit system;
    inherit (deployment) name;
    systems.${machine.name} = import ./system.nix {
      inherit
        deployment
        settings
        sites
        system
        ;
    };
  };
}
