/**
  How modules make a configuration, in the stand-in and in nixpkgs.
*/
{ lib, ... }:
let
  inherit (builtins) deepSeq tryEval;
  inherit (lib) mkIf mkOption types;

  evaluate = modules: (lib.evalModules { inherit modules; }).config;
  fails = modules: !(tryEval (deepSeq (evaluate modules) null)).success;

  number = mkOption { type = types.int; };
in
[
  {
    name = "a path that no module declares is refused, beside options and below them";
    expr = [
      (fails [
        { options.a.b = number; }
        { a.b = 1; }
      ])
      (fails [
        { options.a.b = number; }
        {
          a.b = 1;
          a.c = 1;
        }
      ])
      (fails [
        { options.a.b = number; }
        {
          a.b = 1;
          c = 1;
        }
      ])
      (fails [
        { options.a.b = number; }
        { a.b = 1; }
        { c = mkIf false 1; }
      ])
      (fails [
        { options.a.b = number; }
        { a = 1; }
      ])
      (evaluate [
        { options.a.b = number; }
        {
          a.b = 1;
          c = 2;
          _module.check = false;
        }
      ])
    ];
    expected = [
      false
      true
      true
      true
      true
      { a.b = 1; }
    ];
  }
  {
    name = "an option without a value fails only where it's read";
    expr = [
      (fails [
        {
          options = {
            a = number;
            b = number;
          };
        }
        { a = 1; }
      ])
      (evaluate [
        {
          options = {
            a = number;
            b = number;
          };
        }
        { a = 1; }
      ]).a
    ];
    expected = [
      true
      1
    ];
  }
  {
    name = "a module is a set, a function or a file, and is taken once";
    expr = [
      (evaluate [
        {
          options.a = number;
          config.a = 1;
        }
      ])
      (evaluate [
        (
          {
            lib,
            config,
            options,
            ...
          }:
          {
            options.a = number;
            config.a = 1;
          }
        )
      ])
      (evaluate [
        ./sample.nix
        ./sample.nix
        { imports = [ ./sample.nix ]; }
      ]).sample
      (evaluate [
        {
          key = "x";
          imports = [ ];
          options.a = number;
        }
        { key = "x"; }
        { a = 1; }
      ])
      (evaluate [
        (mkIf true { a = 2; })
        { options.a = number; }
      ])
      (fails [
        {
          options.a = number;
          a = 1;
        }
      ])
    ];
    expected = [
      { a = 1; }
      { a = 1; }
      [ "once" ]
      { a = 1; }
      { a = 2; }
      true
    ];
  }
  {
    name = "what is imported comes before what the module sets itself";
    expr =
      (evaluate [
        { options.list = mkOption { type = types.listOf types.int; }; }
        {
          imports = [
            { list = [ 1 ]; }
            { list = [ 2 ]; }
          ];
          list = [ 3 ];
        }
      ]).list;
    expected = [
      2
      1
      3
    ];
  }
  {
    name = "modules can be disabled";
    expr = (
      evaluate [
        ./sample.nix
        {
          disabledModules = [ ./sample.nix ];
          options.a = number;
          config.a = 1;
        }
      ]
    );
    expected = {
      a = 1;
    };
  }
  {
    name = "arguments come from the caller or from modules";
    expr = [
      (lib.evalModules {
        specialArgs.special = 2;
        modules = [
          ({ special, given, ... }: {
            options.a = number;
            config.a = special + given;
          })
          { _module.args.given = 3; }
        ];
      }).config
    ];
    expected = [ { a = 5; } ];
  }
  {
    name = "values may follow from others, whatever the order";
    expr = evaluate [
      ({ config, ... }: { a = config.b + 1; })
      ({ config, ... }: { b = config.c + 1; })
      {
        options = {
          a = number;
          b = number;
          c = number;
        };
        config.c = 1;
      }
    ];
    expected = {
      a = 3;
      b = 2;
      c = 1;
    };
  }
  {
    name = "options can be read-only, changed on the way out, or enabled";
    expr = [
      (fails [
        {
          options.a = number // {
            readOnly = true;
            default = 1;
          };
        }
      ])
      (fails [
        {
          options.a = number // {
            readOnly = true;
            default = 1;
          };
        }
        { a = 2; }
      ])
      (evaluate [
        {
          options.a = number // {
            apply = value: value * 2;
          };
        }
        { a = 2; }
      ])
      (evaluate [ { options.a = lib.mkEnableOption "it"; } ])
      (evaluate [
        { options.a = lib.mkEnableOption "it"; }
        { a = true; }
      ])
      (evaluate [
        {
          options.a = lib.mkPackageOption {
            tool = {
              type = "derivation";
              name = "tool";
            };
          } "tool" { };
        }
      ]).a.name
      (evaluate [
        {
          options.a = lib.mkPackageOption { } "tool" {
            default = null;
            nullable = true;
          };
        }
      ])
    ];
    expected = [
      false
      true
      { a = 4; }
      { a = false; }
      { a = true; }
      "tool"
      { a = null; }
    ];
  }
  {
    name = "an option says what was set";
    expr =
      let
        inherit
          (lib.evalModules {
            modules = [
              {
                options.a = mkOption {
                  type = types.int;
                  default = 1;
                };
                options.b = mkOption { default = 2; };
              }
              {
                _file = "one.nix";
                a = lib.mkForce 3;
              }
            ];
          })
          options
          ;
      in
      [
        options.a.value
        options.a.files
        options.a.highestPrio
        options.a.isDefined
        options.a.loc
        options.b.highestPrio
        (lib.isOption options.a)
        (lib.showOption [
          "a"
          "<name>"
          "b.c"
        ])
      ];
    expected = [
      3
      [ "one.nix" ]
      50
      true
      [ "a" ]
      1500
      true
      ''a.<name>."b.c"''
    ];
  }
  {
    name = "modules can be set aside, and an evaluation extended";
    expr = [
      (evaluate [
        { options.later = mkOption { type = types.deferredModule; }; }
        { later.a = 1; }
        ({ config, ... }: {
          options.now = mkOption { type = types.raw; };
          config.now = evaluate [
            { options.a = number; }
            config.later
          ];
        })
      ]).now
      ((lib.evalModules { modules = [ { options.a = number; } ]; }).extendModules {
        modules = [ { a = 4; } ];
      }).config
    ];
    expected = [
      { a = 1; }
      { a = 4; }
    ];
  }
]
