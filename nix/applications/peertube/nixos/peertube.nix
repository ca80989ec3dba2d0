/**
  What `services.peertube` is set to.
*/
{
  lib,
  given,
  domain,
  redis,
  live,
  relay,
  baseUrl,
}:
let
  inherit (given.resources) database secret;
in
{
  enable = true;
  localDomain = domain;
  # Part of every address and signature: with the defaults, people would be sent to http and port 9000.
  enableWebHttps = true;
  listenWeb = 443;
  configureNginx = true;

  secrets.secretsFile = secret.path;

  database = {
    createLocally = false;
    # A directory is where PostgreSQL's client looks for a socket, named after the port.
    host = if database.socket != null then database.socket else database.server;
    inherit (database) port user;
    name = database.database;
  };
  redis = redis.options;
  smtp.createLocally = false;

  settings = lib.mkMerge [
    (import ./settings/site.nix given.options)
    (import ./settings/people.nix given.options)
    (import ./settings/videos.nix given.options)
    (import ./settings/federation.nix given.options)
    (import ./settings/mail.nix {
      inherit (given) options;
      inherit relay;
    })
    (import ./settings/storage.nix {
      inherit (given) resources;
      inherit baseUrl;
    })
    (import ./settings/upkeep.nix given.options)
    live.settings
    redis.settings
  ];
}
