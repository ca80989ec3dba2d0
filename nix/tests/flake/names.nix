/**
  What the flake offers, by name.
*/
let
  inherit (builtins)
    attrNames
    filter
    mapAttrs
    readDir
    ;
  flake = import ./outputs.nix (import ./nixpkgs.nix);
  inherit (flake.lib) examples;
  isDerivation = value: value.type or null == "derivation";
  systems = [
    "combined"
    "garage"
    "guest"
    "homepage"
    "mastodon"
    "peertube"
    "pixelfed"
    "server"
  ];
in
[
  {
    name = "flake: the outputs of each kind";
    expr = mapAttrs (_: attrNames) (
      removeAttrs flake [
        "lib"
        "outPath"
      ]
    );
    expected = {
      checks = [
        "aarch64-linux"
        "x86_64-linux"
      ];
      devShells = [
        "aarch64-linux"
        "x86_64-linux"
      ];
      formatter = [
        "aarch64-linux"
        "x86_64-linux"
      ];
      nixosConfigurations = systems;
      nixosModules = [
        "default"
        "garage"
        "homepage"
        "mastodon"
        "peertube"
        "pixelfed"
        "server"
      ];
      packages = [
        "aarch64-linux"
        "x86_64-linux"
      ];
    };
  }
  {
    name = "flake: images are of the processors that Proxmox VE has";
    expr = mapAttrs (_: attrNames) flake.packages;
    expected = {
      aarch64-linux = [ "default" ];
      x86_64-linux = [ "default" ] ++ map (name: "proxmox-${name}") systems;
    };
  }
  {
    name = "flake: every system, the server and the image are tried";
    expr = attrNames flake.checks.x86_64-linux;
    expected = [
      "combined"
      "formatting"
      "garage"
      "guest"
      "homepage"
      "library"
      "mastodon"
      "package"
      "peertube"
      "pixelfed"
      "server"
    ];
  }
  {
    name = "flake: every package, shell, formatter and check is made";
    expr =
      let
        made = set: filter (name: !(isDerivation set.${name})) (attrNames set);
      in
      map (system: [
        (made flake.packages.${system})
        (made flake.devShells.${system})
        (made flake.checks.${system})
        (isDerivation flake.formatter.${system})
      ]) (attrNames flake.packages);
    expected = [
      [
        [ ]
        [ ]
        [ ]
        true
      ]
      [
        [ ]
        [ ]
        [ ]
        true
      ]
    ];
  }
  {
    name = "flake: every application has example options, and so a system and a test";
    expr = filter (name: !(examples.applications ? ${name})) (attrNames (readDir ../../applications));
    expected = [ ];
  }
]
