/**
  Evaluates a home page `town` on a Linux machine: what differs in settings -> what the library answers.
*/
settings:
let
  contract = import ../../contract;
  resources = import ../../resources contract;
in
contract.evaluate {
  inherit resources;
  system = "x86_64-linux";
  applications = [ (import ../../applications/homepage) ];
  environments = [ (import ../../environments/linux { inherit contract resources; }) ];
  given = {
    deployment = {
      id = "01J0TOWN";
      name = "town";
    };
    applications.home = {
      module = "homepage";
      options = {
        name = "town";
        title = "Town";
      };
    };
    environment = {
      kind = "linux";
      settings = {
        machine = (import ../machines/sample.nix).machine "web" { };
        access.key.edition = 1;
        base = "sites.example.org";
      }
      // settings;
    };
  };
}
