/**
  What a module is told about what it says of being run.
*/
let
  inherit (builtins) attrNames map mapAttrs;
  inherit (import ../../contract) types;
  lines = import ../conformance/lines.nix;
  shapes = import ../../contract/operation { inherit types; };
  operated = import ../../contract/operated.nix { inherit types; };

  requests = {
    database.type = "postgresql";
    queues.type = "redis";
    key = {
      type = "secret-file";
      request.lasting = false;
    };
    host.type = "host";
  };
  silent = {
    names = attrNames requests ++ [ "unneeded" ];
    address = _: null;
    state = _: [
      {
        kind = "database";
        of = [ "database" ];
      }
    ];
    checks = _: [ ];
    administrator = _: null;
    move = _: { };
    upgrade.reversible = true;
  };
  said =
    more:
    operated (silent // more) [ "board" ] {
      asked = mapAttrs (_: request: { request = { }; } // request) requests;
      options = { };
      resources = { };
    };
  administrator = password: {
    administrator = _: {
      user = "board";
      command = [ "board" ];
      inherit password;
    };
  };
  upgrade = dump: {
    upgrade = {
      reversible = false;
      inherit dump;
    };
  };
  command =
    command:
    lines (
      shapes.administrator.check [ "administrator" ] {
        user = "board";
        inherit command;
      }
    );
in
[
  {
    name = "the password of the administrator is a secret that is asked for";
    expr = map (password: lines (said (administrator password)).findings) [
      null
      "key"
      "kye"
      "database"
      "unneeded"
    ];
    expected = [
      [ ]
      [ ]
      [ "board.administrator.password: not-a-secret-file kye" ]
      [ "board.administrator.password: not-a-secret-file database" ]
      [ "board.administrator.password: not-a-secret-file unneeded" ]
    ];
  }
  {
    name = "what is dumped before an upgrade is a requirement that can be dumped";
    expr = map (dump: lines (said (upgrade dump)).findings) [
      [
        "database"
        "queues"
      ]
      [ "store" ]
      [ "host" ]
    ];
    expected = [
      [ ]
      [ "board.upgrade.dump: not-dumped store" ]
      [ "board.upgrade.dump: not-dumped host" ]
    ];
  }
  {
    name = "what is not asked for now is not dumped";
    expr =
      (said (upgrade [
        "unneeded"
        "database"
      ])).operation.upgrade.dump;
    expected = [ "database" ];
  }
  {
    name = "a unit has its whole name";
    expr = map (unit: lines (shapes.move.check [ "move" ] { start = [ unit ]; })) [
      "board.service"
      "board@1.service"
      "dev-disk-by\\x2dlabel-board.mount"
      "board"
      "board.program"
      ".service"
      "board .service"
    ];
    expected = [
      [ ]
      [ ]
      [ ]
      [ "move.start.0: not-a-unit board" ]
      [ "move.start.0: not-a-unit board.program" ]
      [ "move.start.0: not-a-unit .service" ]
      [ "move.start.0: not-a-unit board .service" ]
    ];
  }
  {
    name = "a command is a program with its arguments, and no shell that is handed a text";
    expr = map command [
      [
        "board"
        "-c"
        "sh"
      ]
      [
        "/run/current-system/sw/bin/bash"
        "/etc/board/set-up.sh"
      ]
      [
        "/bin/sh"
        "-c"
        "board"
      ]
      [
        "env"
        "BOARD=1"
        "bash"
        "-euc"
        "board"
      ]
      [
        "fish"
        "--command=board"
      ]
      "board"
      [ ]
    ];
    expected = [
      [ ]
      [ ]
      [ "administrator.command: a-shell list" ]
      [ "administrator.command: a-shell list" ]
      [ "administrator.command: a-shell list" ]
      [ "administrator.command: not-a-command board" ]
      [ "administrator.command: not-a-command list" ]
    ];
  }
]
