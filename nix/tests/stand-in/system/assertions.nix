/**
  What has to be set, and what NixOS asserts.
*/
let
  inherit (builtins) filter;
  evaluate = import ./evaluate.nix;
  failures =
    module:
    map (assertion: assertion.message) (
      filter (assertion: !assertion.assertion) (evaluate [ module ]).config.assertions
    );

  mastodon = more: {
    services.mastodon = {
      enable = true;
      localDomain = "town.example.org";
      streamingProcesses = 2;
      smtp.fromAddress = "town@example.org";
    };
    imports = [ more ];
  };
  peertube = more: {
    services.peertube = {
      enable = true;
      localDomain = "video.example.org";
      secrets.secretsFile = "/run/secrets/peertube";
    };
    imports = [ more ];
  };
in
[
  {
    name = "an application that isn't enabled needs nothing, an enabled one what has no default";
    expr = map failures [
      { }
      { services.mastodon.enable = true; }
      { services.pixelfed.enable = true; }
      (mastodon { })
    ];
    expected = [
      [ ]
      [
        "The option `services.mastodon.localDomain' has to be set."
        "The option `services.mastodon.smtp.fromAddress' has to be set."
        "The option `services.mastodon.streamingProcesses' has to be set."
      ]
      [
        "The option `services.pixelfed.domain' has to be set."
        "The option `services.pixelfed.secretFile' has to be set."
      ]
      [ ]
    ];
  }
  {
    name = "Mastodon's parts fit together";
    expr =
      map
        (
          more:
          failures (mastodon {
            services.mastodon = more;
          })
        )
        [
          { redis.createLocally = false; }
          {
            redis.createLocally = false;
            redis.host = "10.0.0.1";
            redis.port = 6379;
          }
          { redis.passwordFile = "/run/secrets/redis"; }
          { database.name = "town"; }
          { database.createLocally = false; }
          { smtp.authenticate = true; }
          {
            sidekiqProcesses.all = {
              jobClasses = [ "push" ];
              threads = null;
            };
          }
        ];
    expected = [
      [ "services.mastodon.redis: host and port have to be set unless createLocally." ]
      [ ]
      [ "services.mastodon.redis: a socket has no host, port or password." ]
      [ "services.mastodon: a local database is called like its user." ]
      [ "services.mastodon.database.host has to be set unless createLocally." ]
      [ "services.mastodon.smtp: user and passwordFile have to be set to authenticate." ]
      [ "services.mastodon.sidekiqProcesses: one process schedules." ]
    ];
  }
  {
    name = "PeerTube's secrets are outside the store";
    expr = map (more: failures (peertube ({ lib, ... }: { services.peertube = more lib; }))) [
      (_: { })
      (lib: { secrets.secretsFile = lib.mkForce null; })
      (_: { smtp.passwordFile = "/nix/store/00000000000000000000000000000000-password"; })
      (_: {
        redis = {
          createLocally = true;
          host = "10.0.0.1";
        };
      })
    ];
    expected = [
      [ ]
      [ "services.peertube.secrets.secretsFile has to be set." ]
      [ "services.peertube: files of secrets must not be in the store." ]
      [ "services.peertube.redis: a socket has no host or port." ]
    ];
  }
  {
    name = "a user is normal or one of the system, which has a group";
    expr = map (user: failures { users.users.ada = user; }) [
      { isNormalUser = true; }
      {
        isSystemUser = true;
        group = "ada";
      }
      { isSystemUser = true; }
      { group = "ada"; }
    ];
    expected = [
      [ ]
      [ ]
      [ "users.users.ada.group is unset." ]
      [ "Exactly one of users.users.ada.isSystemUser and users.users.ada.isNormalUser must be set." ]
    ];
  }
  {
    name = "certificates need their terms accepted, and a site one way of encryption";
    expr = map failures [
      {
        services.nginx = {
          enable = true;
          virtualHosts.a.enableACME = true;
        };
      }
      {
        security.acme.acceptTerms = true;
        services.nginx = {
          enable = true;
          virtualHosts.a = {
            enableACME = true;
            forceSSL = true;
          };
        };
      }
      {
        services.nginx = {
          enable = true;
          virtualHosts.a = {
            addSSL = true;
            forceSSL = true;
          };
        };
      }
    ];
    expected = [
      [ "You must accept the CA's terms of service: security.acme.acceptTerms." ]
      [ ]
      [ "services.nginx.virtualHosts.<name>: at most one of addSSL, onlySSL, forceSSL and rejectSSL." ]
    ];
  }
]
