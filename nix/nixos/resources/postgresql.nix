/**
  One PostgreSQL server for all databases of a host. Who may enter one is told by the user who asks, on a socket. Each
  belongs to its user; nobody else may even connect, though PostgreSQL would let every user of the server.

  The version is written down, since it would otherwise follow the release of NixOS, and data of one isn't read by another.
  Text is sorted as PostgreSQL itself does it, where it can: what the system's library sorts differently after an update leaves
  indexes wrong.
*/
{ entries, ... }:
{
  lib,
  pkgs,
  utils,
  ...
}:
let
  inherit (builtins) foldl' head;
  inherit ((head entries).result) version;
  package = pkgs."postgresql_${toString version}";
  asked = map (entry: entry.request) entries;
  needed = entries != [ ];

  # Beside what applications hold: a dump, a person, and what PostgreSQL keeps for its administrator.
  connections = foldl' (sum: { connections, ... }: sum + connections) 20 asked;

  statements =
    {
      database,
      user,
      extensions,
      ...
    }:
    [
      ''ALTER DATABASE "${database}" OWNER TO "${user}"''
      ''REVOKE ALL ON DATABASE "${database}" FROM PUBLIC''
    ]
    ++ map (extension: ''CREATE EXTENSION IF NOT EXISTS "${extension}"'') extensions;
  command =
    request:
    utils.escapeSystemdExecArgs (
      [
        (lib.getExe' package "psql")
        "--no-psqlrc"
        "--quiet"
        "--set=ON_ERROR_STOP=1"
        "--dbname=${request.database}"
      ]
      ++ map (statement: "--command=${statement}") (statements request)
    );
in
{
  services.postgresql = lib.mkIf needed {
    enable = true;
    inherit package;
    ensureDatabases = map (request: request.database) asked;
    ensureUsers = map (request: {
      name = request.user;
      ensureDBOwnership = request.user == request.database;
    }) asked;
    initdbArgs = [
      "--encoding=UTF8"
      "--locale=C.UTF-8"
    ]
    ++ lib.optionals (version >= 17) [
      "--locale-provider=builtin"
      "--builtin-locale=C.UTF-8"
    ];
    settings.max_connections = lib.max 100 connections;
  };

  systemd.services.fediversity-postgresql = lib.mkIf needed {
    description = "Owners, rights and extensions of databases";
    requires = [ "postgresql-setup.service" ];
    after = [ "postgresql-setup.service" ];
    # What waits for PostgreSQL waits for this target.
    requiredBy = [ "postgresql.target" ];
    before = [ "postgresql.target" ];
    serviceConfig = {
      Type = "oneshot";
      RemainAfterExit = true;
      User = "postgres";
      ExecStart = map command asked;
    };
  };
}
