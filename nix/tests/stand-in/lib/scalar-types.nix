/**
  What types of single values accept and how they merge, in the stand-in and in nixpkgs.
*/
{ lib, ... }:
let
  inherit (lib) types;
  inherit (import ./one-option.nix lib) accepts of;

  stored = "/nix/store/00000000000000000000000000000000-tool";
  package = {
    type = "derivation";
    name = "tool";
    outPath = stored;
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
]
