/**
  What Pixelfed says of running it, as the contract checks it.
*/
let
  inherit (import ../../../contract) types;
  inherit (import ./samples.nix)
    application
    elsewhere
    many
    module
    onHost
    options
    ;
  known = import ../../../resources (import ../../../contract);
  completed = { type, request }: {
    inherit type;
    request = known.${type}.request.complete request;
  };
  operated =
    changed: resources:
    import ../../../contract/operated.nix { inherit types; } application [ "photos" ] {
      inherit resources;
      options = options changed;
      asked = builtins.mapAttrs (_: completed) (application.requirements (options changed));
    };
  least = operated { } onHost;
  most = operated many elsewhere;
in
[
  {
    name = "what pixelfed says of running it keeps the contract";
    expr = map (operated: operated.findings) [
      least
      most
    ];
    expected = [
      [ ]
      [ ]
    ];
  }
  {
    name = "people go to pixelfed's domain";
    expr = least.operation.address;
    expected = "https://photos.example.org";
  }
  {
    name = "pixelfed keeps secrets, database, files and photos in this order";
    expr = module.state { };
    expected = [
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
      {
        kind = "directory";
        path = "/var/lib/pixelfed";
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
      {
        kind = "queue";
        of = [ "queues" ];
        rebuilt = true;
      }
    ];
  }
  {
    name = "without a bucket none is kept";
    expr = map (operated: builtins.elem "bucket" (map (entry: entry.kind) operated.operation.state)) [
      least
      most
    ];
    expected = [
      false
      true
    ];
  }
  {
    name = "pixelfed is seen to work by its answers and its units";
    expr = map (
      check:
      if check.url == null then
        "${check.name} ${check.unit}"
      else
        "${check.name} ${check.url} ${toString check.status} ${check.contains}"
    ) least.operation.checks;
    expected = [
      "health https://photos.example.org/api/service/health-check 200 OK"
      "instance https://photos.example.org/api/v1/instance 200 \"uri\""
      "nodeinfo https://photos.example.org/.well-known/nodeinfo 200 /api/nodeinfo/2.0.json"
      "actor https://photos.example.org/i/actor 200 publicKey"
      "web phpfpm-pixelfed.service"
      "workers pixelfed-horizon.service"
      "schedule pixelfed-cron.timer"
    ];
  }
  {
    name = "the first administrator is made by a program without arguments, with the password of a secret";
    expr = module.administrator { };
    expected = {
      user = "root";
      command = [ "/run/current-system/sw/bin/pixelfed-administrator" ];
      password = "adminPassword";
      exists = "The administrator is there already.";
    };
  }
  {
    name = "what pixelfed's own program says is what the contract was told";
    expr =
      builtins.match ".*echo '(The administrator is there already[.])'.*" (
        builtins.readFile ../../../applications/pixelfed/nixos/administrator.php
      ) != null;
    expected = true;
  }
  {
    name = "nothing sends before the last copy, and the set-up comes first on another host";
    expr = module.move { };
    expected = {
      stop = [
        "pixelfed-cron.timer"
        "pixelfed-cron.service"
        "phpfpm-pixelfed.service"
        "pixelfed-horizon.service"
      ];
      start = [
        "pixelfed-secrets.service"
        "pixelfed-data-setup.service"
        "phpfpm-pixelfed.service"
        "pixelfed-horizon.service"
        "pixelfed-cron.timer"
      ];
    };
  }
  {
    name = "another version of pixelfed is not left without a dump";
    expr = {
      inherit (module.upgrade) dump reversible;
    };
    expected = {
      dump = [ "database" ];
      reversible = false;
    };
  }
]
