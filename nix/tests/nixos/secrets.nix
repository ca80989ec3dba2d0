/**
  Secret files of hosts: where they are, whose, and which secret each holds.
*/
let
  evaluate = import ./evaluate.nix;
  set = import ./set.nix;
  line =
    {
      host,
      path,
      publicPath,
      owner,
      generator,
      lasting,
      source,
    }:
    "${host} ${path}${if publicPath == null then "" else " ${publicPath}"}: ${owner}, ${generator}${
      if lasting then ", lasting" else ""
    }, ${source.kind} ${builtins.concatStringsSep "." source.of}${
      if source.edition == null then "" else " #${toString source.edition}"
    }";
  secrets = arguments: map line (evaluate arguments).configuration.secrets;
  given = {
    applications.notes = {
      domain = "notes.example.org";
      password.edition = 7;
    };
  };
  apart = {
    layout = "one-each";
    settings.storage.domain = "s3.hosting.example";
    policies.tls-certificate = {
      termsAccepted = true;
      contact = "post@hosting.example";
      proof = "dns-01";
      wildcard = true;
    };
    settings.proof = {
      server = "192.0.2.53:53";
      key = "town.hosting.example";
      secret.edition = 2;
    };
  };
  files = (set { } "town") "systemd.tmpfiles.settings.fediversity-secrets";
  mode =
    path: kind:
    "${files.${path}.${kind}.mode} ${files.${path}.${kind}.user}:${files.${path}.${kind}.group}";
  # Which hosts have the key that proves names.
  prove =
    arguments:
    map (secret: secret.host) (
      builtins.filter (secret: baseNameOf secret.path == "certificates-key")
        (evaluate (
          apart
          // arguments
          // {
            policies = apart.policies // arguments.policies or { };
          }
        )).configuration.secrets
    );
  # Buckets that nobody else sees, beside their application.
  private.garage = {
    domain = "s3.example.org";
    buckets = [ { name = "backups"; } ];
  };
