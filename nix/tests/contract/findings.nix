/**
  What a finding shows of a value, and that all findings come at once.
*/
let
  contract = import ../../contract;
  inherit (contract) types;
  inherit (import ../../contract/characters.nix) codePoints cut;

  evaluate =
    given:
    contract.evaluate {
      inherit given;
      system = "x86_64-linux";
      applications = [ (import ../../applications/homepage) ];
      environments = [ (import ../../environments/local { contract = import ../../contract; }) ];
      resources = import ../../resources contract;
    };
in
[
  {
    name = "the value in a finding is cut between characters";
    expr =
      (builtins.head (
        types.label.check [ ] "äöü${cut 75 (builtins.concatStringsSep "" (builtins.genList (_: "€") 40))}"
      )).got;
    expected = "äöü€€€€€€€€€€€€€€€€€€€€€€€€";
  }
  {
    name = "a set in a finding is only named";
    expr = types.label.check [ "a" 0 ] { outPath = throw "looked at"; };
    expected = [
      {
        path = [
          "a"
          0
        ];
        code = "not-a-label";
        got = "set";
      }
    ];
  }
  {
    name = "code points are counted from UTF-8";
    expr = map codePoints [
      ""
      "a"
      "äß"
      "€"
      "🎺a"
    ];
    expected = [
      0
      1
      2
      1
      2
    ];
  }
  {
    name = "unknown modules, bad names and unknown environments are findings, all at once";
    expr =
      (evaluate {
        applications.one = {
          module = "nothing";
          options = { };
        };
        applications."../x" = {
          module = "homepage";
          options = { };
        };
        environment.kind = "moon";
      }).requirements;
    expected = {
      findings = [
        {
          path = [ "../x" ];
          code = "not-a-label";
          got = "../x";
        }
        {
          path = [ "one" ];
          code = "unknown";
          got = "nothing";
        }
        {
          path = [ "environment" ];
          code = "unknown";
          got = "moon";
        }
      ];
      unmet = [ ];
      requirements = { };
      reserve = [ ];
      pools = [ ];
    };
  }
]
