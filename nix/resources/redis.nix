/**
  A Redis server for one application's queues, feeds or cache.

  It is the application's own: two applications with numbered databases in one server would share its memory, and one
  could read the other's jobs. It never evicts: a queue that loses jobs is broken, while a full one says so.
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
  inherit (values) between line;
  memory = between 16 1048576;
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
        port = 6379;
        withoutPassword = [
          "localhost"
          "127.0.0.1"
          "::1"
        ];
      };
in
resource {
  request = types.group [
    (filled 256 (option "memoryMiB" memory "Memory in MiB" { de = "Arbeitsspeicher in MiB"; }))
    (filled true (
      option "durable" types.boolean "Survives a restart" { de = "Übersteht einen Neustart"; }
    ))
  ];

  policy = types.group [
    (filled null (
      option "memoryMiB" (types.optional memory) "Most memory in MiB" {
        de = "Höchster Arbeitsspeicher in MiB";
      }
    ))
    (filled true (
      option "durable" types.boolean "May survive a restart" { de = "Darf einen Neustart überstehen"; }
    ))
  ];

  limits = [
    (limit "memoryMiB" "atMost" "memoryMiB")
    (limit "durable" "granted" "durable")
  ];

  result = connection.fields ++ [
    (filled 0 (chosen "database" (between 0 15) "Numbered database" { de = "Nummerierte Datenbank"; }))
    (observed "serverVersion" (line 80) "Version that runs" { de = "Version, die läuft"; })
  ];
  inherit (connection) coherent;

  behaviour = import ./behaviour/redis.nix;
}
