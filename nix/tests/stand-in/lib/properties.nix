/**
  What a definition says of its value, in the stand-in and in nixpkgs.
*/
{ lib, ... }:
let
  inherit (lib)
    mkAfter
    mkBefore
    mkDefault
    mkForce
    mkIf
    mkMerge
    mkOption
    mkOrder
    mkOverride
    types
    ;
  inherit (import ./one-option.nix lib) fails of;

  whole =
    modules:
    (lib.evalModules {
      modules = [
        {
          options = {
            a.b = mkOption {
              type = types.int;
              default = 1;
            };
            a.c = mkOption {
              type = types.listOf types.str;
              default = [ ];
            };
            d = mkOption {
              type = types.bool;
              default = false;
            };
          };
        }
      ]
      ++ modules;
    }).config;
in
[
  {
    name = "the strongest definition wins, whatever the order";
    expr = [
      (of types.int [
        (mkDefault 1)
        2
      ])
      (of types.int [
        (mkForce 3)
        2
        (mkDefault 1)
      ])
      (of types.int [
        (mkOverride 49 4)
        (mkForce 3)
      ])
      (of types.int [
        (lib.mkOptionDefault 1)
        (mkDefault 2)
      ])
    ];
    expected = [
      2
      3
      4
      2
    ];
  }
  {
    name = "definitions of the same strength that differ conflict, also two forced ones";
    expr = [
      (fails types.int [
        1
        2
      ])
      (fails types.int [
        (mkForce 1)
        (mkForce 2)
      ])
      (fails types.str [
        "a"
        "b"
      ])
      (fails types.str [
        "a"
        "a"
      ])
      (fails types.bool [
        true
        false
      ])
    ];
    expected = [
      true
      true
      true
      false
      true
    ];
  }
  {
    name = "what a condition leaves out counts nothing";
    expr = [
      (of types.int [
        (mkIf false 1)
        2
      ])
      (of types.int [ (mkIf true 1) ])
      (of types.int [
        (mkIf false (mkForce 1))
        (mkDefault 2)
      ])
      (of (types.attrsOf types.int) [
        {
          a = mkIf false 1;
          b = mkIf true 2;
        }
      ])
      (of (types.listOf types.int) [
        [
          (mkIf false 1)
          2
        ]
      ])
      (fails types.int [ (mkIf false 1) ])
      (fails types.int [ (mkIf null 1) ])
    ];
    expected = [
      2
      1
      2
      { b = 2; }
      [ 2 ]
      true
      true
    ];
  }
  {
    name = "merged definitions count each by itself";
    expr = [
      (of (types.listOf types.int) [
        (mkMerge [
          [ 1 ]
          (mkIf false [ 2 ])
          [ 3 ]
        ])
      ])
      (of types.int [
        (mkMerge [
          (mkDefault 1)
          2
        ])
      ])
      (of (types.attrsOf types.int) [
        (mkMerge [
          { a = 1; }
          { b = 2; }
        ])
      ])
    ];
    expected = [
      [
        1
        3
      ]
      2
      {
        a = 1;
        b = 2;
      }
    ];
  }
  {
    name = "lists and lines stand where their order says, the last module first";
    expr = [
      (of (types.listOf types.int) [
        [ 1 ]
        [ 2 ]
      ])
      (of (types.listOf types.int) [
        (mkAfter [ 1 ])
        (mkBefore [ 2 ])
        [ 3 ]
      ])
      (of (types.listOf types.int) [
        (mkOrder 2000 [ 1 ])
        (mkAfter [ 2 ])
      ])
      (of types.lines [
        (mkAfter "a")
        (mkBefore "b")
        "c"
      ])
    ];
    expected = [
      [
        2
        1
      ]
      [
        2
        3
        1
      ]
      [
        2
        1
      ]
      "b\nc\na"
    ];
  }
  {
    name = "properties of many options reach each of them";
    expr = [
      (whole [ (mkIf true { a.b = 2; }) ]).a.b
      (whole [ { a = mkIf false { b = 2; }; } ]).a.b
      (whole [
        {
          a = mkMerge [
            { b = 2; }
            { c = [ "x" ]; }
          ];
        }
      ]).a
      (whole [
        (mkForce { a.b = 2; })
        { a.b = 3; }
      ]).a.b
      (whole [
        {
          config = mkMerge [
            { a.b = 2; }
            (mkIf false { d = true; })
          ];
        }
      ])
    ];
    expected = [
      2
      1
      {
        b = 2;
        c = [ "x" ];
      }
      2
      {
        a = {
          b = 2;
          c = [ ];
        };
        d = false;
      }
    ];
  }
  {
    name = "a condition may depend on the configuration";
    expr =
      (whole [
        { d = true; }
        ({ config, ... }: { config = mkIf config.d { a.b = 5; }; })
      ]).a.b;
    expected = 5;
  }
]
