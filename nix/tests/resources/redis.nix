let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    ;
  judge = judged "redis";
  keeps = request: map (step: step.name) (behaviour "redis" request { });
in
[
  {
    name = "redis: Mastodon, PeerTube and Pixelfed need only that it keeps their queues";
    expr = [
      (judge { } { })
      (granted "redis" { } { })
    ];
    expected = [
      [ ]
      {
        memoryMiB = 256;
        durable = true;
      }
    ];
  }
  {
    name = "redis: what can't be a request";
    expr = map (judge { }) [
      { memoryMiB = 1; }
      { durable = "yes"; }
      { evict = true; }
    ];
    expected = [
      [ "mastodon.thing.redis.memoryMiB: not-between (1)" ]
      [ "mastodon.thing.redis.durable: not-a-boolean (yes)" ]
      [ "mastodon.thing.redis.evict: unknown (true)" ]
    ];
  }
  {
    name = "redis: what a policy refuses";
    expr = judge {
      memoryMiB = 128;
      durable = false;
    } { };
    expected = [
      "mastodon.thing.redis.memoryMiB: beyond-policy (256)"
      "mastodon.thing.redis.durable: not-granted (true)"
    ];
  }
  {
    name = "redis: only on the host itself it needs no password";
    expr = map (received "redis") [
      { }
      {
        server = "::1";
        port = 31637;
      }
      { server = "10.0.0.4"; }
      { database = 16; }
    ];
    expected = [
      [ ]
      [ ]
      [ "results.redis.passwordFile: missing (null)" ]
      [ "results.redis.database: not-between (16)" ]
    ];
  }
  {
    name = "redis: one that needn't survive a restart isn't asked whether it did";
    expr =
      map
        (
          durable:
          builtins.elem "still has it" (keeps {
            inherit durable;
          })
        )
        [
          true
          false
        ];
    expected = [
      true
      false
    ];
  }
]
