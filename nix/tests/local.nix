/**
  The environment `local`, and what an operator typed on its way through it.
*/
let
  inherit (builtins)
    elemAt
    filter
    genList
    length
    match
    toJSON
    ;

  realise =
    content:
    (import ../environments/local { contract = import ../contract; }).realise {
      system = "x86_64-linux";
      applications.home.requirements.site = {
        type = "static-site";
        result = {
          host = "town.localhost";
          address = "http://town.localhost:8090";
        };
        inherit content;
      };
    };
  content = {
    files = {
      "index.html" = "\${builtins.abort \"x\"} $(id) ''";
      "de/index.html" = "Hallo";
    };
    redirects = [ ];
    headers = [ ];
    notFound = null;
  };
  realised = realise content;

  # After the script and its name: a path and a store file in turn.
  rest = genList (i: elemAt realised.closure.args (i + 3)) (length realised.closure.args - 3);
  every = remainder: genList (i: elemAt rest (2 * i + remainder)) (length rest / 2);
in
[
  {
    name = "every file has its place below the application and requirement";
    expr = every 0;
    expected = [
      "home.site/files/de/index.html"
      "home.site/files/index.html"
      "home.site/site.json"
    ];
  }
  {
    name = "texts reach the builder as store files only";
    expr = filter (path: match "/nix/store/[0-9a-z]{32}-file" path == null) (every 1);
    expected = [ ];
  }
  {
    name = "the sites say under which host they are served";
    expr = realised.sites;
    expected."home.site".host = "town.localhost";
  }
  {
    name = "the same content gives the same closure, other content another";
    expr = map (other: toJSON (realise other).closure == toJSON realised.closure) [
      content
      (content // { notFound = "404.html"; })
    ];
    expected = [
      true
      false
    ];
  }
]
