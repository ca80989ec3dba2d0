/**
  What types accept and how they merge, in the stand-in and in nixpkgs.
*/
{ lib, ... }:
let
  inherit (builtins) deepSeq tryEval;
  inherit (lib) mkIf mkOption types;

  of =
    type: definitions:
    (lib.evalModules {
      modules = [
        { options.value = mkOption { inherit type; }; }
      ]
      ++ map (value: { inherit value; }) definitions;
    }).config.value;
  fails = type: definitions: !(tryEval (deepSeq (of type definitions) null)).success;
  accepts = type: map (value: !(fails type [ value ]));
  stored = "/nix/store/00000000000000000000000000000000-tool";
  package = {
    type = "derivation";
    name = "tool";
    outPath = stored;
  };
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
    name = "texts";
    expr = [
      (accepts types.str [
        ""
        1
        null
        [ ]
        ./types.nix
      ])
      (accepts types.nonEmptyStr [
        "a"
        ""
        " \n"
      ])
      (accepts types.singleLineStr [
        "a"
        "a\n"
        "a\nb"
      ])
      (accepts (types.strMatching "[0-7]{1,4}") [
        "755"
        "8"
        "7a"
        ""
      ])
      (accepts (types.passwdEntry types.str) [
        "a"
        "a:b"
        "a\nb"
      ])
      (accepts types.lines [
        "a"
        1
      ])
      (of types.singleLineStr [ "a\n" ])
      (of types.lines [
        "a"
        "b"
      ])
      (of types.commas [
        "a"
        "b"
      ])
      (of types.envVar [
        "a"
        "b"
      ])
      (of (types.separatedString "; ") [
        "a"
        "b"
      ])
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
        true
        false
        false
      ]
      [
        true
        true
        false
      ]
      [
        true
        false
        false
        false
      ]
      [
        true
        false
        false
      ]
      [
        true
        false
      ]
      "a"
      "b\na"
      "b,a"
      "b:a"
      "b; a"
    ];
  }
  {
    name = "numbers";
    expr = [
      (accepts types.int [
        1
        1.5
        "1"
        true
      ])
      (accepts types.float [
        1.5
        1
      ])
      (accepts types.number [
        1.5
        1
        "1"
      ])
      (accepts types.port [
        0
        65535
        65536
        (-1)
        "80"
      ])
      (accepts types.ints.positive [
        1
        0
      ])
      (accepts types.ints.unsigned [
        0
        (-1)
      ])
      (accepts types.ints.u8 [
        255
        256
      ])
      (accepts types.ints.u32 [
        4294967295
        4294967296
      ])
      (accepts types.ints.s8 [
        (-128)
        128
      ])
      (accepts (types.ints.between 2 3) [
        1
        2
        3
        4
      ])
    ];
    expected = [
      [
        true
        false
        false
        false
      ]
      [
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
        false
        false
        false
      ]
      [
        true
        false
      ]
      [
        true
        false
      ]
      [
        true
        false
      ]
      [
        true
        false
      ]
      [
        true
        false
      ]
      [
        false
        true
        true
        false
      ]
    ];
  }
  {
    name = "paths and packages";
    expr = [
      (accepts types.path [
        "/a"
        "a"
        ./types.nix
        package
      ])
      (accepts types.externalPath [
        "/run/secrets/a"
        stored
        "${stored}/a"
        "/nix/store"
        "a"
      ])
      (accepts types.pathInStore [
        stored
        "${stored}/a"
        "/a"
      ])
      (map types.package.check [
        package
        stored
        "/a"
        "tool"
      ])
      (of types.package [ package ]).name
    ];
    expected = [
      [
        true
        false
        true
        true
      ]
      [
        true
        false
        false
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
        false
        false
      ]
      "tool"
    ];
  }
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
    ];
  }
]
