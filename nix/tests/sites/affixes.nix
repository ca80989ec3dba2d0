/**
  Beginnings and ends of texts.
*/
let
  inherit (import ../../sites/affixes.nix)
    hasPrefix
    hasSuffix
    removePrefix
    removeSuffix
    ;
in
[
  {
    name = "affixes: are there or not, as long as the text may be";
    expr = [
      (hasPrefix "ab" "abc")
      (hasPrefix "abc" "ab")
      (hasPrefix "" "")
      (hasPrefix "b" "ab")
      (hasSuffix "bc" "abc")
      (hasSuffix "abc" "bc")
      (hasSuffix "" "")
      (hasSuffix "a" "ab")
    ];
    expected = [
      true
      false
      true
      false
      true
      false
      true
      false
    ];
  }
  {
    name = "affixes: are taken away once, and nothing else is";
    expr = [
      (removePrefix "/" "//a")
      (removePrefix "/" "a/")
      (removeSuffix "*" "/a**")
      (removeSuffix "*" "*a")
      (removeSuffix "a" "a")
    ];
    expected = [
      "/a"
      "a/"
      "/a*"
      "*a"
      ""
    ];
  }
]
