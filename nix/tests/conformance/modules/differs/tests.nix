/**
  Cases of which none is as expected.
*/
{ module }:
let
  options = module.options.complete {
    domain = "notices.example.org";
    text = "Hello";
  };
  inherit (module.requirements options) host;
in
[
  {
    name = "a set";
    expr = {
      inherit (host.request) cores name;
    };
    expected = {
      cores = 2;
      disks = [ 1 ];
    };
  }
  {
    name = "a list";
    expr = [
      1
      2
    ];
    expected = [
      1
      3
    ];
  }
]
