/**
  A NixOS system of its own: a virtual machine, or a machine that exists.

  Memory and disk are in MiB, as Proxmox VE takes memory; its disks only grow, so that a plan can't shrink one.
  An address comes from the policy's pool and is then chosen, or the network leases it: then it is null in the
  plan, and observed once the host runs (Proxmox VE: through the guest agent). Source: the API of Proxmox VE 9.1.
*/
{
  types,
  values,
  resource,
  option,
  chosen,
  observed,
  either,
  refined,
  filled,
  limit,
  ...
}:
let
  inherit (types) boolean label optional;
  inherit (values)
    between
    ipv4
    ipv6
    line
    oneOf
    port
    several
    ;

  systems = oneOf [
    "x86_64-linux"
    "aarch64-linux"
  ];
  atMost =
    name: max: en: other:
    filled null (option name (optional (between 1 max)) en other);
  pool =
    name: en: other:
    filled [ ] (option name (several 0 4096 (line 39)) en other);
  each =
    type: path: addresses:
    builtins.concatLists (
      builtins.genList (i: type.check (path ++ [ i ]) (builtins.elemAt addresses i)) (
        builtins.length addresses
      )
    );
in
resource {
  request = types.group [
    (option "name" label "Short name" { de = "Kurzname"; })
    (option "cores" (between 1 512) "Processor cores" { de = "Prozessorkerne"; })
    (option "memoryMiB" (between 512 8388608) "Memory in MiB" { de = "Arbeitsspeicher in MiB"; })
    (option "diskMiB" (between 4096 17179869184) "Disk in MiB" { de = "Festplatte in MiB"; })
    (filled "x86_64-linux" (option "architecture" systems "Processor" { de = "Prozessor"; }))
    (filled true (option "ipv4" boolean "Needs an IPv4 address" { de = "Braucht eine IPv4-Adresse"; }))
    (filled false (option "ipv6" boolean "Needs an IPv6 address" { de = "Braucht eine IPv6-Adresse"; }))
  ];

  policy =
    refined
      (types.group [
        (atMost "cores" 512 "Most processor cores" { de = "Höchstzahl der Prozessorkerne"; })
        (atMost "memoryMiB" 8388608 "Most memory in MiB" { de = "Höchster Arbeitsspeicher in MiB"; })
        (atMost "diskMiB" 17179869184 "Largest disk in MiB" { de = "Größte Festplatte in MiB"; })
        (filled [ "x86_64-linux" ] (
          option "architectures" (several 1 2 systems) "Processors" { de = "Prozessoren"; }
        ))
        (filled true (option "ipv4" boolean "Has IPv4" { de = "Hat IPv4"; }))
        (filled false (option "ipv6" boolean "Has IPv6" { de = "Hat IPv6"; }))
        (pool "ipv4Pool" "IPv4 addresses to give away" { de = "Zu vergebende IPv4-Adressen"; })
        (pool "ipv6Pool" "IPv6 addresses to give away" { de = "Zu vergebende IPv6-Adressen"; })
      ])
      (
        path: policy:
        each ipv4 (path ++ [ "ipv4Pool" ]) policy.ipv4Pool
        ++ each ipv6 (path ++ [ "ipv6Pool" ]) policy.ipv6Pool
      );

  limits =
    map (name: limit name "atMost" name) [
      "cores"
      "memoryMiB"
      "diskMiB"
    ]
    ++ [
      (limit "architecture" "among" "architectures")
      (limit "ipv4" "granted" "ipv4")
      (limit "ipv6" "granted" "ipv6")
    ];

  result = [
    (chosen "name" label "Host name" { de = "Hostname"; })
    (filled 22 (chosen "sshPort" port "Port of SSH" { de = "Port von SSH"; }))
    (filled null (either "ipv4" (optional ipv4) "IPv4 address" { de = "IPv4-Adresse"; }))
    (filled null (either "ipv6" (optional ipv6) "IPv6 address" { de = "IPv6-Adresse"; }))
    (observed "hostKey" (line 1000) "Public SSH host key" {
      de = "Öffentlicher SSH-Schlüssel des Hosts";
    })
  ];

  behaviour = import ./behaviour/host.nix;
}
