/**
  The content of a static site has one shape, whoever shows it.
*/
let
  inherit (import ../../contract) types;
  check = import ../../contract/site.nix { inherit types; } [ "site" ];
  right = {
    files = {
      "index.html" = "hello";
      "en/index.html" = "hello";
    };
    redirects = [
      {
        path = "/old";
        to = "/en/";
        status = 301;
        keepQuery = false;
      }
    ];
    headers = [
      {
        path = "/*";
        name = "Referrer-Policy";
        value = "no-referrer";
      }
    ];
    notFound = "index.html";
  };
  told =
    content:
    map (
      finding:
      "${builtins.concatStringsSep "." (map toString (builtins.tail finding.path))}: ${finding.code}"
    ) (check content);
  redirected = change: right // { redirects = map (redirect: redirect // change) right.redirects; };
in
[
  {
    name = "what can be shown passes";
    expr = [
      (told right)
      (told (
        right
        // {
          notFound = null;
          redirects = [ ];
          headers = [ ];
        }
      ))
    ];
    expected = [
      [ ]
      [ ]
    ];
  }
  {
    name = "content that is not there, or of another shape, is told with its place";
    expr = map told [
      null
      (removeAttrs right [ "files" ])
      (right // { headers = { }; })
      (right // { footers = [ ]; })
      (redirected { status = 304; })
      (redirected { to = "/a\nSet-Cookie: b"; })
    ];
    expected = [
      [ ": not-a-group" ]
      [ "files: missing" ]
      [ "headers: not-a-list" ]
      [ "footers: unknown" ]
      [ "redirects.0.status: not-a-choice" ]
      [ "redirects.0.to: line-break" ]
    ];
  }
  {
    name = "a file lies below its site, and is text";
    expr = told (
      right
      // {
        files = {
          "/index.html" = "";
          "a/../../b" = "";
          "a//b" = "";
          "number" = 5;
        };
      }
    );
    expected = [
      "files./index.html: unreachable"
      "files.a/../../b: unreachable"
      "files.a//b: unreachable"
      "files.number: not-text"
    ];
  }
]
