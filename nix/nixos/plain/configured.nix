/**
  What was set as options of NixOS (`fediversity`) to what the contract makes of it:
    findings     what is wrong, or can't be met
    given        { <application> = { options, resources }; }, as its module for NixOS is given them
    environment  { applications, policies, settings, host }, see modules.nix; no applications after findings
    secrets      see secrets.nix, each with the `file` that holds it already, or null
    operations   { <application> = what its module says of running it, see contract/operation/; }
    hosts        { <host> = { request, ... }; }, see layouts/hosts.nix
*/
set:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    filter
    head
    listToAttrs
    map
    mapAttrs
    ;
  contract = import ../../contract;
  resources = import ../../resources contract;
  applications = mapAttrs (_: contract.read) modules;
  environment = import ./nixos.nix { inherit contract resources; };
  inherit (set.environment) deployment modules;
  genAttrs =
    names: value:
    listToAttrs (
      map (name: {
        inherit name;
        value = value name;
      }) names
    );

  enabled = filter (name: set.${name}.enable) (attrNames applications);
  optionsOf = name: applications.${name}.options;
  heldBy = name: (optionsOf name).fromNixpkgs set.${name};

  inherit
    (contract.evaluate {
      given = {
        inherit deployment;
        # The contract checks and completes them, as it does for the server.
        applications = genAttrs enabled (name: {
          module = name;
          options = heldBy name;
        });
        environment = {
          kind = "nixos";
          settings = environment.settings.fromNixpkgs set.environment.settings;
          policies = genAttrs environment.offers (
            type: resources.${type}.policy.fromNixpkgs set.environment.policies.${type}
          );
        };
      };
      system = null;
      nixpkgs = null;
      applications = attrValues modules;
      environments = [ environment ];
      layouts = import ../../layouts;
      inherit resources;
    })
    configuration
    ;
  inherit (configuration) findings results;

  # Where a person who set a secret said that it is.
  files =
    concatMap (
      name:
      map (secret: {
        of = [
          "option"
          name
        ]
        ++ secret.path;
        inherit (secret) file;
      }) ((optionsOf name).secretsIn [ ] set.${name})
    ) enabled
    ++ map (secret: {
      of = [ "setting" ] ++ secret.path;
      inherit (secret) file;
    }) (environment.settings.secretsIn [ ] set.environment.settings);
  fileOf =
    { source, ... }:
    head (
      map (given: given.file) (filter (given: given.of == [ source.kind ] ++ source.of) files) ++ [ null ]
    );
in
{
  inherit findings;
  inherit (configuration) hosts operations;

  given = mapAttrs (name: module: {
    options = (optionsOf name).complete (heldBy name);
    resources = genAttrs module.names (requirement: results.${name}.${requirement} or null);
  }) applications;

  environment = {
    applications = if findings == [ ] then configuration.closure.applications else { };
    inherit (configuration.closure) policies settings;
    host = deployment.name;
  };

  secrets = map (secret: secret // { file = fileOf secret; }) configuration.secrets;
}
