/**
  How secrets reach PeerTube: as files that systemd hands over, and never as text of a configuration.
*/
let
  inherit (builtins) filter;
  inherit (import ./module.nix)
    configured
    host
    hostWith
    lines
    ;
  sample = import ./results.sample.nix;
  password = "/var/lib/fediversity/secrets/video/some-password";
  everything = {
    storage = "buckets";
    live = true;
    mail = {
      server = "smtp.example.org";
      user = "u";
      password.edition = 2;
    };
  };
  elsewhere = {
    database = sample.database // {
      socket = null;
      passwordFile = "${password}-database";
    };
    queues = sample.queues // {
      socket = null;
      passwordFile = "${password}-queues";
    };
  };
  unit = (host everything elsewhere).systemd.services.peertube;
in
[
  {
    name = "PeerTube: every secret is handed over as a file";
    expr = unit.serviceConfig.LoadCredential;
    expected = [
      "database-password:/var/lib/fediversity/secrets/video/some-password-database"
      "redis-password:/var/lib/fediversity/secrets/video/some-password-queues"
      "mail-password:/var/lib/fediversity/secrets/video/mail-password"
      "storage-key:/var/lib/fediversity/secrets/video/storage-key"
      "root-password:/var/lib/fediversity/secrets/video/root-password"
      "live-key:/var/lib/acme/video.example.org/key.pem"
      "live-certificate:/var/lib/acme/video.example.org/fullchain.pem"
    ];
  }
  {
    name = "PeerTube: before it starts, they are written where it reads them, and what would beat them is put away";
    expr = unit.script;
    expected = ''
      config=/var/lib/peertube/config
      (
        umask 077
        /nix/store/00000000000000000000000000000000-jq-0/bin/jq --null-input --rawfile database.password "$CREDENTIALS_DIRECTORY/database-password" --rawfile redis.auth "$CREDENTIALS_DIRECTORY/redis-password" --rawfile smtp.password "$CREDENTIALS_DIRECTORY/mail-password" --rawfile object_storage.credentials.secret_access_key "$CREDENTIALS_DIRECTORY/storage-key" '
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
  }
  {
    name = "PeerTube: without any, an empty file replaces an older one";
    expr =
      builtins.match ".*--null-input  '.*"
        (host { mail.server = "smtp.example.org"; } { }).systemd.services.peertube.script != null;
    expected = true;
  }
  {
    name = "PeerTube: the script that starts it comes after";
    expr =
      let
        own = {
          systemd.services.peertube.script = "exec node dist/server";
        };
        inherit ((hostWith [ own ] { } { }).systemd.services.peertube) script;
      in
      builtins.match ".*export PT_INITIAL_ROOT_PASSWORD\n+exec node dist/server" script != null;
    expected = true;
  }
  {
    name = "PeerTube: settings name no secret, but for the files of the certificate that systemd hands over";
    expr = filter (line: builtins.match ".*(secrets/|_key = |password).*" line != null) (
      lines "" (configured everything elsewhere).settings
    );
    expected = [ ];
  }
]
