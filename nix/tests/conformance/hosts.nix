/**
  What a check finds in what runs on a host: secrets in the store, texts that become programs, what was thrown, and units
  that wait for nothing.
*/
let
  inherit (builtins) map;
  changed = import ./changed.nix;
  lines = import ./lines.nix;
  found =
    set:
    lines (changed "hosts" (_: _: { nixos = { options, ... }: arguments: set options arguments; }));
  plain = set: found (options: { pkgs, ... }: set options pkgs);
  started =
    starts: unit:
    lines (
      changed "hosts" (
        _: _: {
          nixos = _: { ... }: { systemd.services.noticeboard = unit; };
          move = _: { start = starts; };
        }
      )
    );
  runs.serviceConfig.ExecStart = "/run/current-system/sw/bin/noticeboard";
  atBoot = runs // {
    wantedBy = [ "multi-user.target" ];
  };
  secret = "nixos.services.board.passwordFile: secret-in-store";
in
[
  {
    name = "a secret in the store is told, whichever way it came there";
    expr =
      map
        (
          value:
          map (line: builtins.substring 0 50 line) (
            plain (
              options: pkgs: {
                services.board.passwordFile = value options pkgs;
              }
            )
          )
        )
        [
          (_: _: ../../conformance/skeleton/README.md)
          (_: _: "${../../conformance/skeleton/README.md}")
          (_: pkgs: pkgs.writeText "password" "hunter2")
          (_: pkgs: "${pkgs.writeText "password" "hunter2"}")
          (_: _: "/run/secrets/password")
        ];
    expected = [
      [ secret ]
      [ secret ]
      [ secret ]
      [ secret ]
      [ ]
    ];
  }
  {
    name = "a secret in the store is told in a line of a text whose words before it say so";
    expr = map (text: plain (_: pkgs: { services.board.extraConfig = text pkgs; })) [
      (_: "$smtp['password'] = file('${../../conformance/skeleton/README.md}');")
      (pkgs: "key\n  token = ${pkgs.writeText "t" "hunter2"}")
      (_: "include ${../../conformance/skeleton/README.md};\npassword = /run/secrets/x;")
      (pkgs: "start ${pkgs.writeText "greeting" "hello"} --password-file /run/secrets/x")
      (pkgs: "password = read(${pkgs.writeShellScript "x" "cat /run/secrets/x"})")
    ];
    expected = [
      [ "nixos.services.board.extraConfig: secret-in-store" ]
      [ "nixos.services.board.extraConfig: secret-in-store" ]
      [ ]
      [ ]
      [ ]
    ];
  }
  {
    name = "an operator's text in a program is told, also where that is a package of its own";
    expr =
      map
        (
          value:
          plain (options: pkgs: { systemd.services.board.serviceConfig.ExecStartPre = value options pkgs; })
        )
        [
          (options: _: "echo ${options.text}")
          (options: pkgs: pkgs.writeShellScript "x" "echo ${options.text}")
          (options: pkgs: "${pkgs.writeShellScriptBin "x" "echo ${options.text}"}/bin/x --once")
          (options: pkgs: "php ${pkgs.writeText "x.php" "<?php $x = '${options.text}';"}")
          (options: pkgs: "x ${pkgs.writeText "x.json" (builtins.toJSON options.text)}")
          (options: pkgs: "x ${pkgs.writeText "text" options.text}")
        ];
    expected =
      let
        told = [ "nixos.systemd.services.board.serviceConfig.ExecStartPre: not-quoted" ];
      in
      [
        told
        told
        told
        told
        [ ]
        [ ]
      ];
  }
  {
    name = "what stands below a value of an operator is told once, under the option's name";
    expr = plain (
      options: _: {
        services.nginx.virtualHosts."www.${options.domain}".extraConfig =
          "add_header X \"${options.text}\";";
      }
    );
    expected = [ "nixos.services.nginx.virtualHosts.www.<domain>.extraConfig: not-quoted" ];
  }
  {
    name = "what is thrown is told, in a value and in a condition";
    expr = [
      (plain (_: _: { services.board.name = throw "never"; }))
      (found (
        _:
        { lib, ... }:
        {
          services.board = lib.mkIf (throw "never") { name = "board"; };
        }
      ))
    ];
    expected = [
      [ "nixos.services.board.name: thrown" ]
      [ "nixos.services.board: thrown" ]
    ];
  }
  {
    name = "a unit of its own that starts with the host has to be among those that move starts";
    expr = map (case: started case.starts case.unit) [
      {
        starts = [ ];
        unit = atBoot;
      }
      {
        starts = [ "noticeboard.service" ];
        unit = atBoot;
      }
      {
        starts = [ ];
        unit = runs;
      }
      {
        starts = [ ];
        unit.wantedBy = [ "multi-user.target" ];
      }
    ];
    expected = [
      [ "noticeboard.move.start: not-started noticeboard.service" ]
      [ ]
      [ ]
      [ ]
    ];
  }
  {
    name = "a unit by which one sees that it works has to be among them too, unless it is the host's";
    expr =
      map
        (
          unit:
          lines (
            changed "requirements" (
              _: _: {
                checks = _: [
                  {
                    name = "unit";
                    label = {
                      en = "It runs";
                      de = "Es läuft";
                    };
                    inherit unit;
                  }
                ];
                move = _: { start = [ "board.service" ]; };
              }
            )
          )
        )
        [
          "board.service"
          "other.service"
          "nginx.service"
        ];
    expected = [
      [ ]
      [ "noticeboard.move.start: not-started other.service" ]
      [ ]
    ];
  }
]
