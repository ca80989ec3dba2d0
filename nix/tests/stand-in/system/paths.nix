/**
  Which option paths of NixOS exist, and what they take.
*/
let
  inherit (builtins) deepSeq tryEval;
  evaluate = import ./evaluate.nix;
  passes = module: (tryEval (deepSeq (evaluate [ module ]).set null)).success;
in
[
  {
    name = "a path that NixOS has passes, one that it doesn't have is refused";
    expr = map passes [
      { services.nginx.enable = true; }
      { services.nginx.enabled = true; }
      { services.nginxes.enable = true; }
      { systemd.services.web.serviceConfig.ExecStart = "/bin/true"; }
      { systemd.services.web.serviceconfig.ExecStart = "/bin/true"; }
      { systemd.services.web.wantedby = [ "multi-user.target" ]; }
      { services.nginx.virtualHosts.a.locations."/".proxyPass = "http://b"; }
      { services.nginx.virtualHosts.a.locations."/".proxypass = "http://b"; }
      { users.users.ada.isNormalUser = true; }
      { users.users.ada.isNormaluser = true; }
      { nothing = 1; }
    ];
    expected = [
      true
      false
      false
      true
      false
      false
      true
      false
      true
      false
      false
    ];
  }
  {
    name = "a value has to be of the option's type, at any depth";
    expr = map passes [
      { services.nginx.enable = "yes"; }
      { services.openssh.ports = [ 22 ]; }
      { services.openssh.ports = [ 70000 ]; }
      { services.openssh.ports = 22; }
      { networking.hostId = 1; }
      { networking.firewall.allowedTCPPorts = [ "80" ]; }
      {
        networking.firewall.allowedTCPPortRanges = [
          {
            from = 1;
            to = 2;
          }
        ];
      }
      { boot.loader.grub.timeoutStyle = "never"; }
      { boot.kernelParams = [ "console=ttyS0" ]; }
      { boot.kernelParams = [ "console=tty S0" ]; }
      { systemd.tmpfiles.settings.web."/srv".d.mode = "0750"; }
      { systemd.tmpfiles.settings.web."/srv".d.mode = 750; }
      { environment.systemPackages = [ "jq" ]; }
      { fileSystems."/".device = ""; }
      {
        services.postgresql.ensureUsers = [
          {
            name = "a";
            ensureDBOwnership = true;
          }
        ];
      }
      {
        services.postgresql.ensureUsers = [
          {
            name = "a";
            ensureDBOwner = true;
          }
        ];
      }
    ];
    expected = [
      false
      true
      false
      false
      false
      false
      true
      false
      true
      false
      true
      false
      false
      false
      true
      false
    ];
  }
  {
    name = "a free form takes values of its format only";
    expr = map passes [
      { services.garage.settings.s3_api.s3_region = "garage"; }
      {
        services.garage.settings.s3_api = {
          a = [ { b = 1.5; } ];
        };
      }
      { services.garage.settings.s3_api.s3_region = null; }
      { services.garage.settings.s3_api.s3_region = x: x; }
      { services.peertube.settings.smtp.hostname = null; }
      { boot.kernel.sysctl."net.core.somaxconn" = 1024; }
      { boot.kernel.sysctl."net.core.somaxconn" = [ 1024 ]; }
    ];
    expected = [
      true
      true
      false
      false
      true
      true
      false
    ];
  }
  {
    name = "two texts for one option conflict unless they are equal, or one is stronger";
    expr = map passes [
      {
        imports = [
          { time.timeZone = "Europe/Paris"; }
          { time.timeZone = "Europe/Rome"; }
        ];
      }
      {
        imports = [
          { time.timeZone = "Europe/Paris"; }
          { time.timeZone = "Europe/Paris"; }
        ];
      }
      ({ lib, ... }: {
        imports = [
          { time.timeZone = "Europe/Paris"; }
          { time.timeZone = lib.mkForce "Europe/Rome"; }
        ];
      })
    ];
    expected = [
      false
      true
      true
    ];
  }
  {
    name = "what is only known under a false condition is looked at all the same";
    expr = map passes [
      ({ lib, ... }: { services.nginx = lib.mkIf false { enabled = true; }; })
      ({ lib, ... }: { services.nginx = lib.mkIf false { enable = "yes"; }; })
    ];
    expected = [
      false
      true
    ];
  }
  {
    name = "modules declare options of their own beside those of NixOS";
    expr =
      (evaluate [
        ({ lib, config, ... }: {
          options.fediversity.port = lib.mkOption {
            type = lib.types.port;
            default = 8080;
          };
          config.networking.firewall.allowedTCPPorts = [ config.fediversity.port ];
        })
        { fediversity.port = 8443; }
      ]).set.networking.firewall;
    expected.allowedTCPPorts = [ 8443 ];
  }
  {
    name = "every path that is set nowhere is told, with the module";
    expr =
      (evaluate [
        {
          _file = "web.nix";
          services.nginx.enabled = true;
          services.nginx.enable = true;
        }
        {
          _file = "mail.nix";
          services.postfx.enable = true;
        }
      ]).unknown;
    expected = [
      {
        path = [
          "services"
          "nginx"
          "enabled"
        ];
        file = "web.nix";
      }
      {
        path = [
          "services"
          "postfx"
        ];
        file = "mail.nix";
      }
    ];
  }
  {
    name = "a unit is called by its full name, and its type is one of systemd's";
    expr = map passes [
      { systemd.services.web.wantedBy = [ "multi-user.target" ]; }
      { systemd.services.web.wantedBy = [ "multi-user" ]; }
      { systemd.services.web.serviceConfig.Type = "notify"; }
      { systemd.services.web.serviceConfig.Type = "daemon"; }
      { systemd.services.web.serviceConfig.Restart = "on-failure"; }
      { systemd.services.web.serviceConfig.Restart = true; }
      { systemd.services.web.serviceConfig.Restart = "failure"; }
      { systemd.timers.web.timerConfig.OnCalendar = "daily"; }
      { systemd.timers.web.serviceConfig.Type = "notify"; }
      {
        systemd.mounts = [
          {
            what = "a";
            where = "/b";
            wantedBy = [ "local-fs.target" ];
          }
        ];
      }
      { systemd.mounts = [ { whence = "a"; } ]; }
    ];
    expected = [
      true
      false
      true
      false
      true
      true
      false
      true
      false
      true
      false
    ];
  }
  {
    name = "options that two places share are known in both";
    expr = map passes [
      { services.pixelfed.nginx.forceSSL = true; }
      { services.pixelfed.nginx.locations."/".root = "/srv"; }
      { services.pixelfed.nginx.forceSsl = true; }
      { services.pixelfed.nginx = null; }
    ];
    expected = [
      true
      true
      false
      true
    ];
  }
  {
    name = "what a program doesn't know of its settings is told, though NixOS takes it";
    expr =
      let
        evaluated = evaluate [
          {
            services.garage.settings = {
              metadata_dir = "/var/lib/garage/meta";
              replication_factor = 1;
              db_engin = "lmdb";
              s3_api.api_bind_addr = "[::]:3900";
              s3_api.region = "garage";
            };
            services.peertube.settings.object_storage.enabled = "yes";
          }
        ];
      in
      [
        evaluated.keys
        evaluated.set.services.garage.settings.db_engin
      ];
    expected = [
      [
        {
          path = [
            "services"
            "garage"
            "settings"
            "db_engin"
          ];
          code = "unknown";
        }
        {
          path = [
            "services"
            "garage"
            "settings"
            "s3_api"
            "region"
          ];
          code = "unknown";
        }
        {
          path = [
            "services"
            "peertube"
            "settings"
            "object_storage"
            "enabled"
          ];
          code = "type";
        }
      ]
      "lmdb"
    ];
  }
]
