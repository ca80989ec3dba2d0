/**
  Settings that Mastodon keeps in its database, and that moderators change there as well: who may join, the network's
  name, what it says of itself. They are applied once the database is there, each new value once (settings.rb).

  What an operator typed is in a JSON file of its own, never in a script.
*/
{ options, ... }:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  text = value: if value == null then "" else value;
  modes = {
    approval = "approved";
    closed = "none";
    open = "open";
  };

  declared = {
    registrations_mode = modes.${options.registration};
    require_invite_text = options.requireReason or false;
    site_contact_email = text options.contactEmail;
    site_short_description = options.description;
    site_title = options.title;
  };
  declaredFile = pkgs.writeText "mastodon-settings.json" (builtins.toJSON declared);
  program = pkgs.writeText "mastodon-settings.rb" (builtins.readFile ./settings.rb);
in
{
  systemd.services.mastodon-settings = {
    description = "Settings that the operator of Mastodon declared";
    wantedBy = [ "mastodon.target" ];
    path = [ config.services.mastodon.package ];
    # All that the module gives its own commands, but for what is a unit's own.
    environment = builtins.removeAttrs config.systemd.services.mastodon-init-db.environment [ "PATH" ];
    serviceConfig = {
      Type = "oneshot";
      RemainAfterExit = true;
      User = "mastodon";
      Group = "mastodon";
      WorkingDirectory = config.services.mastodon.package;
      EnvironmentFile = [ "/var/lib/mastodon/.secrets_env" ] ++ config.services.mastodon.extraEnvFiles;
      StateDirectory = "mastodon";
      StateDirectoryMode = "0750";
      CacheDirectory = "mastodon";
      CacheDirectoryMode = "0750";
      LogsDirectory = "mastodon";
      LogsDirectoryMode = "0750";
      UMask = "0027";
      CapabilityBoundingSet = "";
      NoNewPrivileges = true;
      PrivateDevices = true;
      PrivateTmp = true;
      ProtectHome = true;
      ProtectSystem = "strict";
    };
    script = ''
      exec rails runner ${program} ${declaredFile} /var/lib/mastodon/declared-settings.json
    '';
  };
}
