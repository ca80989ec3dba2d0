/**
  The environment `nixos`, whose realisation is what was asked of it: here, whoever imports the modules makes the system.
*/
{ contract, resources }:
let
  environment = import ../../environments/nixos { inherit contract resources; };
in
environment
// {
  realise = given: {
    sites = { };
    secrets = import ../secrets.nix {
      inherit (given)
        applications
        hosts
        policies
        settings
        ;
    };
    closure = given // {
      drvPath = null;
    };
  };
}
