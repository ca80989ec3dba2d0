/**
  Options that pass have to become requirements that pass, and NixOS systems of which every option exists and fits.
*/
{
  evaluate,
  forms,
  isAlone,
}:
let
  inherit (builtins)
    listToAttrs
    map
    seq
    tryEval
    ;
  generators = map (
    { name, ... }@form:
    {
      inherit name;
      options = import ../../conformance/valid.nix name { inherit (form) form refusals; };
    }
  ) forms;
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
    else if isAlone then
      seq configuration.drvPath [ ]
    else if (tryEval (seq configuration.drvPath true)).success then
      [ ]
    else
      [ "it throws: ask for this number alone to see what" ];
in
{
  inherit number;
  wrong = told;
}
