/**
  Defaults of NixOS that follow from other options, or are packages. A default isn't a setting: it is
  read like any value, and no part of what was set.
*/
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (config) boot networking services;
  isSince = lib.versionAtLeast config.system.stateVersion;
  overTcp = redis: redis.createLocally && !redis.enableUnixSocket;
in
{
  _file = "nixos/derived.nix";

  config = lib.mkOptionDefault {
    boot.loader.grub.enable = !boot.isContainer;
    boot.isContainer = boot.isNspawnContainer;
    networking = {
      hostName = config.system.nixos.distroId;
      fqdn = "${networking.hostName}.${networking.domain}";
      tempAddresses = if networking.enableIPv6 then "default" else "disabled";
      firewall.backend = if networking.nftables.enable then "nftables" else "iptables";
    };
    system = {
      name = networking.hostName;
      stateVersion = config.system.nixos.release;
      nixos.release = "26.05";
    };
    services = {
      mastodon = {
        package = pkgs.mastodon;
        database.port = if services.mastodon.database.createLocally then null else 5432;
        redis.host = if overTcp services.mastodon.redis then "127.0.0.1" else null;
        redis.port = if overTcp services.mastodon.redis then 31637 else null;
      };
      mysql.group = "mysql";
      nginx = {
        package = pkgs.nginxStable;
        defaultListenAddresses = [ "0.0.0.0" ] ++ lib.optional networking.enableIPv6 "[::0]";
        resolver.ipv6 = networking.enableIPv6;
      };
      openssh.package = pkgs.openssh;
      peertube = {
        package = pkgs.peertube;
        database.host = if services.peertube.database.createLocally then "/run/postgresql" else null;
        redis.enableUnixSocket = services.peertube.redis.createLocally;
        redis.host = if overTcp services.peertube.redis then "127.0.0.1" else null;
        redis.port = if overTcp services.peertube.redis then 31638 else null;
      };
      phpfpm.phpPackage = pkgs.php;
      pixelfed.package = pkgs.pixelfed;
      pixelfed.phpPackage = pkgs.php83;
      postfix.package = pkgs.postfix;
      postgresql = {
        package =
          if isSince "25.11" then
            pkgs.postgresql_17
          else if isSince "24.11" then
            pkgs.postgresql_16
          else
            pkgs.postgresql_15;
        dataDir = "/var/lib/postgresql/${services.postgresql.package.psqlSchema}";
        extensions = [ ];
      };
      postgresqlBackup.backupAll = services.postgresqlBackup.databases == [ ];
      redis.package = pkgs.redis;
      timesyncd.enable = !boot.isContainer;
    };
  };
}
