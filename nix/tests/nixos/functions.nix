/**
  What hosts are made with, function by function, where whole deployments don't show a difference.
*/
let
  inherit (builtins) attrNames filter map;
  lib = import ../nixpkgs/lib;
  pkgs = import ../nixpkgs { system = "x86_64-linux"; };
  contract = import ../../contract;
  resources = import ../../resources contract;
  policies = builtins.mapAttrs (_: resource: resource.policy.complete { }) resources;
in
[
  {
    name = "nixos: an application's users are those of its databases and of who reads its secrets, but root";
    expr = map (import ../../nixos/users.nix) [
      {
        a = {
          type = "postgresql";
          request.user = "social";
        };
        b = {
          type = "secret-file";
          request.owner = "root";
        };
      }
      {
        a = {
          type = "mariadb";
          request.user = "photos";
        };
        b = {
          type = "secret-file";
          request.owner = "keeper";
        };
        c = {
          type = "redis";
          request = { };
        };
      }
    ];
    expected = [
      [ "social" ]
      [
        "keeper"
        "photos"
      ]
    ];
  }
  {
    name = "nixos: an application of nothing but a site has no home";
    expr =
      map
        (
          entry:
          removeAttrs entry [
            "request"
            "result"
          ]
        )
        (
          import ../../nixos/entries.nix {
            homepage.requirements.site = {
              type = "static-site";
              host = "town";
              request.name = "town";
              result = { };
            };
          }
        );
    expected = [
      {
        application = "homepage";
        requirement = "site";
        type = "static-site";
        host = "town";
        home = null;
        users = [ ];
      }
    ];
  }
  {
    name = "nixos: a bucket of an application without names shows nothing to anybody";
    expr =
      (import ../../nixos/chosen.nix {
        inherit policies;
        deployment.id = "01J0TOWN";
        settings.storage = null;
        application = "notes";
        requirement = "media";
        asked = { };
        type = "s3-bucket";
        request = resources.s3-bucket.request.complete {
          name = "media";
          website = true;
        };
        host = "town";
        hosts = { };
        allocated = _: { };
      }).webHost;
    expected = null;
  }
  {
    name = "nixos: in nginx's expressions only what has a meaning is escaped";
    expr = (import ../../sites/nginx/texts.nix "fediversity").beginning "/~a-b_c.d*";
    expected = "^/~a-b_c\\.d\\*";
  }
  {
    name = "nixos: a file and a directory's page are served with the type that a rule says";
    expr =
      let
        inherit
          (import ../../nixos/site.nix {
            inherit pkgs;
            https = false;
            name = "town.example";
            content = {
              files = {
                "feed/index.html" = "";
                "feed.xml" = "";
              };
              redirects = [ ];
              notFound = null;
              headers =
                map
                  (path: {
                    inherit path;
                    name = "Content-Type";
                    value = "application/atom+xml";
                  })
                  [
                    "/feed/"
                    "/feed.xml"
                  ];
            };
          })
          host
          ;
      in
      map (path: host.locations."= \"${path}\"") [
        "/feed/"
        "/feed.xml"
      ];
    expected = [
      {
        tryFiles = "\${uri}index.html =404";
        extraConfig = "types { }\ndefault_type \"application/atom+xml\";\n";
      }
      {
        tryFiles = "$uri =404";
        extraConfig = "types { }\ndefault_type \"application/atom+xml\";\n";
      }
    ];
  }
  {
    name = "nixos: sites of one host have their headers one after the other";
    expr =
      let
        entry = host: {
          result = { inherit host; };
          content = {
            files."index.html" = "";
            redirects = [ ];
            headers = [ ];
            notFound = "/404.html";
          };
        };
        set =
          import ../../nixos/resources/static-site.nix
            {
              inherit policies;
              settings.proof = null;
              entries = [
                (entry "one.localhost")
                (entry "two.localhost")
              ];
            }
            {
              inherit lib pkgs;
              config = { };
            };
        inherit (set.services.nginx.content) commonHttpConfig virtualHosts;
      in
      [
        (filter (line: line != "" && builtins.match "map .*|  .*|}" line == null) (
          lib.splitString "\n" commonHttpConfig
        ))
        (attrNames virtualHosts)
        virtualHosts."one.localhost".locations."@lost".tryFiles
      ];
    expected = [
      [ ]
      [
        "one.localhost"
        "two.localhost"
      ]
      "\"/404.html\" =404"
    ];
  }
  {
    name = "nixos: an environment's own part of a host knows the host, how large it is, and the settings";
    expr =
      let
        realised =
          import ../../nixos/realise.nix
            {
              base =
                {
                  host,
                  machine,
                  request,
                  settings,
                }:
                {
                  environment.etc.base.text = "${host} ${machine.name} ${toString request.memoryMiB} ${settings.stateVersion}";
                };
              existing = import ../../nixos/machines.nix (_: [ { name = "oak"; } ]);
              makesMachines = false;
            }
            {
              system = "x86_64-linux";
              nixpkgs = ../nixpkgs;
              deployment.name = "town";
              inherit policies;
              settings = {
                stateVersion = "26.05";
                storage = null;
              };
              applications = { };
              hosts.town.request.memoryMiB = 2048;
              allocated = _: { machine = "oak"; };
            };
      in
      realised.systems.town.set.environment.etc.base.text;
    expected = "town oak 2048 26.05";
  }
  {
    name = "nixos: everything that can be asked for on hosts has a module";
    expr = attrNames (import ../../nixos/resources);
    expected = [
      "login-shell"
      "mariadb"
      "postgresql"
      "redis"
      "s3-bucket"
      "secret-file"
      "static-site"
      "tls-certificate"
    ];
  }
]
