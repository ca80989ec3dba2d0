/**
  Packages and builders of the stand-in.
*/
let
  lib = import (../../nixpkgs + "/lib");
  pkgs = import ../../nixpkgs { system = "x86_64-linux"; };
in
[
  {
    name = "a package has the shape of one";
    expr = [
      "${pkgs.garage_2}"
      (lib.getExe pkgs.garage_2)
      (lib.isDerivation pkgs.postgresql_17)
      (lib.types.package.check pkgs.mastodon)
      (pkgs.pixelfed.override { runtimeDir = "/run/pixelfed"; }).overridden
    ];
    expected = [
      "/nix/store/00000000000000000000000000000000-garage_2-0"
      "/nix/store/00000000000000000000000000000000-garage_2-0/bin/garage"
      true
      true
      { runtimeDir = "/run/pixelfed"; }
    ];
  }
  {
    name = "builders keep what they were given";
    expr = [
      (pkgs.writeText "motd" "Welcome").madeOf.text
      (pkgs.writeShellScript "run" "exit").name
      (pkgs.writeShellApplication {
        name = "run";
        text = "jq";
        runtimeInputs = [ pkgs.jq ];
      }).madeOf.runtimeInputs
      ((pkgs.formats.json { }).generate "a.json" { a = 1; }).madeOf
      ((pkgs.formats.toml { }).generate "a.toml" { a = 1; }).madeOf.value
      ((pkgs.formats.keyValue { }).generate "a" {
        A = 1;
        B = "c";
      }).madeOf.text
    ];
    expected = [
      "Welcome"
      "run"
      [ pkgs.jq ]
      {
        value.a = 1;
        text = ''{"a":1}'';
      }
      { a = 1; }
      "A=1\nB=c\n"
    ];
  }
  {
    name = "what is made of other things is elsewhere in the store";
    expr = [
      ("${pkgs.writeText "a" "b"}" == "${pkgs.writeText "a" "b"}")
      ("${pkgs.writeText "a" "b"}" == "${pkgs.writeText "a" "c"}")
      (lib.types.pathInStore.check "${pkgs.writeText "a" "b"}/c")
      (
        lib.getExe (pkgs.writeShellScriptBin "run" "exit")
        == "${pkgs.writeShellScriptBin "run" "exit"}/bin/run"
      )
    ];
    expected = [
      true
      false
      true
      true
    ];
  }
  {
    name = "overlays change packages, and see what becomes of them";
    expr =
      let
        overlaid = import ../../nixpkgs {
          system = "x86_64-linux";
          overlays = [
            (final: before: {
              two = final.one;
              jq = before.curl;
            })
            (_: _: { one = 1; })
          ];
        };
      in
      [
        overlaid.two
        overlaid.jq.pname
      ];
    expected = [
      1
      "curl"
    ];
  }
]
