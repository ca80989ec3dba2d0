/**
  The two steps of an evaluation, and the catalogue:
    requirements   from what operators and hosting provider set
    configuration  from that and the results that were chosen for the requirements
  `given` is what the server says, read from JSON: applications, environment, results.
  Each gives its findings as data.

  **Invariant:** what comes after findings is not evaluated; it relies on values that passed.
*/
{ types }:
{
  applications,
  environments,
  resources,
  given,
  system,
}:
let
  inherit (builtins) listToAttrs mapAttrs;

  named =
    key: values:
    listToAttrs (
      map (value: {
        name = value.${key};
        inherit value;
      }) values
    );
  modules = map (
    module:
    import ./application.nix { inherit types; } (module {
      inherit types;
    })
  ) applications;
  byName = named "name" modules;

  checked = import ./checked.nix {
    inherit given resources types;
    applications = byName;
    environments = named "kind" environments;
  };
  asked = import ./asked.nix { inherit checked resources; };
  placed = import ./placed.nix {
    inherit
      given
      resources
      types
      checked
      asked
      ;
  };
  realised = checked.environment.realise {
    inherit system;
    inherit (placed) applications;
  };
in
{
  catalogue = {
    applications = map (module: module.described) modules;
    environments = map (environment: { inherit (environment) kind offers; }) environments;
  };

  # Options that were stored for older versions of their modules.
  migrated = import ./migrated.nix {
    inherit given;
    applications = byName;
  };

  # Only who writes modules asks for these; for a module that keeps the contract there are none.
  faults = mapAttrs (_: module: module.faults) byName;

  requirements =
    if asked.findings != [ ] then
      {
        inherit (asked) findings;
        unmet = [ ];
        requirements = { };
      }
    else
      {
        inherit (asked) findings unmet;
        requirements = mapAttrs (
          _: mapAttrs (_: requirement: { ${requirement.type} = requirement.request; })
        ) asked.requirements;
      };

  # The closure is a derivation: as JSON it is its store path, and `nix build` can build it.
  configuration =
    if placed.findings != [ ] then
      {
        inherit (placed) findings;
        drvPath = null;
        closure = null;
        sites = { };
      }
    else
      {
        inherit (placed) findings;
        inherit (realised.closure) drvPath;
        inherit (realised) closure sites;
      };
}
