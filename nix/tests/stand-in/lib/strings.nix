/**
  The stand-in's texts, as nixpkgs has them.
*/
{ lib, ... }:
[
  {
    name = "texts are joined";
    expr = [
      (lib.concatStrings [
        "a"
        "b"
      ])
      (lib.concatMapStrings toString [
        1
        2
      ])
      (lib.concatMapStringsSep ", " toString [
        1
        2
      ])
      (lib.concatImapStrings (i: value: "${toString i}${value}") [
        "a"
        "b"
      ])
      (lib.concatLines [
        "a"
        "b"
      ])
      (lib.concatLines [ ])
      (lib.optionalString true "a")
      (lib.optionalString false "a")
    ];
    expected = [
      "ab"
      "12"
      "1, 2"
      "1a2b"
      "a\nb\n"
      ""
      "a"
      ""
    ];
  }
  {
    name = "texts are taken apart";
    expr = [
      (lib.splitString "." "a.b..c")
      (lib.splitString "." "")
      (lib.splitString "[" "a[b")
      (lib.stringToCharacters "ab")
      (lib.intersperse "/" [
        "a"
        "b"
      ])
      (lib.trim " \t a b\n")
      (lib.trim " ")
    ];
    expected = [
      [
        "a"
        "b"
        ""
        "c"
      ]
      [ "" ]
      [
        "a"
        "b"
      ]
      [
        "a"
        "b"
      ]
      [
        "a"
        "/"
        "b"
      ]
      "a b"
      ""
    ];
  }
  {
    name = "beginnings and ends";
    expr = [
      (lib.hasPrefix "ab" "abc")
      (lib.hasPrefix "b" "abc")
      (lib.hasSuffix "bc" "abc")
      (lib.hasSuffix "abcd" "abc")
      (lib.hasInfix "." "a.b")
      (lib.hasInfix "." "ab")
      (lib.removePrefix "a" "aab")
      (lib.removePrefix "b" "ab")
      (lib.removeSuffix "b" "abb")
      (lib.removeSuffix "a" "ab")
    ];
    expected = [
      true
      false
      true
      false
      true
      false
      "ab"
      "ab"
      "ab"
      "ab"
    ];
  }
  {
    name = "letters of ASCII change their case";
    expr = [
      (lib.toUpper "az_ä")
      (lib.toLower "AZ-Ä")
    ];
    expected = [
      "AZ_ä"
      "az-Ä"
    ];
  }
  {
    name = "an argument of a shell is quoted when it has to be";
    expr = [
      (lib.escapeShellArg "a/b.c:1@%+,=-")
      (lib.escapeShellArg "")
      (lib.escapeShellArg "it's $x")
      (lib.escapeShellArg 1)
      (lib.escapeShellArgs [
        "a b"
        "c"
      ])
    ];
    expected = [
      "'a/b.c:1@%+,=-'"
      "''"
      "'it'\\''s $x'"
      "1"
      "'a b' c"
    ];
  }
  {
    name = "characters are escaped with a backslash";
    expr = [
      (lib.escape [ "$" ] "a$b")
      (lib.escapeRegex "a.b*")
    ];
    expected = [
      "a\\$b"
      "a\\.b\\*"
    ];
  }
  {
    name = "booleans as texts";
    expr = map (text: text true + text false) [
      lib.boolToString
      lib.boolToYesNo
    ];
    expected = [
      "truefalse"
      "yesno"
    ];
  }
  {
    name = "what can be a text";
    expr = map lib.isStringLike [
      "a"
      ./lists.nix
      { outPath = "a"; }
      { }
      1
      null
    ];
    expected = [
      true
      true
      true
      false
      false
      false
    ];
  }
]
