/**
  The second step: requirements with the results that were chosen for them, what applications make of both, and what
  they say of being run.
*/
{
  resources,
  types,
  checked,
  asked,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    listToAttrs
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
  completed = results.complete asked.results;

  unmet = concatMap (
    {
      application,
      requirement,
      type,
      ...
    }:
    finding [
      application
      requirement
    ] "unmet" type
  ) asked.unmet;

  # As a module sees them: every requirement that it names, and null for what is not needed now.
  seenBy =
    application:
    listToAttrs (
      map (name: {
        inherit name;
        value = completed.${application}.${name} or null;
      }) (checked.moduleOf application).names
    );
  givenTo = application: {
    options = checked.options.${application};
    resources = seenBy application;
  };

  operated = mapAttrs (
    name: requirements:
    import ./operated.nix { inherit types; } (checked.moduleOf name) [ name ] (
      givenTo name // { asked = requirements; }
    )
  ) asked.granted;
  siteFindings = import ./site.nix { inherit types; };
  # Whoever shows a site relies on its shape.
  inSites =
    application:
    concatMap (
      requirement:
      let
        inherit (applications.${application}.requirements.${requirement}) type content;
      in
      if type == "static-site" then siteFindings [ application requirement ] content else [ ]
    ) (attrNames applications.${application}.requirements);

  applications = mapAttrs (
    name: requirements:
    let
      module = checked.moduleOf name;
      given = givenTo name;
      content = module.sites given;
      resolved = asked.resolved name completed.${name};
    in
    {
      inherit (operated.${name}) operation;
      nixos = if module.nixos == null then null else module.nixos given;
      requirements = mapAttrs (requirement: { type, ... }: {
        inherit type;
        inherit (resolved.${requirement}) request;
        policy = checked.policies.${type};
        result = completed.${name}.${requirement};
        host = asked.spread.places.${name}.${requirement};
        content = content.${requirement} or null;
      }) requirements;
    }
  ) asked.granted;

  resultFindings =
    if asked.findings != [ ] then
      asked.findings
    else if unmet != [ ] then
      unmet
    else
      results.check [ "results" ] asked.results;
in
{
  inherit resultFindings;
  findings =
    if resultFindings != [ ] then
      resultFindings
    else
      concatMap (name: operated.${name}.findings ++ inSites name) (attrNames operated);

  results = completed;

  /**
    `{ <application> = { nixos, operation, requirements.<requirement> = { type, request, policy, result, host, content }; }; }`,
    requests without pointers.
  */
  inherit applications;
}
