/**
  A PostgreSQL database that belongs to its user.

  The user owns the database: since PostgreSQL 15, migrations of anybody else fail on the schema "public". The
  environment decides the version and writes it down, since on NixOS it would follow `stateVersion`; a dump goes to the
  same or a newer major version only. Extensions are there before the application starts (PeerTube: pg_trgm, unaccent).
*/
{
  types,
  values,
  resource,
  option,
  chosen,
  observed,
  filled,
  limit,
  ...
}@parts:
let
  inherit (values)
    between
    identifier
    line
    several
    ;
  connection =
    import ./connection.nix
      {
        inherit (parts)
          types
          values
          chosen
          finding
          ;
      }
      {
        port = 5432;
        withoutPassword = [ ];
      };
  extensions = several 0 50 identifier;
  major = between 13 99;
in
resource {
  request = types.group [
    (option "database" identifier "Database" { de = "Datenbank"; })
    (option "user" identifier "User" { de = "Benutzer"; })
    (filled [ ] (option "extensions" extensions "Extensions" { de = "Erweiterungen"; }))
    (filled 14 (option "atLeastVersion" major "Oldest major version" { de = "Älteste Hauptversion"; }))
    (filled 20 (
      option "connections" (between 1 10000) "Connections at once" { de = "Gleichzeitige Verbindungen"; }
    ))
  ];

  policy = types.group [
    (filled 17 (option "version" major "Major version" { de = "Hauptversion"; }))
    (filled [
      "citext"
      "pg_trgm"
      "pgcrypto"
      "unaccent"
    ] (option "extensions" (several 0 50 (line 32)) "Extensions" { de = "Erweiterungen"; }))
    (filled 100 (
      option "connections" (between 1 10000) "Most connections of one database" {
        de = "Höchstzahl der Verbindungen einer Datenbank";
      }
    ))
  ];

  limits = [
    (limit "atLeastVersion" "atMost" "version")
    (limit "extensions" "among" "extensions")
    (limit "connections" "atMost" "connections")
  ];

  result = [
    (chosen "database" identifier "Database" { de = "Datenbank"; })
    (chosen "user" identifier "User" { de = "Benutzer"; })
    (chosen "version" major "Major version" { de = "Hauptversion"; })
  ]
  ++ connection.fields
  ++ [
    (observed "serverVersion" (line 80) "Version that runs" { de = "Version, die läuft"; })
  ];
  inherit (connection) coherent;

  behaviour = import ./behaviour/postgresql.nix;
}
