/**
  A case that completes an option that there is not.
*/
{ module }:
[
  {
    name = "domain";
    expr =
      (module.options.complete {
        domain = "notices.example.org";
        text = "Hello";
        colour = "#2266aa";
      }).domain;
    expected = "notices.example.org";
  }
]
