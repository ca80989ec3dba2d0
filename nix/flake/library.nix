/**
  What other front-ends build on: the contract, the resource types, what there is in the catalogue, and the check of
  modules. Without nixpkgs, and so without a network.

    nix eval --json .#lib.catalogue
    nix eval --json .#lib --apply 'lib: lib.requirements lib.examples.asked.combined'
*/
let
  inherit (builtins) fromJSON readFile;
  contract = import ../contract;
  evaluated = import ../. { };

in
{
  inherit contract;

  /**
    Resource types, by name: see nix/resources/resource.nix.
  */
  resources = import ../resources contract;

  /**
    Application modules, by name, as their directories hold them.
  */
  modules = import ../nixos/plain/applications.nix;

  /**
    Applications with their forms, and environments, as data.
  */
  inherit (evaluated) catalogue;

  /**
    What modules declare wrongly, by module: nothing.
  */
  inherit (evaluated) faults;

  /**
    How requirements are spread over hosts, by name.
  */
  layouts = import ../layouts;

  /**
    What the server asks, see nix/README.md: `{ deployment, applications, environment }` -> what it takes.
  */
  requirements = given: (import ../. { inherit given; }).requirements;

  /**
    The same for stored options of earlier versions.
  */
  migrated = given: (import ../. { inherit given; }).migrated;

  /**
    What many deployments would be, each told by itself: a list of the same -> a list, see nix/contract/outlooks.nix.
  */
  outlooks = given: (import ../. { inherit given; }).outlooks;

  /**
    Whether a module keeps the contract: { module, name } -> { <part>.findings }, see nix/check.nix.
  */
  check = import ../check.nix;

  /**
    Values with verdicts, on which whoever checks options as well has to agree.
  */
  vectors = fromJSON (readFile ../tests/vectors.json);

  /**
    Example values, see examples.nix: options, what a hosting provider would decide, and both as what is asked for.
  */
  examples = import ./examples.nix;

  /**
    Every output that is free of nixpkgs, as paths; a test evaluates each without.
  */
  free = import ./free.nix;
}
