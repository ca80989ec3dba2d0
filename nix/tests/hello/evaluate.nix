/**
  Evaluates the application hello with options, environment and the result that is chosen for its login shell.
*/
options: environment: chosen:
let
  contract = import ../../contract;
in
contract.evaluate {
  given = {
    applications.hello = {
      module = "hello";
      inherit options;
    };
    inherit environment;
  };
  system = "x86_64-linux";
  applications = [ (import ./application.nix) ];
  environments = [
    (import ./environment.nix chosen)
    (import ../../environments/local { inherit contract; })
  ];
  resources = import ../../resources contract;
}
