/**
  Assertions of NixOS' own modules, as far as configurations of ours could break them.
*/
{ config, lib, ... }:
let
  inherit (builtins) attrValues length;
  inherit (lib) concatMap optionals;
  inherit (config) services;
  inherit (services) mastodon nginx peertube;

  claim = assertion: message: { inherit assertion message; };
  inStore = file: file != null && lib.hasPrefix "/nix/store/" (toString file);

  ofUser =
    user:
    let
      at = "users.users.${user.name}";
    in
    [
      (claim (
        user.isNormalUser != user.isSystemUser
      ) "Exactly one of ${at}.isSystemUser and ${at}.isNormalUser must be set.")
      (claim (user.group != "" || user.isNormalUser) "${at}.group is unset.")
    ];

  hosts = attrValues nginx.virtualHosts;
  ofHost =
    host:
    claim (
      length (
        lib.filter (chosen: chosen) [
          host.addSSL
          host.onlySSL
          host.forceSSL
          host.rejectSSL
        ]
      ) <= 1
    ) "services.nginx.virtualHosts.<name>: at most one of addSSL, onlySSL, forceSSL and rejectSSL.";
  wantsCertificates =
    config.security.acme.certs != { } || (nginx.enable && lib.any (host: host.enableACME) hosts);

  schedulers = lib.filter (
    process: process.jobClasses == [ ] || lib.elem "scheduler" process.jobClasses
  ) (attrValues mastodon.sidekiqProcesses);
in
{
  _file = "nixos/assertions.nix";

  config.assertions =
    # NixOS itself says all that there is to say of root.
    concatMap ofUser (attrValues (removeAttrs config.users.users [ "root" ]))
    ++ optionals nginx.enable (map ofHost hosts)
    ++ [
      (claim (
        !wantsCertificates || config.security.acme.acceptTerms
      ) "You must accept the CA's terms of service: security.acme.acceptTerms.")
    ]
    ++ optionals mastodon.enable [
      (claim (
        mastodon.redis.createLocally || (mastodon.redis.host != null && mastodon.redis.port != null)
      ) "services.mastodon.redis: host and port have to be set unless createLocally.")
      (claim (
        !(mastodon.redis.createLocally && mastodon.redis.enableUnixSocket)
        || (
          mastodon.redis.host == null && mastodon.redis.port == null && mastodon.redis.passwordFile == null
        )
      ) "services.mastodon.redis: a socket has no host, port or password.")
      (claim (
        !(mastodon.database.createLocally && mastodon.database.host == "/run/postgresql")
        || (mastodon.user == mastodon.database.user && mastodon.database.user == mastodon.database.name)
      ) "services.mastodon: a local database is called like its user.")
      (claim (
        mastodon.database.createLocally || mastodon.database.host != "/run/postgresql"
      ) "services.mastodon.database.host has to be set unless createLocally.")
      (claim (
        !mastodon.smtp.authenticate || (mastodon.smtp.user != null && mastodon.smtp.passwordFile != null)
      ) "services.mastodon.smtp: user and passwordFile have to be set to authenticate.")
      (claim (length schedulers == 1) "services.mastodon.sidekiqProcesses: one process schedules.")
    ]
    ++ optionals peertube.enable [
      (claim (
        peertube.secrets.secretsFile != null
      ) "services.peertube.secrets.secretsFile has to be set.")
      (claim (
        !peertube.redis.enableUnixSocket || (peertube.redis.host == null && peertube.redis.port == null)
      ) "services.peertube.redis: a socket has no host or port.")
      (claim (
        !(lib.any inStore [
          peertube.secrets.secretsFile
          peertube.database.passwordFile
          peertube.redis.passwordFile
          peertube.smtp.passwordFile
        ])
      ) "services.peertube: files of secrets must not be in the store.")
    ];
}
