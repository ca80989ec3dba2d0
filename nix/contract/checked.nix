/**
  What was set, checked: the options of every application, and the environment with its settings, policies and layout.
*/
{
  given,
  resources,
  types,
  applications,
  environments,
  layouts,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    head
    isString
    mapAttrs
    ;
  inherit (import ./finding.nix) finding;
  inherit (import ./names.nix) isLabel;

  inherit (given.environment) kind;
  known = set: name: isString name && set ? ${name};
  moduleOf = name: applications.${given.applications.${name}.module};

  # What a module refuses itself relies on options that passed.
  optionsOf =
    name: module: options:
    let
      findings = module.options.check [ name ] options;
      completed = module.options.complete options;
      refused =
        { path, code }:
        finding ([ name ] ++ path) code (head (reach path [ completed ] ++ [ null ]));
    in
    if findings != [ ] then findings else concatMap refused (module.refusals completed);

  # The value at a path, as a list of one, or an empty one.
  reach =
    path: found:
    if path == [ ] || found == [ ] then
      found
    else
      let
        value = head found;
        step = head path;
        inner =
          if builtins.isList value && builtins.isInt step && step < builtins.length value then
            [ (builtins.elemAt value step) ]
          else if builtins.isAttrs value && builtins.isString step && value ? ${step} then
            [ value.${step} ]
          else
            [ ];
      in
      reach (builtins.tail path) inner;

  # The name within the deployment becomes part of paths.
  optionFindings =
    name:
    let
      inherit (given.applications.${name}) module options;
    in
    if !isLabel name then
      finding [ name ] "not-a-label" name
    else if known applications module then
      optionsOf name applications.${module} options
    else
      finding [ name ] "unknown" module;

  environment = environments.${kind};
  settingsType = environment.settings or (types.group [ ]);
  policiesType = types.group (
    map (type: {
      name = type;
      type = resources.${type}.policy;
      default = { };
    }) environment.offers
  );
  has = environment.layouts or [ ];
  at = part: [
    "environment"
    part
  ];
  givenSettings = given.environment.settings or { };
  givenPolicies = given.environment.policies or { };
  givenLayout = given.environment.layout or null;
  settings = settingsType.complete givenSettings;
  policies = policiesType.complete givenPolicies;
  layout =
    if has == [ ] then null else layouts.${if givenLayout == null then head has else givenLayout};
  lacking =
    if environmentFindings != [ ] then
      [ ]
    else
      (environment.lacking or (_: [ ])) { inherit layout policies settings; };
  deployment = {
    id = "deployment";
    name = "deployment";
  }
  // (given.deployment or { });

  environmentFindings =
    if !(known environments kind) then
      finding [ "environment" ] "unknown" kind
    else
      settingsType.check (at "settings") givenSettings
      ++ policiesType.check (at "policies") givenPolicies
      ++ (
        if givenLayout == null || elem givenLayout has then
          [ ]
        else
          finding (at "layout") "not-a-choice" givenLayout
      )
      ++ (
        if isLabel deployment.name then
          [ ]
        else
          finding [ "deployment" "name" ] "not-a-label" deployment.name
      );
in
{
  inherit
    deployment
    environment
    lacking
    moduleOf
    settings
    ;

  findings = concatMap optionFindings (attrNames given.applications) ++ environmentFindings;
  inherit environmentFindings;

  /**
    Completed options by application, and of the environment its policies by resource type, and its layout, null where it has no hosts.
  */
  options = mapAttrs (
    name: application: (moduleOf name).options.complete application.options
  ) given.applications;
  inherit layout policies;

  /**
    What it offers: without what its kind could, but not with these settings (`lacking`, of `{ settings, policies, layout }`: `[ { type, reason } ]`).
  */
  offers = filter (type: !(elem type (map (lack: lack.type) lacking))) environment.offers;
}
