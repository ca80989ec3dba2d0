/**
  One MariaDB server for all databases of a host, on a socket only: the user who asks is who may enter. Text is utf8mb4.

  In a GRANT, an underscore of a database's name would stand for any character, so it is escaped.
*/
{ entries, ... }:
{
  config,
  lib,
  pkgs,
  utils,
  ...
}:
let
  inherit (builtins) foldl' head replaceStrings;
  inherit ((head entries).result) version;
  series = version / 100;
  package = pkgs."mariadb_${toString series}${toString (version - 100 * series)}";
  asked = map (entry: entry.request) entries;
  needed = entries != [ ];
  connections = foldl' (sum: { connections, ... }: sum + connections) 20 asked;
  administrator = config.services.mysql.user;

  grant =
    { database, user, ... }:
    let
      pattern = replaceStrings [ "_" ] [ "\\_" ] database;
    in
    utils.escapeSystemdExecArgs [
      (lib.getExe' package "mariadb")
      "--user=${administrator}"
      "--execute=GRANT ALL PRIVILEGES ON `${pattern}`.* TO '${user}'@'localhost'"
    ];
in
{
  services.mysql = lib.mkIf needed {
    enable = true;
    inherit package;
    ensureDatabases = map (request: request.database) asked;
    ensureUsers = map (request: { name = request.user; }) asked;
    settings.mysqld = {
      skip-networking = true;
      character-set-server = "utf8mb4";
      collation-server = "utf8mb4_unicode_ci";
      max_connections = lib.max 151 connections;
    };
  };

  systemd.services.fediversity-mariadb = lib.mkIf needed {
    description = "Rights in databases";
    requires = [ "mysql.service" ];
    after = [ "mysql.service" ];
    wantedBy = [ "multi-user.target" ];
    serviceConfig = {
      Type = "oneshot";
      RemainAfterExit = true;
      User = administrator;
      ExecStart = map grant asked;
    };
  };
}
