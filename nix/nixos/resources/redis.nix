/**
  A Redis server for each application that asks, on a socket that only the application's users may open. It never evicts: a
  queue that loses jobs is broken, while a full one says so.
*/
{ entries, ... }:
{ lib, ... }:
{
  services.redis.servers = lib.mkMerge (
    map (
      {
        application,
        request,
        result,
        ...
      }:
      {
        ${application} = {
          enable = true;
          port = 0;
          unixSocket = result.socket;
          unixSocketPerm = 660;
          appendOnly = request.durable;
          save = lib.mkIf (!request.durable) [ ];
          settings = {
            maxmemory = "${toString request.memoryMiB}mb";
            maxmemory-policy = "noeviction";
          };
        };
      }
    ) entries
  );

  users.groups = lib.mkMerge (
    map (
      { application, users, ... }:
      {
        "redis-${application}".members = users;
      }
    ) entries
  );
}
