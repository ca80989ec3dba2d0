/**
  What was set, checked: the options of every application, and the environment with its policies.
*/
{
  given,
  resources,
  types,
  applications,
  environments,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    isString
    mapAttrs
    ;
  inherit (import ./finding.nix) finding;
  inherit (import ./names.nix) isLabel;

  inherit (given.environment) kind;
  known = set: name: isString name && set ? ${name};
  moduleOf = name: applications.${given.applications.${name}.module};

  # The name within the deployment becomes part of paths.
  optionFindings =
    name:
    let
      inherit (given.applications.${name}) module options;
    in
    if !isLabel name then
      finding [ name ] "not-a-label" name
    else if known applications module then
      applications.${module}.options.check [ name ] options
    else
      finding [ name ] "unknown" module;

  environment = environments.${kind};
  policies = types.group (
    map (type: {
      name = type;
      type = resources.${type}.policy;
      default = { };
    }) environment.offers
  );
  givenPolicies = given.environment.policies or { };
  policyPath = [
    "environment"
    "policies"
  ];
in
{
  inherit environment moduleOf;

  findings =
    concatMap optionFindings (attrNames given.applications)
    ++ (
      if known environments kind then
        policies.check policyPath givenPolicies
      else
        finding [ "environment" ] "unknown" kind
    );

  /**
    Completed options by application, and completed policies by resource type.
  */
  options = mapAttrs (
    name: application: (moduleOf name).options.complete application.options
  ) given.applications;
  policies = policies.complete givenPolicies;
}
