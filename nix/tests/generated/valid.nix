/**
  Options that pass have to become requirements that pass, and NixOS systems of which every option exists and fits.
*/
{ evaluate, forms }:
let
  inherit (builtins)
    listToAttrs
    map
    seq
    ;
  generators = map ({ name, form }: {
    inherit name;
    options = import ../../conformance/valid.nix form;
  }) forms;
in
number:
let
  applications = listToAttrs (
    map (application: {
      inherit (application) name;
      value = {
        module = application.name;
        options = application.options number;
      };
    }) generators
  );
  answer = import ../../conformance/placed.nix "proxmox" (
    environment: evaluate { inherit applications environment; }
  ) number;
  inherit (answer) configuration requirements;

  told =
    if requirements.findings != [ ] || requirements.unmet != [ ] then
      requirements.findings ++ requirements.unmet
    else if configuration.findings != [ ] then
      configuration.findings
    else
      seq configuration.drvPath [ ];
in
{
  inherit number;
  wrong = told;
}
