/**
  The two steps of an evaluation, and the catalogue:
    requirements   from what operators and hosting provider set
    configuration  from that and the results that were chosen for the requirements
  `given` is what the server says, read from JSON: deployment, applications, environment, and what it allocated. It comes last,
  so that many are evaluated with modules that are read once. Each gives its findings as data.

  **Invariant:** what comes after findings is not evaluated; it relies on values that passed.
*/
{ types }:
{
  applications,
  environments,
  layouts ? { },
  resources,
  system,
  nixpkgs ? null,
}:
let
  inherit (builtins)
    attrValues
    isAttrs
    listToAttrs
    mapAttrs
    ;

  named =
    key: values:
    listToAttrs (
      map (value: {
        name = value.${key};
        inherit value;
      }) values
    );
  read =
    module:
    import ./application.nix { inherit types; } (module {
      inherit types;
    });
  # By their names, so that one which can't even be read spoils nothing that is not its own.
  byName =
    if isAttrs applications then
      mapAttrs (_: read) applications
    else
      named "name" (map read applications);
  byKind = named "kind" environments;
in
given:
let
  checked = import ./checked.nix {
    inherit
      given
      layouts
      resources
      types
      ;
    applications = byName;
    environments = byKind;
  };
  asked = import ./asked.nix { inherit given checked resources; };
  placed = import ./placed.nix {
    inherit
      resources
      types
      checked
      asked
      ;
  };
  realised = checked.environment.realise {
    inherit nixpkgs system;
    inherit (checked) deployment policies settings;
    inherit (placed) applications;
    inherit (asked.spread) hosts;
    inherit (asked) allocated;
  };
  # What a realisation lacks, such as nixpkgs, is a finding as well.
  findings = if placed.findings != [ ] then placed.findings else realised.findings or [ ];

  requirements =
    if asked.findings != [ ] then
      {
        inherit (asked) findings;
        unmet = [ ];
        requirements = { };
        reserve = [ ];
        pools = [ ];
      }
    else
      {
        inherit (asked) findings unmet;
        requirements = mapAttrs (
          _: mapAttrs (_: requirement: { ${requirement.type} = requirement.request; })
        ) asked.requirements;
        reserve = if asked.unmet == [ ] then asked.reserve else [ ];
        pools = if asked.unmet == [ ] then asked.pools else [ ];
      };
in
{
  catalogue = {
    applications = map (module: module.described) (attrValues byName);
    environments = map (environment: {
      inherit (environment) kind offers;
      layouts = map (name: { inherit name; } // layouts.${name}) (environment.layouts or [ ]);
    }) environments;
  };

  # The NixOS systems of its hosts, by name: for flakes, which make them `nixosConfigurations`.
  systems = if findings == [ ] then realised.systems or { } else { };

  # What the deployment would be, without building or writing anything.
  outlook = import ./outlook.nix {
    inherit
      asked
      checked
      placed
      realised
      requirements
      ;
  };

  # Options that were stored for older versions of their modules.
  migrated = import ./migrated.nix {
    inherit given;
    applications = byName;
  };

  # The environment as its hosting provider set it up, before anybody chose an application.
  environment = {
    findings = checked.environmentFindings;
    lacking = if checked.environmentFindings == [ ] then checked.lacking else [ ];
    offers = if checked.environmentFindings == [ ] then checked.offers else [ ];
  };

  # Only who writes modules asks for these; for a module that keeps the contract there are none.
  faults = mapAttrs (_: module: module.faults) byName;

  inherit requirements;

  # The closure is a derivation: as JSON it is its store path, and `nix build` can build it.
  configuration =
    if findings != [ ] then
      {
        inherit findings;
        drvPath = null;
        closure = null;
        sites = { };
        machines = { };
        results = { };
        operations = { };
        hosts = { };
        secrets = [ ];
      }
    else
      {
        inherit findings;
        inherit (realised.closure) drvPath;
        inherit (realised) closure sites;
        machines = realised.machines or { };
        inherit (placed) results;
        inherit (asked.spread) hosts;
        secrets = realised.secrets or [ ];
        operations = mapAttrs (_: application: application.operation) placed.applications;
      };
}
