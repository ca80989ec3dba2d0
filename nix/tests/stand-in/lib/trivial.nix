/**
  The stand-in's functions, numbers, versions and generators, as nixpkgs has them.
*/
{ lib, ... }:
let
  fails = value: !(builtins.tryEval value).success;
in
[
  {
    name = "functions";
    expr = [
      (lib.id 1)
      (lib.const 1 2)
      (lib.flip (one: other: one - other) 1 3)
      (lib.pipe 1 [
        (value: value + 1)
        toString
      ])
      (lib.isFunction lib.id)
      (lib.isFunction { __functor = _: lib.id; })
      (lib.isFunction { })
      (lib.functionArgs (
        {
          a,
          b ? 1,
        }:
        a + b
      ))
    ];
    expected = [
      1
      1
      2
      "2"
      true
      true
      false
      {
        a = false;
        b = true;
      }
    ];
  }
  {
    name = "numbers and versions";
    expr = [
      (lib.min 1 2)
      (lib.max 1 2)
      (lib.mod 7 3)
      (lib.versionAtLeast "1.10" "1.9")
      (lib.versionAtLeast "1.9" "1.10")
      (lib.versionOlder "1.9" "1.10")
    ];
    expected = [
      1
      2
      1
      true
      false
      true
    ];
  }
  {
    name = "what must hold";
    expr = [
      (lib.throwIf false "wrong" 1)
      (lib.throwIfNot true "wrong" 1)
      (lib.assertMsg true "wrong")
      (fails (lib.throwIf true "wrong" 1))
      (fails (lib.throwIfNot false "wrong" 1))
      (fails (lib.assertMsg false "wrong"))
    ];
    expected = [
      1
      1
      true
      true
      true
      true
    ];
  }
  {
    name = "settings as lines";
    expr = [
      (lib.generators.toKeyValue { } {
        a = 1;
        b = true;
        "c=d" = "x";
      })
      (lib.generators.toKeyValue { listsAsDuplicateKeys = true; } {
        a = [
          1
          2
        ];
      })
      (lib.generators.toINI { } {
        s.a = 1;
        t = {
          b = false;
        };
      })
      (lib.generators.toJSON { } { a = [ 1 ]; })
    ];
    expected = [
      "a=1\nb=true\nc\\=d=x\n"
      "a=1\na=2\n"
      "[s]\na=1\n\n[t]\nb=false\n"
      ''{"a":[1]}''
    ];
  }
  {
    name = "files of values";
    expr = [
      (lib.importJSON (builtins.toFile "a.json" ''{"a":[1]}''))
      (lib.importTOML (builtins.toFile "a.toml" "[a]\nb = 1\n"))
    ];
    expected = [
      { a = [ 1 ]; }
      { a.b = 1; }
    ];
  }
]
