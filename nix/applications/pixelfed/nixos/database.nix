/**
  Settings that lead to the database. A socket tells its user by the user who connects, so that no password is needed.
*/
{ resources }:
let
  inherit (resources) database;
  dotenv = import ./dotenv.nix;
in
{
  DB_CONNECTION = "mysql";
  DB_DATABASE = database.database;
  DB_USERNAME = database.user;
}
// (
  if database.socket != null then
    {
      DB_SOCKET = dotenv database.socket;
      DB_PORT = 0;
    }
  else
    {
      DB_HOST = dotenv database.server;
      DB_PORT = database.port;
    }
)
