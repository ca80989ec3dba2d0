let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    ;
  pixelfed = {
    database = "pixelfed";
    user = "pixelfed";
  };
  result = pixelfed // {
    version = 1104;
  };
  judge = judged "mariadb";
in
[
  {
    name = "mariadb: Pixelfed gets 20 connections and MariaDB 10.6 or newer";
    expr = [
      (judge { } pixelfed)
      (granted "mariadb" { } pixelfed)
    ];
    expected = [
      [ ]
      {
        database = "pixelfed";
        user = "pixelfed";
        atLeastVersion = 1006;
        connections = 20;
      }
    ];
  }
  {
    name = "mariadb: what can't be a request";
    expr = map (judge { }) [
      (pixelfed // { user = "a_name_of_more_than_thirty_two_characters"; })
      (pixelfed // { atLeastVersion = "11.4"; })
    ];
    expected = [
      [ "mastodon.thing.mariadb.user: not-an-identifier (a_name_of_more_than_thirty_two_characters)" ]
      [ "mastodon.thing.mariadb.atLeastVersion: not-an-integer (11.4)" ]
    ];
  }
  {
    name = "mariadb: what a policy refuses";
    expr = judge {
      version = 1005;
      connections = 10;
    } pixelfed;
    expected = [
      "mastodon.thing.mariadb.atLeastVersion: beyond-policy (1006)"
      "mastodon.thing.mariadb.connections: beyond-policy (20)"
    ];
  }
  {
    name = "mariadb: a result over the network needs a password";
    expr = map (received "mariadb") [
      (result // { socket = "/run/mysqld/mysqld.sock"; })
      (result // { server = "database.example.net"; })
      (
        result
        // {
          server = "-oProxyCommand=x";
          passwordFile = "/run/x";
        }
      )
    ];
    expected = [
      [ ]
      [ "results.mariadb.passwordFile: missing (null)" ]
      [ "results.mariadb.server: not-a-server-name (-oProxyCommand=x)" ]
    ];
  }
  {
    name = "mariadb: emoji must fit, and rows survive a restart";
    expr = map (step: step.try) (
      builtins.filter (step: step.try ? restart || step.see ? rows && step.see.rows != [ ]) (
        behaviour "mariadb" pixelfed result
      )
    );
    expected = [
      { sql.statement = "SELECT DATABASE(), SUBSTRING_INDEX(CURRENT_USER(), '@', 1)"; }
      { sql.statement = "SELECT @@character_set_database"; }
      { restart.what = "server"; }
      { sql.statement = "SELECT said FROM behaviour"; }
    ];
  }
]
