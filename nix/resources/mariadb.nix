/**
  A MariaDB database that belongs to its user, for applications that can't do with PostgreSQL or were begun
  without it: which one is chosen is for good. Text is utf8mb4, or emoji would not fit. Its name is the user's, too.
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
  inherit (values) between identifier line;
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
        port = 3306;
        withoutPassword = [ ];
      };

  # "11.4" as 1104: so that versions can be compared.
  release = between 1005 9999;
in
resource {
  request = types.group [
    (option "database" identifier "Database" { de = "Datenbank"; })
    (option "user" identifier "User" { de = "Benutzer"; })
    (filled 1006 (option "atLeastVersion" release "Oldest version" { de = "Älteste Version"; }))
    (filled 20 (
      option "connections" (between 1 10000) "Connections at once" { de = "Gleichzeitige Verbindungen"; }
    ))
  ];

  policy = types.group [
    (
      option "version" release "Version" { de = "Version"; }
      // {
        help = {
          en = "The series times a hundred, plus the release: 1104 for 11.4.";
          de = "Die Reihe mal hundert, plus die Ausgabe: 1104 für 11.4.";
        };
        default = 1104;
      }
    )
    (filled 150 (
      option "connections" (between 1 10000) "Most connections of one database" {
        de = "Höchstzahl der Verbindungen einer Datenbank";
      }
    ))
  ];

  limits = [
    (limit "atLeastVersion" "atMost" "version")
    (limit "connections" "atMost" "connections")
  ];

  result = [
    (chosen "database" identifier "Database" { de = "Datenbank"; })
    (chosen "user" identifier "User" { de = "Benutzer"; })
    (chosen "version" release "Version" { de = "Version"; })
  ]
  ++ connection.fields
  ++ [
    (observed "serverVersion" (line 80) "Version that runs" { de = "Version, die läuft"; })
  ];
  inherit (connection) coherent;

  behaviour = import ./behaviour/mariadb.nix;
}
