/**
  Where passwords are once the host has started: in memory, readable for Mastodon alone.
*/
let
  directory = "/run/mastodon-credentials";
in
{
  name = builtins.baseNameOf directory;
  environment = "${directory}/environment";
  databasePassword = "${directory}/database-password";
}
