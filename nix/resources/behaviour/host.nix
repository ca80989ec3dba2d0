{ request, result }:
let
  step = import ./step.nix;
  run = arguments: { inherit arguments; };
  has = family: address: [
    (step "has the address ${toString address}" "run" (run [
      "ip"
      family
      "-oneline"
      "address"
    ]) { contains = address; })
  ];
in
[
  (step "is a NixOS system" "run" (run [
    "readlink"
    "--canonicalize-existing"
    "/run/current-system/activate"
  ]) { exit = 0; })
  (step "has the processor that was asked for" "run" (run [
    "uname"
    "-m"
  ]) { output = builtins.head (builtins.split "-" request.architecture); })
  (step "has the processor cores" "run" (run [ "nproc" ]) { atLeast = request.cores; })
  # The kernel keeps some of the memory, and the file system some of the disk: a tenth is granted.
  (step "has the memory, in KiB" "run" (run [
    "awk"
    "/^MemTotal/ { print $2 }"
    "/proc/meminfo"
  ]) { atLeast = request.memoryMiB * 1024 * 9 / 10; })
  (step "has the disk, grown to its size, in bytes" "run" (run [
    "findmnt"
    "--noheadings"
    "--bytes"
    "--output=SIZE"
    "/"
  ]) { atLeast = request.diskMiB * 1048576 / 10 * 9; })
  (step "keeps what was written" "run" (run [
    "touch"
    "/var/lib/behaviour-test"
  ]) { exit = 0; })
  (step "comes back after a restart" "restart" { what = "host"; } { withinSeconds = 300; })
  (step "still has what was written" "run" (run [
    "rm"
    "/var/lib/behaviour-test"
  ]) { exit = 0; })
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
]
++ (if request.ipv4 then has "-4" result.ipv4 else [ ])
++ (if request.ipv6 then has "-6" result.ipv6 else [ ])
