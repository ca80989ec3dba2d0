/**
  Evaluates the application hello with options, environment and chosen results.
*/
options: environment: results:
let
  contract = import ../../contract;
in
contract.evaluate {
  given = {
    applications.hello = {
      module = "hello";
      inherit options;
    };
    inherit environment results;
  };
  system = "x86_64-linux";
  applications = [ (import ./application.nix) ];
  environments = [
    (import ./environment.nix)
    (import ../../environments/local)
  ];
  resources = import ../../resources contract;
}
