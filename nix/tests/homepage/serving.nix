/**
  What the site says about how it is served.
*/
let
  siteOf = import ./site-of.nix;
in
[
  {
    name = "accounts of the domain are looked for at their host, query kept";
    expr = (siteOf { accounts.host = "social.example.org"; }).redirects;
    expected = [
      {
        path = "/.well-known/webfinger";
        to = "https://social.example.org/.well-known/webfinger";
        status = 301;
        keepQuery = true;
      }
      {
        path = "/.well-known/host-meta";
        to = "https://social.example.org/.well-known/host-meta";
        status = 301;
        keepQuery = true;
      }
      {
        path = "/.well-known/nodeinfo";
        to = "https://social.example.org/.well-known/nodeinfo";
        status = 301;
        keepQuery = true;
      }
    ];
  }
  {
    name = "headers let nothing in from elsewhere";
    expr = builtins.filter (header: header.path == "/*") (siteOf { }).headers;
    expected = [
      {
        path = "/*";
        name = "Content-Security-Policy";
        value = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
      }
      {
        path = "/*";
        name = "X-Content-Type-Options";
        value = "nosniff";
      }
      {
        path = "/*";
        name = "Referrer-Policy";
        value = "strict-origin-when-cross-origin";
      }
    ];
  }
]
