/**
  Configurations of their own below an option, in the stand-in and in nixpkgs.
*/
{ lib, ... }:
let
  inherit (builtins) deepSeq tryEval;
  inherit (lib) mkIf mkOption types;

  evaluate = modules: (lib.evalModules { inherit modules; }).config;
  fails = modules: !(tryEval (deepSeq (evaluate modules) null)).success;

  number = mkOption { type = types.int; };
  person = types.submodule (
    { name, ... }: {
      options = {
        name = mkOption {
          type = types.str;
          default = name;
        };
        age = mkOption {
          type = types.int;
          default = 1;
        };
        tags = mkOption {
          type = types.listOf types.str;
          default = [ ];
        };
      };
    }
  );
  people = {
    options.people = mkOption {
      type = types.attrsOf person;
      default = { };
    };
  };
  free = {
    options.settings = mkOption {
      default = { };
      type = types.submodule {
        freeformType = types.attrsOf types.int;
        options.port = mkOption {
          type = types.port;
          default = 80;
        };
      };
    };
  };
in
[
  {
    name = "a path that a submodule doesn't have is refused";
    expr = map fails [
      [
        people
        { people.a.age = 1; }
      ]
      [
        people
        { people.a.agee = 1; }
      ]
    ];
    expected = [
      false
      true
    ];
  }
  {
    name = "submodules know their name, and merge";
    expr = evaluate [
      people
      {
        people.ada = {
          age = 2;
          tags = [ "x" ];
        };
      }
      {
        people.ada.tags = lib.mkBefore [ "y" ];
        people.bob = { };
      }
      { people.eve = mkIf false { }; }
      { people.bob = { config, ... }: { tags = [ config.name ]; }; }
    ];
    expected.people = {
      ada = {
        name = "ada";
        age = 2;
        tags = [
          "y"
          "x"
        ];
      };
      bob = {
        name = "bob";
        age = 1;
        tags = [ "bob" ];
      };
    };
  }
  {
    name = "lists below a submodule keep the order of the modules";
    expr =
      (evaluate [
        people
        { people.ada.tags = [ "one" ]; }
        { people.ada.tags = [ "two" ]; }
      ]).people.ada.tags;
    expected = [
      "one"
      "two"
    ];
  }
  {
    name = "a definition of a submodule takes the place of its default as a whole";
    expr =
      (evaluate [
        {
          options.person = mkOption {
            type = person;
            default = {
              age = 9;
            };
          };
        }
        { person.tags = [ "x" ]; }
      ]).person;
    expected = {
      name = "person";
      age = 1;
      tags = [ "x" ];
    };
  }
  {
    name = "a free form that takes nothing leaves the options as they are";
    expr = (
      evaluate [
        {
          options.a = mkOption {
            type = types.int;
            default = 1;
          };
          freeformType = types.nullOr (types.attrsOf types.int);
        }
      ]
    );
    expected.a = 1;
  }
  {
    name = "a free form takes what it's for beside its options";
    expr = [
      (evaluate [
        free
        { settings.other = 1; }
      ])
      (evaluate [
        free
        { settings.port = 1; }
      ])
      (fails [
        free
        { settings.other = "a"; }
      ])
      (fails [
        free
        { settings.port = 70000; }
      ])
      (evaluate [
        {
          freeformType = types.attrsOf types.int;
          options.a = number;
          config = {
            a = 1;
            b = 2;
          };
        }
      ])
    ];
    expected = [
      {
        settings = {
          other = 1;
          port = 80;
        };
      }
      { settings.port = 1; }
      true
      true
      {
        a = 1;
        b = 2;
      }
    ];
  }
]
