/**
  The applications as ordinary NixOS modules: the same choices give the system that the server makes.
*/
let
  inherit (builtins)
    attrNames
    head
    listToAttrs
    mapAttrs
    tryEval
    ;
  contract = import ../../contract;
  inherit (contract) types;
  evaluate = import ./evaluate.nix;
  host = import ../../nixos/host.nix;
  evalConfig = import ../nixpkgs/nixos/lib/eval-config.nix;

  fixture = listToAttrs (
    map (module: {
      inherit (module { inherit types; }) name;
      value = module;
    }) (import ./applications.nix)
  );
  all = import ../../nixos/plain/applications.nix // fixture;

  settings = {
    relay = {
      server = "mail.hosting.example";
      user = "town";
      password = "/run/keys/relay";
    };
    stateVersion = "26.05";
  };
  environment = {
    deployment = {
      id = "01J0TOWN";
      name = "town";
    };
    inherit settings;
    policies = {
      tls-certificate = {
        termsAccepted = true;
        contact = "post@hosting.example";
      };
      s3-bucket.addressing = [
        "path"
        "virtual-host"
      ];
    };
  };
  plain =
    chosen:
    evalConfig {
      system = "x86_64-linux";
      modules = [
        (import ../../nixos/plain.nix { applications = all; })
        (host {
          host = "town";
          inherit settings;
        })
        {
          fediversity = chosen // {
            environment = environment // chosen.environment or { };
          };
        }
      ];
    };
  standing = import ./standing.nix;
  server =
    applications:
    (evaluate {
      kind = "nixos";
      inherit applications;
    }).configuration.closure.systems.town;
  same =
    applications:
    standing [ ] (plain (mapAttrs (_: options: options // { enable = true; }) applications))
    == standing [ ] (server applications);
  fails = chosen: !(tryEval (plain chosen).config.system.build.toplevel.drvPath).success;
  told =
    chosen:
    map (assertion: assertion.message) (
      builtins.filter (assertion: !assertion.assertion) (plain chosen).config.assertions
    );

  town = import ./town.nix;
  notes.domain = "notes.example.org";
  photos.domain = "photos.example.org";
  garage = {
    domain = "s3.example.org";
    buckets = [
      {
        name = "media";
        public = true;
      }
    ];
  };
  mastodon = {
    domain = "social.example.org";
    title = "Town";
    administrator = {
      name = "anna";
      email = "anna@example.org";
    };
  };
  peertube = {
    domain = "video.example.org";
    title = "Town";
    administratorEmail = "anna@example.org";
  };
  pixelfed = {
    domain = "pictures.example.org";
    name = "Town";
    administrator = {
      user = "anna";
      email = "anna@example.org";
    };
  };
in
[
  {
    name = "plain: the same choices give the same system";
    expr = map same [
      { homepage = town; }
      { inherit notes; }
      { inherit photos; }
      { inherit notes photos; }
      { inherit garage; }
      {
        inherit notes photos;
        homepage = town;
      }
    ];
    expected = [
      true
      true
      true
      true
      true
      true
    ];
  }
  {
    name = "plain: so do Mastodon, PeerTube and Pixelfed, each and together";
    expr = map same [
      { inherit mastodon; }
      { inherit peertube; }
      { inherit pixelfed; }
      { inherit mastodon peertube pixelfed; }
    ];
    expected = [
      true
      true
      true
      true
    ];
  }
  {
    name = "plain: another choice gives another system";
    expr =
      standing [ ] (plain {
        homepage = town // {
          enable = true;
          title = "Village";
        };
      }) == standing [ ] (server {
        homepage = town;
      });
    expected = false;
  }
  {
    name = "plain: without secrets, nothing makes any";
    expr =
      attrNames
        (plain {
          homepage = town // {
            enable = true;
          };
        }).set.systemd.services;
    expected = [ ];
  }
  {
    name = "plain: nothing is chosen, and nothing stands there";
    expr =
      let
        inherit (plain { }) set config;
      in
      [
        config.programs.mtr.enable
        (set.services.nginx or { })
        (set.services.postgresql or { })
        (attrNames (set.systemd.services or { }))
        config.fediversity.environment.secrets
      ];
    expected = [
      false
      { }
      { }
      [ ]
      [ ]
    ];
  }
  {
    name = "plain: what a plan would find is an assertion";
    expr = map told [
      {
        homepage = town // {
          enable = true;
        };
      }
      {
        homepage = town // {
          enable = true;
        };
        environment = environment // {
          policies = environment.policies // {
            static-site.base = "sites.example";
            tls-certificate.termsAccepted = false;
          };
        };
      }
    ];
    expected = [
      [ ]
      [ "fediversity.homepage.site: unmet (\"static-site\")" ]
    ];
  }
  {
    name = "plain: and no system is made of it";
    expr = map fails [
      {
        homepage = town // {
          enable = true;
        };
      }
      {
        notes = notes // {
          enable = true;
        };
        environment = environment // {
          settings = removeAttrs settings [ "relay" ];
        };
      }
    ];
    expected = [
      false
      true
    ];
  }
  {
    name = "plain: secrets that a person keeps are copied from where they are, others are made";
    expr =
      map (secret: "${secret.path} ${toString secret.file}")
        (plain {
          notes = notes // {
            enable = true;
            password = "/run/keys/notes";
          };
        }).config.fediversity.environment.secrets;
    expected = [
      "/var/lib/fediversity/secrets/notes/drafts_key "
      "/var/lib/fediversity/secrets/notes/keys "
      "/var/lib/fediversity/secrets/notes/relay_password /run/keys/relay"
      "/var/lib/fediversity/secrets/notes/media_key "
      "/var/lib/fediversity/secrets/notes/password /run/keys/notes"
      "/var/lib/fediversity/secrets/_host/garage-rpc "
      "/var/lib/fediversity/secrets/_host/garage-admin "
    ];
  }
  {
    name = "plain: the unit that makes and copies secrets waits for nothing, and is waited for";
    expr =
      let
        unit =
          (plain {
            notes = notes // {
              enable = true;
              password = "/run/keys/notes";
            };
          }).set.systemd.services.fediversity-secrets;
        # What is wanted is told by its place in the store.
        started = builtins.match ".*/bin/python3 .*-(provide.py .*)" (
          builtins.unsafeDiscardStringContext unit.serviceConfig.ExecStart
        );
      in
      {
        inherit (unit) before requiredBy;
        path = map (package: package.name) unit.path;
        serviceConfig = unit.serviceConfig // {
          ExecStart = started;
        };
      };
    expected =
      let
        readers = [
          "garage.service"
          "fediversity-garage.service"
          "fediversity-notes.target"
        ];
      in
      {
        before = readers;
        requiredBy = readers;
        path = [ "openssl-0" ];
        serviceConfig = {
          Type = "oneshot";
          RemainAfterExit = true;
          ExecStart = [ "provide.py /nix/store/1bv0irsmkkza7bwxp6bxdg8kpdzd4n2d-secrets.json" ];
        };
      };
  }
  {
    name = "plain: a system has a name of its own, and secrets are told, not set";
    expr =
      let
        bare =
          module:
          evalConfig {
            system = "x86_64-linux";
            modules = [
              (import ../../nixos/plain.nix { applications = all; })
              module
            ];
          };
      in
      [
        (bare { }).config.fediversity.environment.deployment
        (tryEval
          (bare { fediversity.environment.deployment.id = 5; }).config.fediversity.environment.deployment.id
        ).success
        (tryEval (
          builtins.deepSeq
            (bare { fediversity.environment.secrets = [ ]; }).config.fediversity.environment.secrets
            true
        )).success
        (tryEval (bare { fediversity.notes.enable = "yes"; }).config.fediversity.notes.enable).success
      ];
    expected = [
      {
        id = "fediversity";
        name = "fediversity";
      }
      false
      false
      false
    ];
  }
  {
    name = "plain: secrets are there before what reads them";
    expr =
      let
        unit =
          (plain {
            notes = notes // {
              enable = true;
            };
          }).set.systemd.services.fediversity-secrets;
      in
      [
        unit.before
        (unit.before == unit.requiredBy)
      ];
    expected = [
      [
        "garage.service"
        "fediversity-garage.service"
        "fediversity-notes.target"
      ]
      true
    ];
  }
]
