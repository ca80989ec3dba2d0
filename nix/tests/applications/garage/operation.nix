/**
  How object storage is looked after, and what so many people need.
*/
let
  contract = import ../../../contract;
  module = import ../../../applications/garage { inherit (contract) types; };
  evaluate = import ../../nixos/evaluate.nix;

  private = {
    domain = "s3.example.org";
    buckets = [ { name = "backups"; } ];
  };
  operation = (evaluate { applications.garage = private; }).configuration.operations.garage;
in
[
  {
    name = "garage: how it is run";
    expr = {
      inherit (operation) address;
      state = map (entry: "${entry.kind} ${toString entry.of}${toString entry.path}") operation.state;
      checks = map (
        check:
        "${toString check.url} ${toString check.status} ${toString check.contains} ${toString check.unit}"
      ) operation.checks;
      inherit (operation.administrator) user command password;
      inherit (operation.move) stop start;
      inherit (operation.upgrade) reversible;
    };
    expected = {
      address = "https://s3.example.org";
      state = [
        "secrets key"
        "directory /var/lib/private/garage"
      ];
      checks = [
        "https://s3.example.org/ 403 AccessDenied "
        " 200  fediversity-garage.service"
      ];
      user = "root";
      command = [
        "/run/current-system/sw/bin/garage"
        "key"
        "info"
        "GKadb0666ce1a2adad2b720729"
      ];
      password = "key";
      stop = [ "garage.service" ];
      start = [
        "garage.service"
        "fediversity-garage.service"
      ];
      reversible = false;
    };
  }
  {
    name = "garage: sizes preset the machine, in bytes";
    expr = map (size: [
      size.people
      [
        size.cores
        size.memoryMiB
        size.diskMiB
      ]
      size.options
    ]) module.sizes;
    expected = [
      [
        20
        [
          1
          1024
          51200
        ]
        {
          cores = 1;
          memory = 1073741824;
          disk = 53687091200;
        }
      ]
      [
        100
        [
          1
          2048
          225280
        ]
        {
          cores = 1;
          memory = 2147483648;
          disk = 236223201280;
        }
      ]
      [
        1000
        [
          2
          4096
          2107392
        ]
        {
          cores = 2;
          memory = 4294967296;
          disk = 2209760673792;
        }
      ]
      [
        5000
        [
          4
          8192
          10496000
        ]
        {
          cores = 4;
          memory = 8589934592;
          disk = 11005853696000;
        }
      ]
    ];
  }
]
