/**
  The entry that the server evaluates.

  `input` is the path of a JSON file with what an operator chose (see README.md). Its values are
  data: they are read with `fromJSON`, checked by the contract, and never become Nix or shell text.
*/
{
  input ? null,
  # The same, for whoever asks in Nix.
  given ? builtins.fromJSON (builtins.readFile input),
  system ? "x86_64-linux",
  # The source tree of nixpkgs, for environments whose hosts run NixOS.
  nixpkgs ? null,
}:
let
  contract = import ./contract;
  resources = import ./resources contract;

  # Each directory is a module; adding one needs no other change.
  modulesIn =
    directory:
    builtins.mapAttrs (name: _: import (directory + "/${name}")) (builtins.readDir directory);
  evaluate = contract.evaluator {
    inherit nixpkgs resources system;
    applications = modulesIn ./applications;
    environments = map (module: module { inherit contract resources; }) (
      builtins.attrValues (modulesIn ./environments)
    );
    layouts = import ./layouts;
  };
  evaluated = evaluate given;

  # Who answers for modules from outside: the server puts this beside them.
  trusted =
    if builtins.pathExists ./trusted.json then
      builtins.fromJSON (builtins.readFile ./trusted.json)
    else
      { };
  withTrust =
    application:
    application
    // (if trusted ? ${application.name} then { trustedBy = trusted.${application.name}; } else { });
in
evaluated
// {
  catalogue = evaluated.catalogue // {
    applications = map withTrust evaluated.catalogue.applications;
  };

  # The input is a list of deployments then.
  outlooks = contract.outlooks evaluate given;
}
