/**
  What a check makes of the cases in a module's `tests.nix`.
*/
let
  contract = import ../../contract;
  source = import ../../conformance/skeleton;
  found =
    directory:
    ((import ../../conformance/check).cases {
      inherit contract directory source;
    }).findings;
  told = file: found (./modules + "/${file}");
in
[
  {
    name = "cases that are as expected are not told";
    expr = found ../../conformance/skeleton;
    expected = [ ];
  }
  {
    name = "what came is told beside what was expected, at its place in the value and in the file";
    expr = told "differs";
    expected = [
      {
        path = [
          "tests.nix"
          "a set"
          "cores"
        ];
        code = "not-as-expected";
        got = "1";
        expected = "2";
        at = "tests.nix:18";
      }
      {
        path = [
          "tests.nix"
          "a set"
          "disks"
        ];
        code = "missing";
        got = null;
        expected = "[1]";
        at = "tests.nix:18";
      }
      {
        path = [
          "tests.nix"
          "a set"
          "name"
        ];
        code = "not-as-expected";
        got = "\"noticeboard\"";
        expected = "nothing";
        at = "tests.nix:18";
      }
      {
        path = [
          "tests.nix"
          "a list"
          1
        ];
        code = "not-as-expected";
        got = "2";
        expected = "3";
        at = "tests.nix:29";
      }
    ];
  }
  {
    name = "options that there are not, are missing, or do not pass are no options of a case";
    expr = map (file: (builtins.tryEval (builtins.deepSeq (told file) true)).success) [
      "stale"
      "stale-requirements"
    ];
    expected = [
      false
      false
    ];
  }
]
