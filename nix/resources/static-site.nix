/**
  A web site made of files, with redirects, headers per path and a page for what is not found.

  An application that requires one maps its options to the site's content:
    files      { <path> = text; }
    redirects  [ { path, to, status, keepQuery } ]
    headers    [ { path, name, value } ]  path is exact, or a beginning that ends in "*"
    notFound   a path among the files, or null
*/
{
  types,
  resource,
  option,
  chosen,
  ...
}:
resource {
  request = types.group [
    (
      option "name" types.label "Short name" { de = "Kurzname"; }
      // {
        help = {
          en = "The address is made of it.";
          de = "Daraus wird die Adresse gebildet.";
        };
        example = "town";
      }
    )
  ];

  policy = types.group [
    (
      option "base" (types.optional types.domain) "Domain of the sites" { de = "Domain der Websites"; }
      // {
        help = {
          en = "Sites get names below this domain. Without one, they get names below localhost.";
          de = "Websites erhalten Namen unter dieser Domain, ohne Angabe unter localhost.";
        };
        example = "sites.example.org";
        default = null;
      }
    )
  ];

  # Both are known before anything is built, so that pages can name their own address.
  result = [
    (chosen "host" types.domain "Host name" { de = "Hostname"; })
    (chosen "address" types.url "Address" { de = "Adresse"; })
  ];

  reserves = "host";

  behaviour = import ./behaviour/static-site.nix;
}
