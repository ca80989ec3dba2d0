/**
  What hosts are made with, function by function, where whole deployments don't show a difference.
*/
let
  inherit (builtins)
    attrNames
    deepSeq
    elem
    filter
    map
    tryEval
    ;
  lib = import ../nixpkgs/lib;
  pkgs = import ../nixpkgs { system = "x86_64-linux"; };
  contract = import ../../contract;
  resources = import ../../resources contract;

  policies = builtins.mapAttrs (_: resource: resource.policy.complete { }) resources;
  dns01 = policies // {
    tls-certificate = policies.tls-certificate // {
      proof = "dns-01";
    };
  };
  bucket = given: {
    type = "s3-bucket";
    host = "storage";
    request = resources.s3-bucket.request.complete ({ name = "media"; } // given);
    result.secretKeyFile = "/secrets/media_key";
  };
  host.host = {
    type = "host";
    host = "town";
    request = { };
    result = { };
  };
  secretsOf =
    {
      requirements,
      policies,
      storage ? null,
    }:
    import ../../nixos/secrets.nix {
      applications.notes = { inherit requirements; };
      hosts = {
        storage = { };
        town = { };
      };
      inherit policies;
      settings = {
        inherit storage;
        proof.secret.edition = 1;
        relay.password.edition = 1;
      };
    };
  isProven =
    given:
    elem "${policies.secret-file.directory}/_host/certificates-key" (
      map (secret: secret.path) (secretsOf given)
    );

  when = import ../../nixos/plain/when.nix { inherit lib; };
  nothing = lib.mkMerge [ ];
  looked = throw "it was looked at";
  isWhole = value: (tryEval (deepSeq value true)).success;
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
        request = (bucket { website = true; }).request;
        host = "town";
        hosts = { };
        allocated = _: { };
      }).webHost;
    expected = null;
  }
  {
    name = "nixos: the key of a bucket is root's where an application names no user";
    expr = map (secret: "${secret.host} ${secret.path} ${secret.owner}") (secretsOf {
      inherit policies;
      requirements = host // {
        media = bucket { };
      };
    });
    expected = [
      "town /secrets/media_key root"
      "storage /secrets/media_key root"
      "storage /var/lib/fediversity/secrets/_host/garage-rpc root"
      "storage /var/lib/fediversity/secrets/_host/garage-admin root"
    ];
  }
  {
    name = "nixos: a bucket without a home has its key where it is";
    expr = map (secret: "${secret.host} ${secret.path}") (secretsOf {
      inherit policies;
      requirements.media = bucket { };
    });
    expected = [
      "storage /secrets/media_key"
      "storage /var/lib/fediversity/secrets/_host/garage-rpc"
      "storage /var/lib/fediversity/secrets/_host/garage-admin"
    ];
  }
  {
    name = "nixos: a bucket that is met elsewhere has its key where the application is";
    expr = map (secret: "${secret.host} ${secret.path}") (secretsOf {
      inherit policies;
      requirements = host // {
        media = bucket { } // {
          host = null;
        };
      };
    });
    expected = [ "town /secrets/media_key" ];
  }
  {
    name = "nixos: the key of the DNS is there where a certificate is proven with it, and nowhere else";
    expr =
      let
        site = policies: {
          inherit policies;
          requirements.site = {
            type = "static-site";
            host = "town";
            request.name = "town";
            result = { };
          };
        };
        stored = given: storage: {
          policies = dns01;
          requirements.media = bucket given;
          inherit storage;
        };
      in
      map isProven [
        (site dns01)
        (site (dns01 // { static-site.base = "sites.example.org"; }))
        (site (policies // { static-site.base = "sites.example.org"; }))
        (stored { } null)
        (stored {
          website = true;
          alias = "media.example.org";
        } null)
        (stored { } { domain = "storage.example.org"; })
      ];
    expected = [
      false
      true
      false
      false
      true
      true
    ];
  }
  {
    name = "nixos: in nginx's expressions only what has a meaning is escaped";
    expr = (import ../../nixos/nginx.nix).beginning "/~a-b_c.d*";
    expected = "^/~a-b_c\\.d\\*";
  }
  {
    name = "nixos: a file and a directory's page are served with the type that a rule says";
    expr =
      let
        inherit
          (import ../../nixos/site.nix {
            inherit lib pkgs;
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
                  request,
                  settings,
                }:
                {
                  environment.etc.base.text = "${host} ${toString request.memoryMiB} ${settings.stateVersion}";
                };
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
            };
      in
      realised.systems.town.set.environment.etc.base.text;
    expected = "town 2048 26.05";
  }
  {
    name = "plain: secrets that an operator gives are there before the application, too";
    expr =
      (import ../../nixos/plain/provided.nix {
        secrets = [
          {
            path = "/secrets/password";
            publicPath = null;
            owner = "notes";
            generator = "given";
            file = "/run/keys/password";
            source = {
              kind = "option";
              of = [
                "notes"
                "password"
              ];
            };
          }
          {
            path = "/secrets/relay";
            publicPath = null;
            owner = "root";
            generator = "given";
            file = "/run/keys/relay";
            source = {
              kind = "setting";
              of = [ "relay" ];
            };
          }
        ];
      } { inherit lib pkgs; }).systemd.services.fediversity-secrets.content.before;
    expected = [
      "garage.service"
      "fediversity-garage.service"
      "fediversity-notes.target"
    ];
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
  {
    name = "plain: of what an application that isn't chosen sets, names are there and nothing is looked at";
    expr =
      let
        content = {
          assertions = looked;
          warnings = looked;
          services.notes = looked;
          programs = lib.mkIf looked looked;
        };
        skipped = when false content;
      in
      [
        skipped
        (when false (
          lib.mkMerge [
            content
            { users.groups = looked; }
          ]
        ))
        (isWhole skipped)
        (isWhole (when true content))
      ];
    expected = [
      {
        assertions = nothing;
        warnings = nothing;
        services.notes = nothing;
        programs = nothing;
      }
      (lib.mkMerge [
        {
          assertions = nothing;
          warnings = nothing;
          services.notes = nothing;
          programs = nothing;
        }
        { users.groups = nothing; }
      ])
      true
      false
    ];
  }
]
