/**
  Passwords and keys that come from files on the host, as an environment file in memory, made when the host starts.

  systemd reads each file as root, whoever owns it, so a relay's password needn't be Mastodon's. The text is escaped for
  both readers of the result, systemd and the shell of `mastodon-tootctl`: whatever somebody chose as a password stays a
  password.
*/
{
  options,
  relay,
  resources,
  ...
}:
{ lib, ... }:
let
  paths = import ./credentials/paths.nix;

  files = {
    AWS_SECRET_ACCESS_KEY = if resources.media == null then null else resources.media.secretKeyFile;
    DB_PASS = resources.database.passwordFile;
    REDIS_PASSWORD = resources.queues.passwordFile;
    SMTP_PASSWORD = if relay.user == null then null else relay.passwordFile;
  };
  given = builtins.filter (name: files.${name} != null) (builtins.attrNames files);
  edition = if options.mail == null then null else options.mail.password;
in
{
  services.mastodon.extraEnvFiles = [ paths.environment ];

  systemd.services.mastodon-credentials = {
    description = "Passwords of Mastodon";
    # A new password has no new file name: the edition tells that there is one.
    restartTriggers = lib.mkIf (edition != null) [ "mail password ${toString edition.edition}" ];
    serviceConfig = {
      Type = "oneshot";
      RemainAfterExit = true;
      User = "mastodon";
      Group = "mastodon";
      UMask = "0277";
      RuntimeDirectory = paths.name;
      RuntimeDirectoryMode = "0700";
      LoadCredential = map (name: "${name}:${files.${name}}") given;
      CapabilityBoundingSet = "";
      NoNewPrivileges = true;
      PrivateDevices = true;
      PrivateNetwork = true;
      PrivateTmp = true;
      ProtectHome = true;
      ProtectSystem = "strict";
    };
    script = ''
      cd "$RUNTIME_DIRECTORY"
      rm -f environment database-password

      for name in ${lib.escapeShellArgs given}; do
        value=$(sed 's/[\\"`$]/\\&/g' "$CREDENTIALS_DIRECTORY/$name")
        printf '%s="%s"\n' "$name" "$value"
      done > environment
    ''
    + lib.optionalString (files.DB_PASS != null) ''
      cat "$CREDENTIALS_DIRECTORY/DB_PASS" > database-password
    '';
  };
}
