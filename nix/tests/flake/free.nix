/**
  What is listed as free of nixpkgs is evaluated while there is none: each value whole, and each function as far as one
  is told of what it gives.
*/
let
  inherit (builtins)
    attrNames
    deepSeq
    elem
    filter
    foldl'
    isString
    map
    split
    tryEval
    ;
  flake = import ./outputs.nix (throw "nixpkgs was asked for");
  inherit (flake) lib;
  reached = path: foldl' (set: name: set.${name}) flake (filter isString (split "\\." path));
  fails = value: !(tryEval (deepSeq value null)).success;

  combined = lib.examples.asked.combined;
in
[
  {
    name = "flake: what is listed as free of nixpkgs needs none";
    expr = filter (path: fails (reached path)) lib.free;
    expected = [ ];
  }
  {
    name = "flake: all of the library is listed";
    expr = filter (name: !(elem "lib.${name}" lib.free)) (attrNames lib);
    expected = [ ];
  }
  {
    name = "flake: what needs nixpkgs does ask for it";
    expr = map (value: fails value) [
      flake.packages.x86_64-linux.default
      flake.nixosConfigurations.mastodon.config
    ];
    expected = [
      true
      true
    ];
  }
  {
    name = "flake: who asks for the library by name is looked for among packages, without nixpkgs";
    expr = map (system: flake.packages.${system} ? lib) (attrNames flake.packages);
    expected = [
      false
      false
    ];
  }
  {
    name = "flake: other front-ends ask the library what applications take";
    expr =
      let
        answer = lib.requirements combined;
      in
      {
        inherit (answer) findings unmet;
        inherit (answer.requirements.mastodon.database.postgresql) database connections;
        isReserved = elem "video.example.org" (map (entry: entry.name) answer.reserve);
      };
    expected = {
      findings = [ ];
      unmet = [ ];
      database = "mastodon";
      connections = 55;
      isReserved = true;
    };
  }
  {
    name = "flake: or what many deployments would be";
    expr = map (outlook: attrNames outlook.hosts) (
      lib.outlooks [
        combined
        lib.examples.asked.garage
      ]
    );
    expected = [
      [ "combined" ]
      [ "garage" ]
    ];
  }
  {
    name = "flake: and are told what is wrong";
    expr =
      (lib.requirements (
        combined
        // {
          applications = combined.applications // {
            wiki = {
              module = "wiki";
              options = { };
            };
          };
        }
      )).findings;
    expected = [
      {
        path = [ "wiki" ];
        code = "unknown";
        got = "wiki";
      }
    ];
  }
  {
    name = "flake: the catalogue has every application, and no module of it is wrong";
    expr = [
      (map (application: application.name) lib.catalogue.applications)
      lib.faults
    ];
    expected = [
      [
        "garage"
        "homepage"
        "mastodon"
        "peertube"
        "pixelfed"
      ]
      {
        garage = [ ];
        homepage = [ ];
        mastodon = [ ];
        peertube = [ ];
        pixelfed = [ ];
      }
    ];
  }
]
