/**
  The rest of what Pixelfed's NixOS module sets, against the options of NixOS as the stand-in knows them.
*/
let
  inherit (builtins)
    attrNames
    elem
    head
    toJSON
    ;
  inherit (import ./samples.nix)
    elsewhere
    many
    onHost
    bare
    failing
    module
    system
    ;
  pkgs = import ../../nixpkgs { system = "x86_64-linux"; };
  stored = name: text: "${pkgs.writeText name text}";
  directory = ../../../applications/pixelfed/nixos;
  code = name: stored name (builtins.readFile (directory + "/${name}"));

  least = system { } onHost;
  most = system many elsewhere;
  inherit (least.systemd) services;
  pool = webProcesses: (system { inherit webProcesses; } onHost).services.pixelfed.poolConfig;
  mailOn =
    security: port:
    !(elem "Pixelfed encrypts e-mails from the start on port 465, and only there." (
      failing { } (
        onHost
        // {
          mail = onHost.mail // {
            inherit security port;
          };
        }
      )
    ));
  triggers = system: name: system.systemd.services.${name}.restartTriggers;
in
[
  {
    name = "pixelfed sets nothing else";
    expr = {
      top = attrNames bare;
      services = attrNames bare.services;
      units = attrNames bare.systemd.services;
    };
    expected = {
      top = [
        "assertions"
        "environment"
        "services"
        "systemd"
      ];
      services = [ "pixelfed" ];
      units = [
        "phpfpm-pixelfed"
        "pixelfed-data-setup"
        "pixelfed-horizon"
        "pixelfed-secrets"
      ];
    };
  }
  {
    name = "the NixOS module makes nothing that resources make, and has its virtual host";
    expr = removeAttrs least.services.pixelfed [ "settings" ];
    expected = {
      enable = true;
      domain = "photos.example.org";
      secretFile = "/run/pixelfed-secrets/env";
      database = {
        createLocally = false;
        type = "mysql";
      };
      redis.createLocally = false;
      maxUploadSize = "16384K";
      poolConfig = {
        "pm.max_children" = 16;
        "pm.start_servers" = 2;
        "pm.min_spare_servers" = 2;
        "pm.max_spare_servers" = 4;
      };
      schedulerInterval = "1m";
      nginx = {
        forceSSL = true;
        enableACME = false;
        useACMEHost = "photos.example.org";
      };
    };
  }
  {
    name = "requests may be as large as the largest file, and some more";
    expr = most.services.pixelfed.maxUploadSize;
    expected = "205824K";
  }
  {
    name = "PHP-FPM starts with what it may have spare, on hosts of any size";
    expr = map pool [
      4
      100
    ];
    expected = [
      {
        "pm.max_children" = 4;
        "pm.start_servers" = 2;
        "pm.min_spare_servers" = 2;
        "pm.max_spare_servers" = 4;
      }
      {
        "pm.max_children" = 100;
        "pm.start_servers" = 12;
        "pm.min_spare_servers" = 12;
        "pm.max_spare_servers" = 25;
      }
    ];
  }
  {
    name = "migrations run before the table that could overrule the form is looked at, and the form is put there after";
    expr = services.pixelfed-data-setup;
    expected = {
      environment = {
        ENABLE_CONFIG_CACHE = "false";
        PIXELFED_DECLARED = stored "pixelfed-declared.json" (toJSON {
          "app.name" = "Photos of Weidenau";
          "app.short_description" = "Photos of Weidenau";
          "app.description" = "Photos of Weidenau";
          "pixelfed.open_registration" = false;
          "instance.curated_registration.enabled" = false;
          "pixelfed.enforce_email_verification" = true;
          "pixelfed.max_photo_size" = 15360;
          "pixelfed.max_album_length" = 4;
          "pixelfed.image_quality" = 80;
          "pixelfed.media_types" = "image/jpeg,image/png,image/gif";
          "instance.stories.enabled" = false;
          "pixelfed.enforce_account_limit" = true;
          "pixelfed.max_account_size" = 1048576;
          "pixelfed.cloud_storage" = false;
          "instance.avatar.local_to_cloud" = false;
        });
      };
      postStart = ''
        unset ENABLE_CONFIG_CACHE
        pixelfed-manage config:cache
        export HOME=/run/pixelfed
        answer=$(pixelfed-manage tinker --execute='require '\'''${code "declare.php"}'\''';')
        echo "$answer"
        case $answer in *'What was declared holds.'*) ;; *) exit 1 ;; esac
      '';
    };
  }
  {
    name = "with every option changed, all of them are put there";
    expr = most.systemd.services.pixelfed-data-setup.environment.PIXELFED_DECLARED;
    expected = stored "pixelfed-declared.json" (toJSON {
      "app.name" = "Photos of Weidenau";
      "app.short_description" = "Pictures & <stories>\nof \"Weidenau\"";
      "app.description" = "Pictures &amp; &lt;stories&gt;<br>of &quot;Weidenau&quot;";
      "pixelfed.open_registration" = false;
      "instance.curated_registration.enabled" = true;
      "pixelfed.enforce_email_verification" = false;
      "pixelfed.max_photo_size" = 204800;
      "pixelfed.max_album_length" = 12;
      "pixelfed.image_quality" = 91;
      "pixelfed.media_types" = "image/jpeg,image/png,image/gif,video/mp4";
      "instance.stories.enabled" = true;
      "pixelfed.enforce_account_limit" = false;
      "pixelfed.cloud_storage" = true;
      "instance.avatar.local_to_cloud" = true;
    });
  }
  {
    name = "what runs is started again when its settings change, and only then";
    expr = map (name: triggers least name == triggers most name) [
      "phpfpm-pixelfed"
      "pixelfed-horizon"
      "pixelfed-secrets"
    ];
    expected = [
      false
      false
      false
    ];
  }
  {
    name = "a setting alone starts it again, and so does another mail server alone";
    expr =
      map
        (changed: triggers (system changed onHost) "pixelfed-horizon" == triggers least "pixelfed-horizon")
        [
          { name = "Pictures of Weidenau"; }
          { mail.server = "relay.example.net"; }
        ];
    expected = [
      false
      false
    ];
  }
  {
    name = "more cores start nothing again";
    expr =
      triggers (system { cores = 12; } onHost) "pixelfed-horizon" == triggers least "pixelfed-horizon";
    expected = true;
  }
  {
    name = "encryption and port of a mail server that don't go together are refused";
    expr = map ({ security, port }: mailOn security port) [
      {
        security = "tls";
        port = 465;
      }
      {
        security = "starttls";
        port = 587;
      }
      {
        security = "tls";
        port = 587;
      }
      {
        security = "starttls";
        port = 465;
      }
    ];
    expected = [
      true
      true
      false
      false
    ];
  }
  {
    name = "the first administrator is made by the program that the contract was told";
    expr = map (
      package: "/run/current-system/sw/bin/${package.meta.mainProgram}"
    ) least.environment.systemPackages;
    expected = (module.administrator { }).command;
  }
  {
    name = "the first administrator's password comes from a file, and is no argument of any program";
    expr = (head least.environment.systemPackages).madeOf.text;
    expected = ''
      set -eu
      answer=$(
        exec ${pkgs.util-linux}/bin/runuser -u pixelfed -- env \
          USER=pixelfed HOME=/run/pixelfed \
          PIXELFED_ADMINISTRATOR=${
            stored "pixelfed-administrator.json" (toJSON {
              user = "anna";
              email = "anna@example.org";
            })
          } \
          /run/current-system/sw/bin/pixelfed-manage tinker \
          --execute='require '\'''${code "administrator.php"}'\''';' \
          < /var/lib/fediversity/secrets/photos/admin-password
      )
      echo "$answer"
      case $answer in *'The administrator '*) ;; *) exit 1 ;; esac
    '';
  }
]
