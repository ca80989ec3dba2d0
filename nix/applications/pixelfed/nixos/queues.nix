/**
  Settings that lead to Redis, for queues, sessions and caches. Both clients of Pixelfed are told of a socket, each in
  its own way. The names of what is cached would follow the name of the site, so they get one that stays.
*/
{ resources }:
let
  inherit (resources) queues;
  dotenv = import ./dotenv.nix;
in
{
  BROADCAST_DRIVER = "redis";
  CACHE_DRIVER = "redis";
  QUEUE_DRIVER = "redis";
  SESSION_DRIVER = "redis";
  WEBSOCKET_REPLICATION_MODE = "redis";
  CACHE_PREFIX = "pixelfed_cache";
  REDIS_DATABASE = queues.database;
}
// (
  if queues.socket != null then
    {
      REDIS_SCHEME = "unix";
      REDIS_PATH = dotenv queues.socket;
      REDIS_HOST = dotenv queues.socket;
    }
  else
    {
      REDIS_SCHEME = "tcp";
      REDIS_HOST = dotenv queues.server;
      REDIS_PORT = queues.port;
    }
)
