/**
  Options that pass have to become requirements that pass, and NixOS systems of which every option exists and fits.
*/
{ evaluate, forms }:
let
  inherit (builtins)
    all
    head
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
  answerIn =
    number:
    let
      environment = import ../../conformance/environment.nix "proxmox" number;
      answer = evaluate { inherit applications environment; };
    in
    answer // { inherit environment; };

  # The largest of all applications together are too large for one host, and not for several.
  first = answerIn number;
  isTooLarge =
    first.requirements.findings != [ ]
    && first.environment.layout == "all-in-one"
    && all (finding: head finding.path == "hosts") first.requirements.findings;
  answer = if isTooLarge then answerIn (number + 1) else first;
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
