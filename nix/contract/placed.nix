/**
  The second step: requirements with the results that were chosen for them, and the content that
  applications make of both.
*/
{
  given,
  resources,
  types,
  checked,
  asked,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    mapAttrs
    ;
  inherit (import ./finding.nix) finding;

  # One group that mirrors the requirements: a result too few or too many is a finding, too.
  mirror =
    of: set:
    types.group (
      map (name: {
        inherit name;
        type = of set.${name};
      }) (attrNames set)
    );
  results = mirror (mirror (requirement: resources.${requirement.type}.result)) asked.requirements;
  givenResults = given.results or { };

  unmet = concatMap (
    {
      application,
      requirement,
      type,
    }:
    finding [
      application
      requirement
    ] "unmet" type
  ) asked.unmet;

  completed = results.complete givenResults;
in
{
  findings =
    if asked.findings != [ ] then
      asked.findings
    else if unmet != [ ] then
      unmet
    else
      results.check [ "results" ] givenResults;

  /**
    `{ <application>.<requirement> = { type, request, policy, result, content }; }`
  */
  applications = mapAttrs (
    name: requirements:
    let
      content = (checked.moduleOf name).sites {
        options = checked.options.${name};
        resources = completed.${name};
      };
    in
    mapAttrs (requirement: { type, request }: {
      inherit type request;
      policy = checked.policies.${type};
      result = completed.${name}.${requirement};
      content = content.${requirement} or null;
    }) requirements
  ) asked.requirements;
}
