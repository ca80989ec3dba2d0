/**
  Example systems of the flake are those that the server makes of the same options on Proxmox VE: with the same base, and
  so with whatever the image of such machines has to fit.
*/
let
  inherit (builtins)
    attrNames
    filter
    listToAttrs
    mapAttrs
    map
    ;
  standing = import ../nixos/standing.nix;
  flake = import ./outputs.nix (import ./nixpkgs.nix);
  inherit (flake) nixosConfigurations;
  inherit (flake.lib) examples;

  server =
    name:
    (import ../.. {
      given = examples.asked.${name};
      nixpkgs = ../nixpkgs;
    }).systems.${name};
  # What only makes images and virtual machines of them.
  own = [
    "image"
    "virtualisation"
  ];
  isSame = name: standing own nixosConfigurations.${name} == standing [ ] (server name);
  vm = mapAttrs (_: system: system.config.system.build.vm) nixosConfigurations;
  of =
    names: each:
    listToAttrs (
      map (name: {
        inherit name;
        value = each name;
      }) names
    );
in
[
  {
    name = "flake: the same options give the system that the server makes";
    expr = filter (name: !(isSame name)) (attrNames examples.systems);
    expected = [ ];
  }
  {
    name = "flake: a system has what it is called after, and nothing else";
    expr =
      mapAttrs
        (
          _: system:
          filter (name: system.config.fediversity.${name}.enable or false) (
            attrNames system.config.fediversity
          )
        )
        (
          removeAttrs nixosConfigurations [
            "guest"
            "server"
          ]
        );
    expected = {
      combined = [
        "mastodon"
        "peertube"
        "pixelfed"
      ];
      garage = [ "garage" ];
      homepage = [ "homepage" ];
      mastodon = [ "mastodon" ];
      peertube = [ "peertube" ];
      pixelfed = [ "pixelfed" ];
    };
  }
  {
    name = "flake: every system can be built, and so can the virtual machine of it";
    expr = filter (
      name:
      !((builtins.tryEval (
        builtins.seq nixosConfigurations.${name}.config.system.build.toplevel.drvPath "${vm.${name}}"
      )).success
      )
    ) (attrNames nixosConfigurations);
    expected = [ ];
  }
  {
    name = "flake: a virtual machine is as large as its applications ask for, and nobody waits for cloud-init in it";
    expr = of [ "combined" "mastodon" ] (name: [
      vm.${name}.config.virtualisation.cores
      vm.${name}.config.virtualisation.memorySize
      vm.${name}.config.services.cloud-init.enable
      nixosConfigurations.${name}.config.services.cloud-init.enable
    ]);
    expected = {
      combined = [
        7
        11264
        false
        true
      ];
      mastodon = [
        3
        5120
        false
        true
      ];
    };
  }
  {
    name = "flake: three applications share one web server and one database server";
    expr =
      let
        inherit (nixosConfigurations.combined.config) services;
      in
      [
        (filter (name: name != "_") (attrNames services.nginx.virtualHosts))
        services.postgresql.ensureDatabases
        (attrNames services.redis.servers)
      ];
    expected = [
      [
        "media.social.example.org"
        "social.example.org"
        "video.example.org"
      ]
      [
        "mastodon"
        "peertube"
      ]
      [
        "mastodon"
        "peertube"
        "pixelfed"
      ]
    ];
  }
  {
    name = "flake: the server's system is behind nginx, with a library and a front-end of its package";
    expr =
      let
        inherit (nixosConfigurations.server.config) services systemd;
        unit = systemd.services.fediversity.serviceConfig;
        package = "${flake.packages.x86_64-linux.default}";
      in
      [
        (attrNames services.nginx.virtualHosts)
        unit.User
        (builtins.match ".*\"--library=${package}/share/fediversity/nix\".*" unit.ExecStart != null)
        (builtins.match ".*\"--assets=${package}/share/fediversity/assets\".*" unit.ExecStart != null)
      ];
    expected = [
      [ "panel.example.org" ]
      "fediversity"
      true
      true
    ];
  }
]
