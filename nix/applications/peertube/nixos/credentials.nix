/**
  How secrets reach PeerTube: systemd hands their files to its unit alone, whoever owns them, and before it starts they
  are written to config/local.json, which it reads beside its other settings.

  The options of the NixOS module paste them between quotes in YAML: a password with a quote or a line break would end
  the text there and could set anything. jq escapes what it writes. Its own file is read by PeerTube's commands as well,
  which an environment file wouldn't be.
*/
{
  lib,
  pkgs,
  given,
  live,
  relay,
}:
let
  inherit (builtins) filter;
  inherit (given) options resources;
  inherit (resources)
    certificate
    database
    media
    queues
    rootPassword
    ;

  secret = name: file: setting: { inherit name file setting; };
  settings = filter (secret: secret.file != null) [
    (secret "database-password" database.passwordFile "database.password")
    (secret "redis-password" queues.passwordFile "redis.auth")
    (secret "mail-password" relay.passwordFile "smtp.password")
    (secret "storage-key" (
      if media == null then null else media.secretKeyFile
    ) "object_storage.credentials.secret_access_key")
  ];
  files =
    settings
    ++ [ (secret "root-password" rootPassword.path null) ]
    ++ lib.optionals live.encrypted [
      (secret "live-key" certificate.keyFile null)
      (secret "live-certificate" certificate.certificateFile null)
    ];

  # Both are names of ours: nothing that anybody typed is in the script.
  argument = { name, setting, ... }: ''--rawfile ${setting} "$CREDENTIALS_DIRECTORY/${name}"'';
in
{
  LoadCredential = map ({ name, file, ... }: "${name}:${file}") files;

  # The password of the account "root" counts at the first start only, when the account is made.
  script = lib.mkBefore ''
    config=/var/lib/peertube/config
    (
      umask 077
      ${lib.getExe pkgs.jq} --null-input ${lib.concatMapStringsSep " " argument settings} '
        reduce ($ARGS.named | to_entries[]) as $secret
          ({}; setpath($secret.key / "."; $secret.value | rtrimstr("\n")))
      ' > "$config/local.json.new"
      mv "$config/local.json.new" "$config/local.json"
    )

    # What was once set in the web administration would beat what is declared.
    if [ -e "$config/local-production.json" ]; then
      mv "$config/local-production.json" "$config/local-production.json.ignored"
    fi

    PT_INITIAL_ROOT_PASSWORD=$(cat "$CREDENTIALS_DIRECTORY/root-password")
    export PT_INITIAL_ROOT_PASSWORD
  '';

  # A new password is a new edition, and the unit reads its files when it starts.
  restartTriggers = lib.optional (
    options.mail != null && options.mail.password != null
  ) "mail-password-${toString options.mail.password.edition}";
}
