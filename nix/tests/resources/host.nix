let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    resources
    ;
  # Mastodon for about a thousand active users.
  social = {
    name = "social";
    cores = 8;
    memoryMiB = 16384;
    diskMiB = 102400;
  };
  judge = judged "host";
in
[
  {
    name = "host: Mastodon for a thousand gets an Intel machine with an IPv4 address";
    expr = [
      (judge { } social)
      (granted "host" { } social)
    ];
    expected = [
      [ ]
      (
        social
        // {
          architecture = "x86_64-linux";
          ipv4 = true;
          ipv6 = false;
        }
      )
    ];
  }
  {
    name = "host: what can't be a request";
    expr = map (judge { }) [
      (social // { name = "Social"; })
      (social // { cores = 0; })
      (social // { memoryMiB = 16384.5; })
      (social // { architecture = "riscv64-linux"; })
      (removeAttrs social [ "diskMiB" ])
    ];
    expected = [
      [ "mastodon.thing.host.name: not-a-label (Social)" ]
      [ "mastodon.thing.host.cores: not-between (0)" ]
      [ "mastodon.thing.host.memoryMiB: not-an-integer (float)" ]
      [ "mastodon.thing.host.architecture: not-a-choice (riscv64-linux)" ]
      [ "mastodon.thing.host.diskMiB: missing (null)" ]
    ];
  }
  {
    name = "host: what a policy refuses";
    expr = judge {
      cores = 4;
      memoryMiB = 16384;
      diskMiB = 102399;
      architectures = [ "aarch64-linux" ];
      ipv4 = false;
    } (social // { ipv6 = true; });
    expected = [
      "mastodon.thing.host.cores: beyond-policy (8)"
      "mastodon.thing.host.diskMiB: beyond-policy (102400)"
      "mastodon.thing.host.architecture: not-offered (x86_64-linux)"
      "mastodon.thing.host.ipv4: not-granted (true)"
      "mastodon.thing.host.ipv6: not-granted (true)"
    ];
  }
  {
    name = "host: a pool holds addresses, each once";
    expr = map (policy: judge policy social) [
      {
        ipv4Pool = [
          "203.0.113.7"
          "203.0.113.8"
        ];
        ipv6Pool = [ "2001:db8::1" ];
      }
      {
        ipv4Pool = [
          "203.0.113.7"
          "203.0.113.256"
          "2001:db8::1"
        ];
        ipv6Pool = [ "1::2::3" ];
      }
      {
        ipv4Pool = [
          "203.0.113.7"
          "203.0.113.7"
        ];
      }
    ];
    expected = [
      [ ]
      [
        "policies.host.ipv4Pool.1: not-an-ipv4-address (203.0.113.256)"
        "policies.host.ipv4Pool.2: not-an-ipv4-address (2001:db8::1)"
        "policies.host.ipv6Pool.0: not-an-ipv6-address (1::2::3)"
      ]
      [ "policies.host.ipv4Pool.1: duplicate (203.0.113.7)" ]
    ];
  }
  {
    name = "host: an address may still be unknown, a host key can't be known yet";
    expr = map (received "host") [
      { name = "social"; }
      {
        name = "social";
        ipv4 = "203.0.113.7";
        sshPort = 2222;
      }
      {
        name = "social";
        ipv4 = "203.0.113.07";
        hostKey = "ssh-ed25519 AAAA";
      }
    ];
    expected = [
      [ ]
      [ ]
      [
        "results.host.hostKey: unknown (ssh-ed25519 AAAA)"
        "results.host.ipv4: not-an-ipv4-address (203.0.113.07)"
      ]
    ];
  }
  {
    name = "host: an observed address counts where none was chosen";
    expr =
      map
        (
          ipv4:
          (resources.host.whole {
            result = resources.host.result.complete {
              name = "social";
              inherit ipv4;
            };
            observed = {
              ipv4 = "192.0.2.9";
              ipv6 = null;
              hostKey = "ssh-ed25519 AAAA";
            };
          })
        )
        [
          null
          "203.0.113.7"
        ];
    expected =
      map
        (ipv4: {
          name = "social";
          sshPort = 22;
          inherit ipv4;
          ipv6 = null;
          hostKey = "ssh-ed25519 AAAA";
        })
        [
          "192.0.2.9"
          "203.0.113.7"
        ];
  }
  {
    name = "host: sizes are tried against what was asked for, less a tenth for kernel and file system";
    expr = map (step: step.see.atLeast) (
      builtins.filter (step: step.see ? atLeast) (
        behaviour "host" social {
          name = "social";
          ipv4 = "203.0.113.7";
        }
      )
    );
    expected = [
      8
      15099494
      96636764160
    ];
  }
]
