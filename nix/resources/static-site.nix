/**
  A web site made of files, with redirects, headers per path and a page for what is not found.

  An application that requires one maps its options to the site's content:
    files      { <path> = text; }
    redirects  [ { path, to, status, keepQuery } ]
    headers    [ { path, name, value } ]  path is exact, or a beginning that ends in "*"
    notFound   a path among the files, or null
*/
{ types, ... }:
{
  request = types.group [
    {
      name = "name";
      type = types.label;
      label = {
        en = "Short name";
        de = "Kurzname";
      };
      help = {
        en = "The address is made of it.";
        de = "Daraus wird die Adresse gebildet.";
      };
      example = "town";
    }
  ];

  policy = types.group [
    {
      name = "base";
      type = types.optional types.domain;
      label = {
        en = "Domain of the sites";
        de = "Domain der Websites";
      };
      help = {
        en = "Sites get names below this domain. Without one, they get names below localhost.";
        de = "Websites erhalten Namen unter dieser Domain, ohne Angabe unter localhost.";
      };
      example = "sites.example.org";
      default = null;
    }
  ];

  # Both are chosen: known before anything is built, so that pages can name their own address.
  result = types.group [
    {
      name = "host";
      type = types.domain;
      label = {
        en = "Host name";
        de = "Hostname";
      };
    }
    {
      name = "address";
      type = types.url;
      label = {
        en = "Address";
        de = "Adresse";
      };
    }
  ];
}
