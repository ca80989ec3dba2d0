/**
  How Pixelfed gets its secrets: only paths are in the configuration, and a unit makes files of them at each start.
*/
let
  inherit (import ./samples.nix)
    elsewhere
    many
    onHost
    system
    ;
  unit = changed: resources: (system changed resources).systemd.services.pixelfed-secrets;
  least = unit { } onHost;
  most = unit many elsewhere;
  relay = onHost // {
    mail = onHost.mail // {
      user = "relay";
      passwordFile = "/run/secrets/relay";
    };
  };
  directory = "/var/lib/fediversity/secrets/photos";
in
[
  {
    name = "the secrets of pixelfed are made before its set-up, by its own user, for nobody else";
    expr = least // {
      restartTriggers = null;
      script = null;
    };
    expected = {
      description = "Secrets of Pixelfed";
      before = [ "pixelfed-data-setup.service" ];
      requiredBy = [ "pixelfed-data-setup.service" ];
      restartTriggers = null;
      script = null;
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        User = "pixelfed";
        Group = "pixelfed";
        StateDirectory = "pixelfed";
        RuntimeDirectory = "pixelfed-secrets";
        RuntimeDirectoryMode = "0700";
        UMask = "0077";
        LoadCredential = [
          "app-key:${directory}/app-key"
          "oauth-private:${directory}/oauth"
          "oauth-public:${directory}/oauth.pub"
        ];
        NoNewPrivileges = true;
        PrivateNetwork = true;
        PrivateTmp = true;
        ProtectHome = true;
        ProtectSystem = "strict";
      };
    };
  }
  {
    name = "the secrets of database, queues, mail and storage are handed over, too";
    expr = most.serviceConfig.LoadCredential;
    expected = [
      "app-key:${directory}/app-key"
      "database-password:/run/secrets/database"
      "queues-password:/run/secrets/queues"
      "mail-password:${directory}/mail-password"
      "media-secret-key:/run/secrets/media-key"
      "oauth-private:${directory}/oauth"
      "oauth-public:${directory}/oauth.pub"
    ];
  }
  {
    name = "the relay's password is handed over";
    expr =
      builtins.elem "mail-password:/run/secrets/relay"
        (unit { } relay).serviceConfig.LoadCredential;
    expected = true;
  }
  {
    name = "each secret is kept under its name, and OAuth's keys where they are looked for";
    expr = most.script;
    expected = ''
      keep() {
        value=$(sed 's/[\\"$]/\\&/g' "$CREDENTIALS_DIRECTORY/$2")
        printf '%s="\\"%s\\""\n' "$1" "$value"
      }
      {
        keep APP_KEY app-key
        keep DB_PASSWORD database-password
        keep REDIS_PASSWORD queues-password
        keep MAIL_PASSWORD mail-password
        keep AWS_SECRET_ACCESS_KEY media-secret-key
      } > "$RUNTIME_DIRECTORY/env"

      mkdir -p "$STATE_DIRECTORY/storage"
      for half in private public; do
        install -m 0600 "$CREDENTIALS_DIRECTORY/oauth-$half" "$STATE_DIRECTORY/storage/oauth-$half.key"
      done
      touch "$STATE_DIRECTORY/.passport-keys-generated"
    '';
  }
  {
    name = "another password of the mail server starts everything again";
    expr =
      let
        triggers =
          edition:
          (unit (
            many
            // {
              mail = many.mail // {
                password = { inherit edition; };
              };
            }
          ) elsewhere).restartTriggers;
      in
      triggers 3 == triggers 4;
    expected = false;
  }
  {
    name = "no secret is in the settings";
    expr = builtins.filter (name: builtins.match ".*(PASSWORD|SECRET|APP_KEY|PRIVATE).*" name != null) (
      builtins.attrNames (system many elsewhere).services.pixelfed.settings
    );
    expected = [ ];
  }
]
