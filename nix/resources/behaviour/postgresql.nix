{ request, result }:
let
  step = import ./step.nix;
  sql = statement: { inherit statement; };
  rows = rows: { inherit rows; };
in
[
  (step "is the database of its user" "sql"
    (sql "SELECT current_database(), current_user, pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()")
    (rows [
      [
        result.database
        result.user
        result.user
      ]
    ])
  )
  (step "runs the version that was chosen" "sql"
    (sql "SELECT current_setting('server_version_num')::int / 10000")
    (rows [ [ (toString result.version) ] ])
  )
  (step "stores text as UTF-8" "sql" (sql "SHOW server_encoding") (rows [ [ "UTF8" ] ]))
  (step "has the extensions" "sql"
    (sql "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname")
    (rows (map (name: [ name ]) (builtins.sort builtins.lessThan request.extensions)))
  )
  # Fails on the schema "public" where the user is not the owner (PostgreSQL 15 and newer).
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
