let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    ;
  peertube = {
    database = "peertube";
    user = "peertube";
    extensions = [
      "pg_trgm"
      "unaccent"
    ];
    connections = 50;
  };
  result = {
    database = "peertube";
    user = "peertube";
    version = 17;
  };
  judge = judged "postgresql";
  receive = received "postgresql";
in
[
  {
    name = "postgresql: PeerTube gets its extensions, and PostgreSQL 14 or newer";
    expr = [
      (judge { } peertube)
      (granted "postgresql" { } peertube).atLeastVersion
    ];
    expected = [
      [ ]
      14
    ];
  }
  {
    name = "postgresql: what can't be a request";
    expr = map (judge { }) [
      (peertube // { database = "peer-tube"; })
      (peertube // { user = "postgres; DROP TABLE users"; })
      (
        peertube
        // {
          extensions = [
            "pg_trgm"
            "pg_trgm"
          ];
        }
      )
      (peertube // { connections = 0; })
      { user = "peertube"; }
      (peertube // { superuser = true; })
    ];
    expected = [
      [ "mastodon.thing.postgresql.database: not-an-identifier (peer-tube)" ]
      [ "mastodon.thing.postgresql.user: not-an-identifier (postgres; DROP TABLE users)" ]
      [ "mastodon.thing.postgresql.extensions.1: duplicate (pg_trgm)" ]
      [ "mastodon.thing.postgresql.connections: not-between (0)" ]
      [ "mastodon.thing.postgresql.database: missing (null)" ]
      [ "mastodon.thing.postgresql.superuser: unknown (true)" ]
    ];
  }
  {
    name = "postgresql: what a policy refuses, all at once, naming the one extension";
    expr = judge {
      version = 13;
      extensions = [ "pg_trgm" ];
      connections = 49;
    } peertube;
    expected = [
      "mastodon.thing.postgresql.atLeastVersion: beyond-policy (14)"
      "mastodon.thing.postgresql.extensions.1: not-offered (unaccent)"
      "mastodon.thing.postgresql.connections: beyond-policy (50)"
    ];
  }
  {
    name = "postgresql: a limit itself is allowed";
    expr = judge {
      version = 14;
      connections = 50;
    } peertube;
    expected = [ ];
  }
  {
    name = "postgresql: a policy that can't be";
    expr = judge { version = 9; } peertube;
    expected = [ "policies.postgresql.version: not-between (9)" ];
  }
  {
    name = "postgresql: a result has a socket or a password, and no observed field";
    expr = map receive [
      (result // { socket = "/run/postgresql"; })
      (
        result
        // {
          server = "10.0.0.4";
          passwordFile = "/var/lib/fediversity/secrets/social/database";
        }
      )
      result
      (result // { passwordFile = "/nix/store/00000000000000000000000000000000-password"; })
      (
        result
        // {
          socket = "/run/postgresql";
          serverVersion = "17.6";
        }
      )
      (result // { socket = "/run/../etc"; })
    ];
    expected = [
      [ ]
      [ ]
      [ "results.postgresql.passwordFile: missing (null)" ]
      [
        "results.postgresql.passwordFile: in-the-store (/nix/store/00000000000000000000000000000000-password)"
      ]
      [ "results.postgresql.serverVersion: unknown (17.6)" ]
      [ "results.postgresql.socket: not-a-path (/run/../etc)" ]
    ];
  }
  {
    name = "postgresql: what any provider of it must show";
    expr = map (step: [
      step.name
      step.see
    ]) (behaviour "postgresql" peertube result);
    expected = [
      [
        "is the database of its user"
        {
          rows = [
            [
              "peertube"
              "peertube"
              "peertube"
            ]
          ];
        }
      ]
      [
        "runs the version that was chosen"
        { rows = [ [ "17" ] ]; }
      ]
      [
        "stores text as UTF-8"
        { rows = [ [ "UTF8" ] ]; }
      ]
      [
        "has the extensions"
        {
          rows = [
            [ "pg_trgm" ]
            [ "unaccent" ]
          ];
        }
      ]
      [
        "lets its user make a table"
        { rows = [ ]; }
      ]
      [
        "takes a row"
        { rows = [ ]; }
      ]
      [
        "comes back after a restart"
        { withinSeconds = 60; }
      ]
      [
        "still has the row"
        { rows = [ [ "übrig 🎺" ] ]; }
      ]
      [
        "is closed to other users"
        { refused = true; }
      ]
      [
        "is the same when it is provisioned again"
        { unchanged = true; }
      ]
      [
        "is left as it was"
        { rows = [ ]; }
      ]
    ];
  }
]
