/**
  The tests with virtual machines, as far as they can be looked at without one: machines can be built, and what is asked of
  applications is what their modules say.
*/
let
  inherit (builtins)
    attrNames
    filter
    fromJSON
    head
    listToAttrs
    mapAttrs
    match
    tryEval
    ;
  nixpkgs = import ./nixpkgs.nix;
  flake = import ./outputs.nix nixpkgs;
  checks = flake.checks.x86_64-linux;
  inherit (flake.lib) examples;
  tests = listToAttrs (
    map (name: {
      inherit name;
      value = checks.${name};
    }) (attrNames examples.systems)
  );
  builds = test: (tryEval "${test}").success;
  machine = test: test.nodes.machine.config;
  operations = mapAttrs (_: test: (machine test).fediversity.environment.operations) tests;
in
[
  {
    name = "flake: every test and every machine of it is made";
    expr = filter (name: !(builds checks.${name})) (
      attrNames tests
      ++ [
        "guest"
        "server"
      ]
    );
    expected = [ ];
  }
  {
    name = "flake: a test asks what the modules of its applications say";
    expr = mapAttrs (_: attrNames) operations;
    expected = mapAttrs (_: names: names) examples.systems;
  }
  {
    name = "flake: every application is asked for something over the web, or for a unit";
    expr = filter (name: (operations.${name}.${head (attrNames operations.${name})}).checks == [ ]) (
      attrNames operations
    );
    expected = [ ];
  }
  {
    name = "flake: scripts come with the values that they read";
    expr =
      map
        (
          test:
          map (word: match ".*\n *${word} = \"[^\n]+\"\n.*" "\n${test.testScript}" != null) [
            "GIVEN"
            "PROGRAM"
            "STATE"
            "OPTIONS"
            "IMAGE"
          ]
        )
        [
          checks.mastodon
          checks.server
          checks.guest
        ];
    expected = [
      [
        true
        false
        false
        false
        false
      ]
      [
        false
        true
        true
        true
        false
      ]
      [
        false
        false
        false
        false
        true
      ]
    ];
  }
]
