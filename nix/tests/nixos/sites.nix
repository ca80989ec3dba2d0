/**
  Static sites as nginx hosts. nginx, asked with these very lines, answered what the site process of the environment
  `local` answers.
*/
let
  lib = import ../nixpkgs/lib;
  pkgs = import ../nixpkgs { system = "x86_64-linux"; };
  set = import ./set.nix;
  site =
    https: content:
    import ../../nixos/site.nix {
      inherit pkgs https;
      name = "town.example";
      content = {
        files."index.html" = "";
        redirects = [ ];
        headers = [ ];
        notFound = null;
      }
      // content;
    };
  locations = content: (site false content).host.locations;
  to = path: to: status: keepQuery: {
    redirects = [
      {
        inherit
          path
          to
          status
          keepQuery
          ;
      }
    ];
  };
  returned = path: content: (locations content)."= \"${path}\"".return;
  refused = value: !(builtins.tryEval (builtins.deepSeq value true)).success;
  header = path: name: value: { inherit path name value; };
  mapped =
    headers:
    lib.filter (lib.hasInfix "~^") (lib.splitString "\n" (site false { inherit headers; }).maps);
  hosted =
    (set {
      applications.homepage = import ./town.nix;
      policies.static-site.base = "sites.example";
    } "town")
      "services.nginx.virtualHosts";
  local = (set { applications.homepage = import ./town.nix; } "town");
in
[
  {
    name = "sites: files lie in the store as they are";
    expr = map (entry: [
      entry.name
      entry.path.madeOf.text
    ]) (site false { files."a b/\"c\".txt" = "$(id) \${uri}"; }).host.root.madeOf.entries;
    expected = [
      [
        "a b/\"c\".txt"
        "$(id) \${uri}"
      ]
    ];
  }
  {
    name = "sites: a directory leads to itself with a slash, and keeps the query";
    expr =
      let
        inherit (site false { files."a/b/index.html" = ""; }) host;
      in
      lib.mapAttrs (_: location: location.return) (
        lib.filterAttrs (_: location: location ? return) host.locations
      );
    expected = {
      "= \"/a\"" = "301 \"/a/\$is_args\$args\"";
      "= \"/a/b\"" = "301 \"/a/b/\$is_args\$args\"";
    };
  }
  {
    name = "sites: redirects keep the query before a fragment and after a query, or don't";
    expr = [
      (returned "/old" (to "/old" "/new" 302 false))
      (returned "/old" (to "/old" "/new" 301 true))
      (returned "/old" (to "/old" "/new?a=1" 301 true))
      (returned "/old" (to "/old" "/new#top" 308 true))
      (returned "/old" (to "/old" "/new?a=1#top" 308 true))
    ];
    expected = [
      "302 \"/new\""
      "301 \"/new\$is_args\$args\""
      "301 \"/new?a=1\$fediversity_and_args\""
      "308 \"/new\$is_args\$args#top\""
      "308 \"/new?a=1\$fediversity_and_args#top\""
    ];
  }
  {
    name = "sites: a redirect wins over a directory";
    expr = returned "/a" ({ files."a/index.html" = ""; } // to "/a" "/b" 301 false);
    expected = "301 \"/b\"";
  }
  {
    name = "sites: no text gets out of its quotes, or becomes a variable";
    expr = [
      (returned "/q\\\"" (to "/q\"" "/x\"; return 200 \"\\\$host" 301 false))
      (mapped [ (header "/a.b*" "X-Y" "\"; }\$host") ])
    ];
    expected = [
      "301 \"/x\\\"; return 200 \\\"\\\\\${fediversity_dollar}host\""
      [
        "  \"~^/\" \"no-cache\";"
        "  \"~^/\" \"nosniff\";"
        "  \"~^/a\\\\.b\" \"\\\"; }\${fediversity_dollar}host\";"
      ]
    ];
  }
  {
    name = "sites: control characters are refused";
    expr = [
      (refused (locations (to "/a" "/b\r\nSet-Cookie: a=b" 301 false)))
      (refused (site false { headers = [ (header "/" "X-Y" "a\nb") ]; }).maps)
      (refused (locations (to "/a" "/b" 301 false)))
    ];
    expected = [
      true
      true
      false
    ];
  }
  {
    name = "sites: of two rules for one header the later counts, exact or not";
    expr = mapped [
      (header "/*" "X-Rule" "all")
      (header "/a" "x-rule" "exact")
    ];
    expected = [
      "  \"~^/\" \"no-cache\";"
      "  \"~^/\" \"nosniff\";"
      "  \"~^/a$\" \"exact\";"
      "  \"~^/\" \"all\";"
    ];
  }
  {
    name = "sites: a content type is said once, for a file and for the directory that it is the page of";
    expr = lib.mapAttrs (_: location: location.extraConfig) (
      lib.filterAttrs (name: _: lib.hasPrefix "= \"/feed/" name) (locations {
        files."feed/index.html" = "";
        headers = [ (header "/feed/*" "content-type" "application/atom+xml") ];
      })
    );
    expected = {
      "= \"/feed/\"" = "types { }\ndefault_type \"application/atom+xml\";\n";
      "= \"/feed/index.html\"" = "types { }\ndefault_type \"application/atom+xml\";\n";
    };
  }
  {
    name = "sites: other headers and other paths say no content type";
    expr = lib.filter (lib.hasPrefix "= ") (
      builtins.attrNames (locations {
        files = {
          feed = "";
          other = "";
        };
        headers = [
          (header "/feed" "Content-Type" "application/atom+xml")
          (header "/*" "X-Rule" "all")
        ];
      })
    );
    expected = [ "= \"/feed\"" ];
  }
  {
    name = "sites: what isn't found gets the site's page, if it has one";
    expr =
      map
        (
          notFound:
          let
            inherit (site false { inherit notFound; }) host;
          in
          [
            (host.locations."@lost" or null)
            (lib.hasInfix "error_page 404 @lost;" host.extraConfig)
          ]
        )
        [
          "404.html"
          null
        ];
    expected = [
      [
        {
          tryFiles = "\"/404.html\" =404";
          extraConfig = "etag off;";
        }
        true
      ]
      [
        null
        false
      ]
    ];
  }
  {
    name = "sites: below the provider's domain with a certificate, and told to stay with it";
    expr = [
      hosted."town.sites.example".forceSSL
      hosted."town.sites.example".useACMEHost
      (lib.hasInfix "Strict-Transport-Security" hosted."town.sites.example".extraConfig)
    ];
    expected = [
      true
      "town.sites.example"
      true
    ];
  }
  {
    name = "sites: below localhost without one";
    expr =
      let
        host = (local "services.nginx.virtualHosts")."town.localhost";
      in
      [
        (host ? forceSSL)
        (lib.hasInfix "Strict-Transport-Security" host.extraConfig)
        (local "security.acme.acceptTerms")
        (local "networking.firewall.allowedTCPPorts")
      ];
    expected = [
      false
      false
      null
      [
        80
        443
      ]
    ];
  }
]
