/**
  Database, queues and mail: where they are, and that nixpkgs' module sets none of them up.

  Its assertions leave one way only to PostgreSQL's own socket: "createLocally". With it, the module names the database and
  the user that the resource has named already, and waits for the server; both say the same.
*/
{ relay, resources, ... }:
_:
let
  credentials = import ./credentials/paths.nix;
  escaped = import ./escaped.nix;
  inherit (resources) database queues;

  isUsual =
    database.socket == "/run/postgresql"
    && database.user == "mastodon"
    && database.database == "mastodon";

  # Redis refuses nobody on the host itself, but the module takes this address for a server of its own.
  redisServer =
    if
      builtins.elem queues.server [
        "127.0.0.1"
        "::1"
      ]
    then
      "localhost"
    else
      queues.server;
in
{
  services.mastodon = {
    database = {
      createLocally = isUsual;
      name = database.database;
      inherit (database) user;
      # A slash more is the same directory, and not what the module takes for its own.
      host =
        if isUsual then
          database.socket
        else if database.socket != null then
          "${database.socket}/"
        else
          database.server;
      port = if isUsual then null else database.port;
      # The module reads a file whenever it didn't create the database.
      passwordFile =
        if isUsual then
          null
        else if database.passwordFile == null then
          "/dev/null"
        else
          credentials.databasePassword;
    };

    redis = {
      createLocally = false;
      # Behind a socket it isn't asked (REDIS_URL is), but the module wants one.
      host = redisServer;
      inherit (queues) port;
    };

    # "authenticate" stays off: the module would put the password between quotes without escaping it, and its command
    # for administrators would run what stands in there. See credentials.nix.
    smtp = {
      createLocally = false;
      host = relay.server;
      inherit (relay) port;
      # The shell reads this one as well; what counts is in typed.nix.
      fromAddress = escaped relay.from;
    };
  };

  assertions = [
    {
      assertion = queues.socket == null || queues.database == 0;
      message = "Mastodon can't choose a numbered database behind a socket of Redis.";
    }
    {
      assertion = builtins.match ".*:.*" redisServer == null;
      message = "Mastodon reaches Redis by a name or an IPv4 address, not by an IPv6 address.";
    }
  ];
}
