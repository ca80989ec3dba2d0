{ result, ... }:
let
  step = import ./step.nix;
  sql = statement: { inherit statement; };
  rows = rows: { inherit rows; };
in
[
  (step "is the database that was chosen" "sql"
    (sql "SELECT DATABASE(), SUBSTRING_INDEX(CURRENT_USER(), '@', 1)")
    (rows [
      [
        result.database
        result.user
      ]
    ])
  )
  (step "stores text as utf8mb4" "sql" (sql "SELECT @@character_set_database") (rows [
    [ "utf8mb4" ]
  ]))
  (step "lets its user make a table" "sql" (sql "CREATE TABLE behaviour (said text)") (rows [ ]))
  (step "takes a row" "sql" (sql "INSERT INTO behaviour VALUES ('übrig 🎺')") (rows [ ]))
  (step "comes back after a restart" "restart" { what = "server"; } { withinSeconds = 60; })
  (step "still has the row" "sql" (sql "SELECT said FROM behaviour") (rows [ [ "übrig 🎺" ] ]))
  (step "is closed to other users" "sql" (sql "SELECT said FROM behaviour" // { user = "other"; }) {
    refused = true;
  })
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
  (step "is left as it was" "sql" (sql "DROP TABLE behaviour") (rows [ ]))
]
