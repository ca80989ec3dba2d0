/**
  The modules for people without the server: each alone, some together, and one twice.
*/
let
  inherit (builtins)
    attrNames
    deepSeq
    filter
    map
    tryEval
    ;
  flake = import ./outputs.nix (import ./nixpkgs.nix);
  inherit (flake) nixosModules;
  inherit (flake.lib) examples;
  standing = import ../nixos/standing.nix [ ];

  evaluate =
    modules:
    import ../nixpkgs/nixos/lib/eval-config.nix {
      system = "x86_64-linux";
      inherit modules;
    };
  environment = {
    fediversity = {
      inherit (examples) environment;
    };
  };
  chosen = name: {
    fediversity.${name} = examples.applications.${name} // {
      enable = true;
    };
  };
  offered =
    modules: filter (name: name != "environment") (attrNames (evaluate modules).options.fediversity);
  fails = modules: !(tryEval (deepSeq (evaluate modules).set null)).success;
  names = attrNames examples.applications;
in
[
  {
    name = "flake: each module offers its application, and `default` all of them";
    expr = map offered [
      [ nixosModules.mastodon ]
      [ nixosModules.homepage ]
      [
        nixosModules.mastodon
        nixosModules.pixelfed
      ]
      [ nixosModules.default ]
    ];
    expected = [
      [ "mastodon" ]
      [ "homepage" ]
      [
        "mastodon"
        "pixelfed"
      ]
      [
        "garage"
        "homepage"
        "mastodon"
        "peertube"
        "pixelfed"
      ]
    ];
  }
  {
    name = "flake: an application's own module makes what `default` makes of it";
    expr = filter (
      name:
      standing (evaluate [
        nixosModules.${name}
        environment
        (chosen name)
      ]) != standing (evaluate [
        nixosModules.default
        environment
        (chosen name)
      ])
    ) names;
    expected = [ ];
  }
  {
    name = "flake: a module that is imported twice is there once, also beside `default`";
    expr =
      let
        once = [
          nixosModules.garage
          environment
          (chosen "garage")
        ];
      in
      map (more: standing (evaluate (once ++ more)) == standing (evaluate once)) [
        [ nixosModules.garage ]
        [ { imports = [ nixosModules.garage ]; } ]
        [ nixosModules.default ]
        [ nixosModules.homepage ]
      ];
    expected = [
      true
      true
      true
      true
    ];
  }
  {
    name = "flake: modules stand side by side, in any order, and share what they stand on";
    expr =
      let
        modules = map (name: nixosModules.${name}) examples.systems.combined;
        choices = [ environment ] ++ map chosen examples.systems.combined;
        one = evaluate (modules ++ choices);
        other = evaluate (choices ++ [ nixosModules.default ]);
      in
      [
        (attrNames one.config.services.redis.servers)
        (attrNames other.config.services.redis.servers)
      ];
    expected = [
      [
        "mastodon"
        "peertube"
        "pixelfed"
      ]
      [
        "mastodon"
        "peertube"
        "pixelfed"
      ]
    ];
  }
  {
    name = "flake: an application whose module isn't imported can't be chosen";
    expr = map fails [
      [
        nixosModules.mastodon
        (chosen "peertube")
      ]
      [
        nixosModules.peertube
        environment
        (chosen "peertube")
      ]
    ];
    expected = [
      true
      false
    ];
  }
  {
    name = "flake: whoever watches or backs up reads what an application says of that, and how large a machine it takes";
    expr =
      let
        inherit
          ((evaluate [
            nixosModules.pixelfed
            environment
            (chosen "pixelfed")
          ]).config.fediversity.environment
          )
          hosts
          operations
          secrets
          ;
      in
      {
        inherit (hosts.fediversity.request) cores memoryMiB;
        address = operations.pixelfed.address;
        kinds = map (entry: entry.kind) operations.pixelfed.state;
        secrets = map (secret: baseNameOf secret.path) secrets;
      };
    expected = {
      cores = 2;
      memoryMiB = 2048;
      address = "https://photos.example.org";
      kinds = [
        "secrets"
        "database"
        "directory"
        "queue"
      ];
      secrets = [
        "admin-password"
        "app-key"
        "oauth"
      ];
    };
  }
]
