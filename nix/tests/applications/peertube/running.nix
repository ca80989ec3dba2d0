/**
  What PeerTube's module says of running it.
*/
let
  inherit (builtins)
    concatMap
    ;
  inherit (import ./module.nix)
    completed
    module
    required
    results
    types
    ;
  operated =
    given:
    import ../../../contract/operated.nix { inherit types; } module [ "video" ] {
      asked = required given;
      options = completed given;
      resources = results given;
    };
  operation = given: (operated given).operation;
  buckets.storage = "buckets";
in
[
  {
    name = "PeerTube: what it says of running it has its shape, and forgets nothing";
    expr = concatMap (given: (operated given).findings) [
      { }
      buckets
      { federation = false; }
    ];
    expected = [ ];
  }
  {
    name = "PeerTube: where people go";
    expr = (operation { }).address;
    expected = "https://video.example.org";
  }
  {
    name = "PeerTube: secrets first, the database before files, and queues come back by themselves";
    expr = map (entry: {
      inherit (entry)
        kind
        of
        path
        owner
        exclude
        rebuilt
        ;
    }) (operation buckets).state;
    expected = [
      {
        kind = "secrets";
        of = [
          "secret"
          "rootPassword"
        ];
        path = null;
        owner = null;
        exclude = [ ];
        rebuilt = false;
      }
      {
        kind = "database";
        of = [ "database" ];
        path = null;
        owner = null;
        exclude = [ ];
        rebuilt = false;
      }
      {
        kind = "directory";
        of = [ ];
        path = "/var/lib/peertube/storage";
        owner = "peertube";
        exclude = [
          "tmp"
          "cache"
          "bin"
          "logs"
        ];
        rebuilt = false;
      }
      {
        kind = "bucket";
        of = [
          "media"
          "private"
        ];
        path = null;
        owner = null;
        exclude = [ ];
        rebuilt = false;
      }
      {
        kind = "queue";
        of = [ "queues" ];
        path = null;
        owner = null;
        exclude = [ ];
        rebuilt = true;
      }
    ];
  }
  {
    name = "PeerTube: without buckets, none is kept";
    expr = map (entry: entry.kind) (operation { }).state;
    expected = [
      "secrets"
      "database"
      "directory"
      "queue"
    ];
  }
  {
    name = "PeerTube: how one sees that it works";
    expr = map (check: [
      check.name
      check.url
      check.status
      check.contains
      check.unit
    ]) (operation { }).checks;
    expected = [
      [
        "unit"
        null
        200
        null
        "peertube.service"
      ]
      [
        "page"
        "https://video.example.org/"
        200
        null
        null
      ]
      [
        "ping"
        "https://video.example.org/api/v1/ping"
        200
        "pong"
        null
      ]
      [
        "settings"
        "https://video.example.org/api/v1/config"
        200
        "serverVersion"
        null
      ]
      [
        "federation"
        "https://video.example.org/.well-known/webfinger?resource=acct:peertube@video.example.org"
        200
        "acct:peertube@video.example.org"
        null
      ]
    ];
  }
  {
    name = "PeerTube: nobody looks for it from elsewhere when it talks with nobody";
    expr = map (check: check.name) (operation { federation = false; }).checks;
    expected = [
      "unit"
      "page"
      "ping"
      "settings"
    ];
  }
  {
    name = "PeerTube: the first administrator has the password of a secret";
    expr = (operation { }).administrator;
    expected = {
      user = "peertube";
      command = [ "/run/current-system/sw/bin/peertube-administrator" ];
      printed = null;
      password = "rootPassword";
      exists = "The password of root was changed already";
    };
  }
  {
    name = "PeerTube: one unit stops and starts when it moves";
    expr = (operation { }).move;
    expected = {
      stop = [ "peertube.service" ];
      start = [ "peertube.service" ];
      after = [ ];
    };
  }
  {
    name = "PeerTube: no upgrade without a dump";
    expr = { inherit ((operation { }).upgrade) reversible dump; };
    expected = {
      reversible = false;
      dump = [ "database" ];
    };
  }
]
