/**
  What is expected of it, as cases: `fediversity module check` runs them. What is expected is written down, never computed.
*/
{ module }:
let
  options = module.options.complete {
    domain = "notices.example.org";
    text = "Hello";
  };
  asked = module.requirements options;
in
[
  {
    name = "the domain leads to the host";
    expr = { inherit (asked.name.request) name; };
    expected.name = "notices.example.org";
  }
  {
    name = "the host is as large as it was chosen to be";
    expr = (module.requirements (options // { cores = 4; })).host.request.cores;
    expected = 4;
  }
]
