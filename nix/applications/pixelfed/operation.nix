/**
  What there is to say of running Pixelfed, for those who watch, back up, move and upgrade it.
*/
let
  directory = "/var/lib/pixelfed";
  program = name: "/run/current-system/sw/bin/${name}";
  address = { options, ... }: "https://${options.domain}";
in
{
  inherit address;

  state = _: [
    {
      kind = "secrets";
      of = [
        "appKey"
        "oauth"
      ];
    }
    {
      kind = "database";
      of = [ "database" ];
    }
    # With the marks of what was set up once. What is left out is made again at each start.
    {
      kind = "directory";
      path = directory;
      owner = "pixelfed";
      exclude = [
        ".env"
        "storage/framework"
        "storage/logs"
        "storage/oauth-private.key"
        "storage/oauth-public.key"
      ];
    }
    {
      kind = "bucket";
      of = [ "media" ];
    }
    # Sessions end, and what waited to be sent is lost.
    {
      kind = "queue";
      of = [ "queues" ];
      rebuilt = true;
    }
  ];

  checks =
    given:
    let
      page = name: label: path: contains: {
        inherit name label contains;
        url = address given + path;
      };
      unit = name: unit: label: { inherit name unit label; };
    in
    [
      (page "health" {
        en = "The site answers";
        de = "Die Seite antwortet";
      } "/api/service/health-check" "OK")
      (page "instance" {
        en = "The site knows its database";
        de = "Die Seite kennt ihre Datenbank";
      } "/api/v1/instance" "\"uri\"")
      (page "nodeinfo" {
        en = "Other networks can find the site";
        de = "Andere Netzwerke finden die Seite";
      } "/.well-known/nodeinfo" "/api/nodeinfo/2.0.json")
      (page "actor" {
        en = "Other networks can check its signatures";
        de = "Andere Netzwerke können ihre Signaturen prüfen";
      } "/i/actor" "publicKey")
      (unit "web" "phpfpm-pixelfed.service" {
        en = "Pages are made";
        de = "Seiten werden erzeugt";
      })
      (unit "workers" "pixelfed-horizon.service" {
        en = "Photos are made smaller, and posts are sent";
        de = "Fotos werden verkleinert und Beiträge verschickt";
      })
      (unit "schedule" "pixelfed-cron.timer" {
        en = "What is due is done";
        de = "Was fällig ist, wird erledigt";
      })
    ];

  administrator = _: {
    user = "root";
    command = [ (program "pixelfed-administrator") ];
    password = "adminPassword";
    exists = "The administrator is there already.";
  };

  move = _: {
    stop = [
      "pixelfed-cron.timer"
      "pixelfed-cron.service"
      "phpfpm-pixelfed.service"
      "pixelfed-horizon.service"
    ];
    # The set-up migrates what was restored.
    start = [
      "pixelfed-secrets.service"
      "pixelfed-data-setup.service"
      "phpfpm-pixelfed.service"
      "pixelfed-horizon.service"
      "pixelfed-cron.timer"
    ];
  };

  upgrade = {
    reversible = false;
    dump = [ "database" ];
    notes = {
      en = "The database is changed when the new version starts. Going back needs the dump from before.";
      de = "Die Datenbank wird beim Start der neuen Version geändert. Für den Weg zurück braucht es die Sicherung von davor.";
    };
  };
}