in
[
  {
    name = "secrets: every file of a host, and which secret it holds";
    expr = secrets given;
    expected = [
      "town /var/lib/fediversity/secrets/notes/drafts_key: notes, hex-64, lasting, made notes.drafts"
      "town /var/lib/fediversity/secrets/notes/keys /var/lib/fediversity/secrets/notes/keys.pub: notes, vapid-pair, lasting, made notes.keys"
      "town /var/lib/fediversity/secrets/notes/relay_password: notes, given, setting relay.password #3"
      "town /var/lib/fediversity/secrets/notes/media_key: notes, hex-64, lasting, made notes.media"
      "town /var/lib/fediversity/secrets/notes/password: notes, given, option notes.password #7"
      "town /var/lib/fediversity/secrets/_host/garage-rpc: root, hex-64, host town.garage-rpc"
      "town /var/lib/fediversity/secrets/_host/garage-admin: root, hex-64, host town.garage-admin"
    ];
  }
  {
    name = "secrets: what storage apart has to know is there as well, and each host proves its names";
    expr = secrets apart;
    expected = [
      "town-notes /var/lib/fediversity/secrets/notes/drafts_key: notes, hex-64, lasting, made notes.drafts"
      "town-storage /var/lib/fediversity/secrets/notes/drafts_key: root, hex-64, lasting, made notes.drafts"
      "town-notes /var/lib/fediversity/secrets/notes/keys /var/lib/fediversity/secrets/notes/keys.pub: notes, vapid-pair, lasting, made notes.keys"
      "town-notes /var/lib/fediversity/secrets/notes/relay_password: notes, given, setting relay.password #3"
      "town-notes /var/lib/fediversity/secrets/notes/media_key: notes, hex-64, lasting, made notes.media"
      "town-storage /var/lib/fediversity/secrets/notes/media_key: root, hex-64, lasting, made notes.media"
      "town-photos /var/lib/fediversity/secrets/photos/app-key: photos, base64-key, lasting, made photos.keys"
      "town-notes /var/lib/fediversity/secrets/_host/certificates-key: root, given, setting proof.secret #2"
      "town-photos /var/lib/fediversity/secrets/_host/certificates-key: root, given, setting proof.secret #2"
      "town-storage /var/lib/fediversity/secrets/_host/garage-rpc: root, hex-64, host town-storage.garage-rpc"
      "town-storage /var/lib/fediversity/secrets/_host/garage-admin: root, hex-64, host town-storage.garage-admin"
      "town-storage /var/lib/fediversity/secrets/_host/certificates-key: root, given, setting proof.secret #2"
    ];
  }
  {
    name = "secrets: only hosts that have certificates prove names";
    expr = map prove [
      {
        layout = "all-in-one";
        applications.homepage = import ./town.nix;
      }
      {
        layout = "all-in-one";
        applications.homepage = import ./town.nix;
        policies.static-site.base = "sites.example";
      }
      {
        layout = "all-in-one";
        applications = private;
      }
      {
        applications = {
          homepage = import ./town.nix;
          photos.domain = "photos.example.org";
        };
      }
    ];
    expected = [
      [ ]
      [ "town" ]
      [ "town" ]
      [ "town-photos" ]
    ];
  }
  {
    name = "secrets: without a password the relay needs no file";
    expr = builtins.filter (name: builtins.match ".*relay.*" name != null) (secrets {
      settings.relay.server = "mail.hosting.example";
    });
    expected = [ ];
  }
  {
    name = "secrets: directories lead through, files belong to one who reads, public halves are open";
    expr = [
      (mode "/var/lib/fediversity/secrets" "d")
      (mode "/var/lib/fediversity/secrets/notes" "d")
      (mode "/var/lib/fediversity/secrets/_host" "d")
      (mode "/var/lib/fediversity/secrets/notes/keys" "z")
      (mode "/var/lib/fediversity/secrets/notes/keys.pub" "z")
      (mode "/var/lib/fediversity/secrets/photos/app-key" "z")
      (mode "/var/lib/fediversity/secrets/_host/garage-rpc" "z")
    ];
    expected = [
      "0711 root:root"
      "0711 root:root"
      "0711 root:root"
      "0400 notes:root"
      "0444 notes:root"
      "0400 photos:root"
      "0400 root:root"
    ];
  }
  {
    name = "secrets: another directory holds them all";
    expr = secrets {
      policies.secret-file.directory = "/srv/secrets";
      applications.photos.domain = "photos.example.org";
    };
    expected = [ "town /srv/secrets/photos/app-key: photos, base64-key, lasting, made photos.keys" ];
  }
  {
    name = "an application starts after what it stands on, and not while a secret is missing";
    expr = (set given "town") "systemd.targets";
    expected.fediversity-notes = {
      description = "What notes stands on";
      requires = [
        "postgresql.target"
        "fediversity-garage.service"
        "redis-notes.service"
      ];
      after = [
        "postgresql.target"
        "fediversity-garage.service"
        "redis-notes.service"
      ];
      before = [
        "notes.service"
        "notes-queue.service"
      ];
      requiredBy = [
        "notes.service"
        "notes-queue.service"
      ];
      unitConfig.AssertPathExists = [
        "/var/lib/fediversity/secrets/notes/drafts_key"
        "/var/lib/fediversity/secrets/notes/keys"
        "/var/lib/fediversity/secrets/notes/relay_password"
        "/var/lib/fediversity/secrets/notes/media_key"
        "/var/lib/fediversity/secrets/notes/password"
        "/var/lib/fediversity/secrets/notes/keys.pub"
      ];
    };
  }
  {
    name = "where only its storage is, an application isn't waited for";
    expr = (set apart "town-storage") "systemd.targets";
    expected = { };
  }
  {
    name = "storage apart is nothing that an application's own host could wait for";
    expr = ((set apart "town-notes") "systemd.targets").fediversity-notes.requires;
    expected = [
      "postgresql.target"
      "redis-notes.service"
    ];
  }
]
