/**
  What modules read from the configuration, and what they set.
*/
let
  inherit (builtins) deepSeq tryEval;
  evaluate = import ./evaluate.nix;
  read = module: value: value (evaluate [ module ]).config;
  fails = value: !(tryEval (deepSeq value null)).success;
in
[
  {
    name = "defaults of NixOS are read where the fixture knows them";
    expr = read { } (config: [
      config.services.nginx.enable
      config.services.nginx.user
      config.services.openssh.ports
      config.networking.hostName
      config.environment.systemPackages
      config.networking.domain
      config.services.postgresql.package.pname
      config.services.postgresql.dataDir
    ]);
    expected = [
      false
      "nginx"
      [ 22 ]
      "town"
      [ ]
      null
      "postgresql_17"
      "/var/lib/postgresql/17"
    ];
  }
  {
    name = "what has no value fails where it is read";
    expr = [
      (fails (read { } (config: config.services.mastodon.localDomain)))
      (read { services.mastodon.localDomain = "a.example"; } (
        config: config.services.mastodon.localDomain
      ))
    ];
    expected = [
      true
      "a.example"
    ];
  }
  {
    name = "only what was set is in the set, and whole values are in the configuration";
    expr =
      let
        evaluated = evaluate [
          ({ config, lib, ... }: {
            services.nginx.virtualHosts.web.serverName = lib.mkDefault "a.example";
            services.nginx.virtualHosts.web.locations."/".root = "/srv";
            services.redis.servers = lib.mkIf false { a.enable = true; };
            boot.kernelModules = [ "kvm" ];
          })
        ];
      in
      [
        evaluated.set.services
        evaluated.set.boot
        evaluated.config.services.nginx.virtualHosts.web.locations."/".tryFiles
      ];
    expected = [
      {
        nginx.virtualHosts.web = {
          serverName = "a.example";
          locations."/".root = "/srv";
        };
      }
      { kernelModules.kvm = true; }
      null
    ];
  }
  {
    name = "an option that is set to what a condition leaves out isn't set";
    expr = (evaluate [ ({ lib, ... }: { services.redis.package = lib.mkIf false "/a"; }) ]).set;
    expected = {
      networking.hostName = "town";
      system.stateVersion = "26.05";
    };
  }
  {
    name = "lists, lines and directives of units of several modules come together";
    expr =
      (evaluate [
        {
          systemd.services.web = {
            script = "one";
            serviceConfig.LoadCredential = [ "a:/a" ];
            path = [ "/p" ];
          };
        }
        ({ lib, ... }: {
          systemd.services.web = {
            script = lib.mkAfter "two";
            serviceConfig.LoadCredential = "b:/b";
            serviceConfig.Type = "simple";
          };
        })
      ]).set.systemd.services.web;
    expected = {
      script = "one\ntwo";
      path = [ "/p" ];
      serviceConfig = {
        LoadCredential = [
          "a:/a"
          "b:/b"
        ];
        Type = "simple";
      };
    };
  }
  {
    name = "a directive of a unit is set once";
    expr =
      fails
        (evaluate [
          { systemd.services.web.serviceConfig.Type = "simple"; }
          { systemd.services.web.serviceConfig.Type = "notify"; }
        ]).set;
    expected = true;
  }
  {
    name = "defaults are made of names, and of other options";
    expr =
      read
        {
          fileSystems."/srv".device = "/dev/sdb";
          services.redis.servers.web = { };
          services.redis.servers."" = { };
          networking.domain = "example.org";
          systemd.tmpfiles.settings.web."/srv".d = { };
          services.mastodon.redis.enableUnixSocket = false;
        }
        (config: [
          config.fileSystems."/srv".mountPoint
          config.services.redis.servers.web.unixSocket
          config.services.redis.servers."".unixSocket
          config.services.redis.servers.web.user
          config.networking.fqdn
          config.systemd.tmpfiles.settings.web."/srv".d.type
          config.services.mastodon.redis.port
          config.services.peertube.redis.port
        ]);
    expected = [
      "/srv"
      "/run/redis-web/redis.sock"
      "/run/redis/redis.sock"
      "redis-web"
      "town.example.org"
      "d"
      31637
      null
    ];
  }
]
