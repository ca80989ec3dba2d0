/**
  What there is to say of running PeerTube: where it is, what is kept, how one sees that it works.
*/
{
  address = { resources, ... }: "https://${resources.name.name}";

  # The database before files: a file that is newer than the dump is harmless, one that is missing is not. Settings are
  # declared, and config/ is written anew at each start.
  state = _: [
    {
      kind = "secrets";
      of = [
        "secret"
        "rootPassword"
      ];
    }
    {
      kind = "database";
      of = [ "database" ];
    }
    {
      kind = "directory";
      path = "/var/lib/peertube/storage";
      owner = "peertube";
      # Uploads in the making, what is fetched again, and logs.
      exclude = [
        "tmp"
        "cache"
        "bin"
        "logs"
      ];
    }
    {
      kind = "bucket";
      of = [
        "media"
        "private"
      ];
    }
    {
      kind = "queue";
      of = [ "queues" ];
      rebuilt = true;
    }
  ];

  checks =
    { options, resources }:
    let
      domain = resources.name.name;
      at = path: "https://${domain}${path}";
    in
    [
      {
        name = "unit";
        label = {
          en = "PeerTube runs";
          de = "PeerTube läuft";
        };
        unit = "peertube.service";
      }
      {
        name = "page";
        label = {
          en = "The page answers";
          de = "Die Seite antwortet";
        };
        url = at "/";
      }
      {
        name = "ping";
        label = {
          en = "PeerTube answers";
          de = "PeerTube antwortet";
        };
        url = at "/api/v1/ping";
        contains = "pong";
      }
      {
        name = "settings";
        label = {
          en = "Database and settings are there";
          de = "Datenbank und Einstellungen sind da";
        };
        url = at "/api/v1/config";
        contains = "serverVersion";
      }
    ]
    ++ (
      if options.federation then
        [
          {
            name = "federation";
            label = {
              en = "Other servers find it";
              de = "Andere Server finden es";
            };
            url = at "/.well-known/webfinger?resource=acct:peertube@${domain}";
            contains = "acct:peertube@${domain}";
          }
        ]
      else
        [ ]
    );

  # PeerTube makes the account itself; the command looks whether it can sign in.
  administrator = _: {
    user = "peertube";
    command = [ "/run/current-system/sw/bin/peertube-administrator" ];
    password = "rootPassword";
    exists = "The password of root was changed already";
  };

  # Nothing comes after: the same domain and the same paths in the buckets keep every address as it was.
  move = _: {
    stop = [ "peertube.service" ];
    start = [ "peertube.service" ];
  };

  upgrade = {
    reversible = false;
    dump = [ "database" ];
    notes = {
      en = "PeerTube changes its database when a new version starts for the first time. There is no way back but the dump that is made before. Let videos that are being prepared finish first.";
      de = "PeerTube ändert seine Datenbank beim ersten Start einer neuen Version. Zurück geht es nur mit dem Abzug, der vorher gemacht wird. Lassen Sie Videos, die gerade aufbereitet werden, vorher fertig werden.";
    };
  };
}
