/**
  The site that a home page has, with a name and a title if none are given.
*/
given:
let
  inherit (import ../../contract) types;
  module = import ../../applications/homepage { inherit types; };
  application = import ../../contract/application.nix { inherit types; } module;
in
(module.sites {
  options = application.options.complete (
    {
      name = "town";
      title = "Town";
    }
    // given
  );
  resources.site = {
    host = "town.localhost";
    address = "http://town.localhost:8090/";
  };
}).site
