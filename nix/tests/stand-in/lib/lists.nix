/**
  The stand-in's lists, as nixpkgs has them.
*/
{ lib, ... }:
let
  inherit (builtins) tryEval;
  fails = value: !(tryEval value).success;
in
[
  {
    name = "optional and optionals give what they hold, or nothing";
    expr = [
      (lib.optional true 1)
      (lib.optional false 1)
      (lib.optionals true [ 1 ])
      (lib.optionals false [ 1 ])
      (lib.singleton [ 1 ])
      (lib.toList 1)
      (lib.toList [ 1 ])
    ];
    expected = [
      [ 1 ]
      [ ]
      [ 1 ]
      [ ]
      [ [ 1 ] ]
      [ 1 ]
      [ 1 ]
    ];
  }
  {
    name = "lists are flattened all through, and the first of equals stays";
    expr = [
      (lib.flatten [
        1
        [
          2
          [
            [ ]
            3
          ]
        ]
      ])
      (lib.flatten 1)
      (lib.unique [
        2
        1
        2
        1
        3
      ])
    ];
    expected = [
      [
        1
        2
        3
      ]
      [ 1 ]
      [
        2
        1
        3
      ]
    ];
  }
  {
    name = "ends of lists";
    expr = [
      (lib.last [
        1
        2
      ])
      (lib.init [
        1
        2
      ])
      (lib.take 5 [ 1 ])
      (lib.take 0 [ 1 ])
      (lib.drop 1 [
        1
        2
      ])
      (lib.drop 3 [ 1 ])
      (lib.sublist 1 1 [
        1
        2
        3
      ])
      (fails (lib.last [ ]))
      (fails (lib.init [ ]))
    ];
    expected = [
      2
      [ 1 ]
      [ 1 ]
      [ ]
      [ 2 ]
      [ ]
      [ 2 ]
      true
      true
    ];
  }
  {
    name = "numbers and their order";
    expr = [
      (lib.range 2 4)
      (lib.range 4 2)
      (lib.reverseList [
        1
        2
        3
      ])
      (lib.imap0 (i: value: "${value}${toString i}") [
        "a"
        "b"
      ])
      (lib.imap1 (i: value: "${value}${toString i}") [ "a" ])
      (lib.foldr (value: all: "${value}${all}") "." [
        "a"
        "b"
      ])
      (lib.foldl' (all: value: "${all}${value}") "." [
        "a"
        "b"
      ])
    ];
    expected = [
      [
        2
        3
        4
      ]
      [ ]
      [
        3
        2
        1
      ]
      [
        "a0"
        "b1"
      ]
      [ "a1" ]
      "ab."
      ".ab"
    ];
  }
  {
    name = "lists as sets";
    expr = [
      (lib.subtractLists
        [ 1 ]
        [
          1
          2
          1
        ]
      )
      (lib.intersectLists
        [
          1
          2
        ]
        [
          2
          3
        ]
      )
      (lib.mutuallyExclusive [ 1 ] [ 2 ])
      (lib.mutuallyExclusive [ 1 ] [ 1 ])
      (lib.remove 1 [
        1
        2
      ])
      (lib.findFirst (value: value > 1) null [
        1
        2
        3
      ])
      (lib.findFirst (value: value > 1) null [ 1 ])
      (lib.forEach [ 1 ] (value: value + 1))
    ];
    expected = [
      [ 2 ]
      [ 2 ]
      true
      false
      [ 2 ]
      2
      null
      [ 2 ]
    ];
  }
]
