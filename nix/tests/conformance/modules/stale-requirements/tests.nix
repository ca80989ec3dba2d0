/**
  A case that hands over an option that there is not.
*/
{ module }:
[
  {
    name = "domain";
    expr =
      (module.requirements {
        domain = "notices.example.org";
        cores = 1;
        memory = 1073741824;
        disk = 10737418240;
        colour = "#2266aa";
      }).name.request.name;
    expected = "notices.example.org";
  }
]
