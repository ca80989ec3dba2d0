/**
  How it is looked after: where people go, how one sees that it works, what has to be kept, who is the first administrator,
  how it moves, and what an upgrade does.
*/
let
  address = { options, ... }: "https://${options.domain}";
in
{
  inherit address;

  checks = given: [
    {
      name = "health";
      label = {
        en = "It answers, and knows its database";
        de = "Es antwortet und kennt seine Datenbank";
      };
      url = address given + "/api/healthz";
      contains = "pass";
    }
    {
      name = "unit";
      label = {
        en = "It runs";
        de = "Es läuft";
      };
      unit = "forgejo.service";
    }
  ];

  # In the order in which it is backed up: files after the database, so that it names none that is missing.
  state = _: [
    {
      kind = "secrets";
      of = [ "secretKey" ];
    }
    {
      kind = "database";
      of = [ "database" ];
    }
    {
      kind = "directory";
      path = "/var/lib/forgejo";
      owner = "forgejo";
      exclude = [
        "dump"
        "log"
      ];
    }
  ];

  # `noticeboard-administrator` is made in nixos.nix. Asked again, it says that the user is there, and changes nothing.
  administrator =
    { options, ... }:
    {
      user = "forgejo";
      command = [
        "noticeboard-administrator"
        options.administrator.name
        options.administrator.email
      ];
      printed = "Password: ";
      exists = "user already exists";
    };

  # Every unit of Forgejo, those that set it up first: each waits for the database and the secrets, at every start of the host.
  move = _: {
    stop = [ "forgejo.service" ];
    start = [
      "forgejo-secrets.service"
      "forgejo.service"
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
