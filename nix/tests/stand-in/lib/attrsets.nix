/**
  The stand-in's attribute sets, as nixpkgs has them.
*/
{ lib, ... }:
let
  fails = value: !(builtins.tryEval value).success;
  set = {
    a = 1;
    b = 2;
  };
  program = {
    type = "derivation";
    name = "tool-1";
    pname = "tool";
    outPath = "/nix/store/x-tool-1";
    meta.mainProgram = "run";
  };
in
[
  {
    name = "attributes are made, changed and chosen";
    expr = [
      (lib.nameValuePair "a" 1)
      (lib.mapAttrs' (name: value: lib.nameValuePair "x${name}" (value + 1)) set)
      (lib.mapAttrsToList (name: value: "${name}${toString value}") set)
      (lib.filterAttrs (name: value: name == "a" || value == 3) set)
      (lib.genAttrs [ "a" "b" ] (name: "${name}!"))
      (lib.concatMapAttrs (name: value: { ${name + name} = value; }) set)
      (lib.optionalAttrs true set)
      (lib.optionalAttrs false set)
      (lib.getAttrs [ "b" ] set)
      (lib.attrVals [ "b" "a" ] set)
      (lib.attrsToList { a = 1; })
      (lib.mergeAttrsList [
        set
        { b = 3; }
      ])
      (lib.foldlAttrs (
        all: name: value:
        "${all}${name}${toString value}"
      ) "" set)
    ];
    expected = [
      {
        name = "a";
        value = 1;
      }
      {
        xa = 2;
        xb = 3;
      }
      [
        "a1"
        "b2"
      ]
      { a = 1; }
      {
        a = "a!";
        b = "b!";
      }
      {
        aa = 1;
        bb = 2;
      }
      set
      { }
      { b = 2; }
      [
        2
        1
      ]
      [
        {
          name = "a";
          value = 1;
        }
      ]
      {
        a = 1;
        b = 3;
      }
      "a1b2"
    ];
  }
  {
    name = "paths lead through sets";
    expr = [
      (lib.attrByPath [ "a" "b" ] 0 { a.b = 1; })
      (lib.attrByPath [ "a" "c" ] 0 { a.b = 1; })
      (lib.attrByPath [ "a" "c" ] 0 { a = 1; })
      (lib.hasAttrByPath [ "a" "b" ] { a.b = 1; })
      (lib.hasAttrByPath [ "a" "c" ] { a.b = 1; })
      (lib.getAttrFromPath [ "a" "b" ] { a.b = 1; })
      (lib.setAttrByPath [ "a" "b" ] 1)
    ];
    expected = [
      1
      0
      0
      true
      false
      1
      { a.b = 1; }
    ];
  }
  {
    name = "the right set wins all through";
    expr =
      lib.recursiveUpdate
        {
          a = {
            b = 1;
            c = 2;
          };
          d.e = 1;
          f = [ 1 ];
        }
        {
          a.b = 3;
          d = 4;
          f = [ 2 ];
        };
    expected = {
      a = {
        b = 3;
        c = 2;
      };
      d = 4;
      f = [ 2 ];
    };
  }
  {
    name = "programs of packages";
    expr = [
      (lib.isDerivation program)
      (lib.isDerivation { })
      (lib.getExe program)
      (lib.getExe' program "other")
      (lib.getExe' (program // { bin = "/nix/store/y-tool-1-bin"; }) "other")
      (fails (lib.getExe' program "a/b"))
      (fails (lib.getExe' "/nix/store/x-tool-1" "other"))
    ];
    expected = [
      true
      false
      "/nix/store/x-tool-1/bin/run"
      "/nix/store/x-tool-1/bin/other"
      "/nix/store/y-tool-1-bin/bin/other"
      true
      true
    ];
  }
]
