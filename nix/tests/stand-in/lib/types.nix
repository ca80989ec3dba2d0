/**
  What types of types accept and how they merge, in the stand-in and in nixpkgs.
*/
{ lib, ... }:
let
  inherit (lib) mkIf types;
  inherit (import ./one-option.nix lib) accepts fails of;

  setting =
    types.nullOr (
      types.oneOf [
        types.bool
        types.int
        types.str
        (types.attrsOf setting)
        (types.listOf setting)
      ]
    )
    // {
      description = "setting";
    };
in
[
  {
    name = "choices and alternatives";
    expr = [
      (accepts
        (types.enum [
          "a"
          1
          null
        ])
        [
          "a"
          1
          null
          "b"
        ]
      )
      (accepts (types.either types.int types.str) [
        1
        "a"
        true
      ])
      (accepts
        (types.oneOf [
          types.int
          types.str
          types.bool
        ])
        [
          1
          "a"
          true
          null
        ]
      )
      (accepts (types.nullOr types.int) [
        null
        1
        "a"
      ])
      (fails (types.nullOr types.int) [
        null
        1
      ])
      (of (types.nullOr types.int) [
        null
        null
      ])
      (fails
        (types.enum [
          1
          2
        ])
        [
          1
          2
        ]
      )
      (fails (types.either types.int types.str) [
        1
        "a"
      ])
      (of (types.either types.lines (types.listOf types.str)) [
        "a"
        "b"
      ])
    ];
    expected = [
      [
        true
        true
        true
        false
      ]
      [
        true
        true
        false
      ]
      [
        true
        true
        true
        false
      ]
      [
        true
        true
        false
      ]
      true
      null
      true
      true
      "b\na"
    ];
  }
  {
    name = "lists and sets look at what is in them";
    expr = [
      (accepts (types.listOf types.int) [
        [ ]
        [ 1 ]
        [ "a" ]
        { }
      ])
      (accepts (types.attrsOf types.int) [
        { }
        { a = 1; }
        { a = "a"; }
        [ ]
      ])
      (of (types.attrsOf types.lines) [
        { a = "1"; }
        {
          a = "2";
          b = "3";
        }
      ])
      (fails (types.attrsOf types.int) [
        { a = 1; }
        { a = 2; }
      ])
      (of (types.attrsOf (types.listOf types.int)) [
        { a = [ 1 ]; }
        { a = [ 2 ]; }
      ])
      (of types.attrs [
        { a = 1; }
        { b = 2; }
      ])
      (builtins.attrNames (of (types.lazyAttrsOf types.int) [ { a = mkIf false 1; } ]))
    ];
    expected = [
      [
        true
        true
        false
        false
      ]
      [
        true
        true
        false
        false
      ]
      {
        a = "2\n1";
        b = "3";
      }
      true
      {
        a = [
          2
          1
        ];
      }
      {
        a = 1;
        b = 2;
      }
      [ "a" ]
    ];
  }
  {
    name = "values of any kind";
    expr = [
      (of types.anything [
        { a.b = 1; }
        { a.c = 2; }
      ])
      (fails types.anything [
        { a = 1; }
        { a = 2; }
      ])
      (fails types.anything [
        { a = 1; }
        { a = "1"; }
      ])
      (fails types.anything [
        { a = [ 1 ]; }
        { a = [ 2 ]; }
      ])
      (
        (of types.anything [
          (x: { a = x; })
          (x: { b = x; })
        ])
        1
      )
      (of types.raw [ { a = 1; } ])
      (fails types.raw [
        1
        1
      ])
      (of types.unspecified [
        [ 1 ]
        [ 2 ]
      ])
    ];
    expected = [
      {
        a = {
          b = 1;
          c = 2;
        };
      }
      true
      true
      true
      {
        a = 1;
        b = 1;
      }
      { a = 1; }
      true
      [
        2
        1
      ]
    ];
  }
  {
    name = "settings merge all through";
    expr = [
      (of setting [
        {
          a.b = [ 1 ];
          c = null;
        }
        {
          a.b = [ "x" ];
          a.d = true;
        }
      ])
      (fails setting [
        { a = 1; }
        { a = 2; }
      ])
      (fails setting [
        { a = 1; }
        { a.b = 2; }
      ])
    ];
    expected = [
      {
        a = {
          b = [
            "x"
            1
          ];
          d = true;
        };
        c = null;
      }
      true
      true
    ];
  }
  {
    name = "types of types";
    expr = [
      (of (types.coercedTo types.int toString types.str) [ 1 ])
      (of (types.coercedTo (types.listOf types.str) (map (name: {
        inherit name;
      })) (types.listOf types.attrs)) [ [ "a" ] ])
      ((of (types.functionTo types.int) [ (x: x + 1) ]) 1)
      (
        (of (types.functionTo (types.listOf types.int)) [
          (x: [ x ])
          (x: [ (x + 1) ])
        ])
        1
      )
      (fails (types.uniq types.lines) [
        "a"
        "b"
      ])
      (of (types.uniq types.lines) [ "a" ])
      (accepts (types.addCheck types.int (value: value > 3)) [
        3
        4
        "a"
      ])
      (accepts (types.listOf (types.addCheck types.int (value: value > 3))) [
        [ 3 ]
        [ 4 ]
      ])
      (of
        (types.mkOptionType {
          name = "sum";
          merge = _: lib.foldl' (all: one: all + one.value) 0;
        })
        [
          1
          2
        ]
      )
      (of (types.attrsOf types.int // { merge = _: _: "merged"; }) [ { } ])
    ];
    expected = [
      "1"
      [ { name = "a"; } ]
      2
      [
        2
        1
      ]
      true
      "a"
      [
        false
        true
        false
      ]
      [
        false
        true
      ]
      3
      "merged"
    ];
  }
]
