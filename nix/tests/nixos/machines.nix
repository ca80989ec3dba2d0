/**
  Hosts on machines that exist: which one each gets, and what is set there so that it is reached again.
*/
let
  inherit (builtins) attrNames map;
  evaluate = import ./evaluate.nix;
  sample = import ../machines/sample.nix;
  inherit (sample) machine;
  key = sample.sshKey "j/";
  given =
    more:
    {
      kind = "ssh";
      allocated.town.machine = "oak";
      applications.homepage = import ./town.nix;
    }
    // more
    // {
      settings = {
        machines = [
          (machine "oak" { address = "198.51.100.7"; })
          (machine "elm" { })
        ];
        access = {
          key.edition = 7;
          publicKeys = [ key ];
        };
        signers = [ sample.signer ];
      }
      // more.settings or { };
    };
  evaluated = more: evaluate (given more);
  set = more: import ./set.nix (given more) "town";
  with' = more: set { settings.machines = [ (machine "oak" more) ]; };
  plain = set { };

  each = {
    layout = "one-each";
    applications = {
      notes.domain = "notes.example.org";
      photos.domain = "photos.example.org";
    };
    settings.storage.domain = "storage.example.org";
  };
  free = evaluated { settings.machines = [ ]; };
in
[
  {
    name = "machines: every host has to get one of all";
    expr = (evaluated each).requirements.pools;
    expected =
      map
        (host: {
          inherit host;
          field = "machine";
          from = [
            "oak"
            "elm"
          ];
        })
        [
          "town-notes"
          "town-photos"
          "town-storage"
        ];
  }
  {
    name = "machines: elsewhere there are none to get";
    expr = map (kind: (evaluate { inherit kind; }).requirements.pools) [
      "nixos"
      "proxmox"
    ];
    expected = [
      [ ]
      [ ]
    ];
  }
  {
    name = "machines: addresses of pools are given away beside them";
    expr =
      map (pool: pool.field)
        (evaluated { policies.host.ipv4Pool = [ "192.0.2.1" ]; }).requirements.pools;
    expected = [
      "ipv4"
      "machine"
    ];
  }
  {
    name = "machines: where none is named, nothing can run, and the reason is told";
    expr = {
      inherit (free.requirements) pools findings;
      unmet = map (entry: "${entry.type}: ${entry.reason.en}") free.requirements.unmet;
      languages = map (entry: attrNames entry.reason) free.requirements.unmet;
      offers = free.environment.offers;
    };
    expected = {
      pools = [ ];
      findings = [ ];
      unmet = [
        "static-site: No machine is free: the hosting provider has named none for this environment."
      ];
      languages = [
        [
          "de"
          "en"
        ]
      ];
      offers = [
        "dns-name"
        "mail-relay"
      ];
    };
  }
  {
    name = "machines: a host that got none, or one that is gone, is told";
    expr =
      map
        (allocated: {
          inherit ((evaluated { inherit allocated; }).configuration) findings machines;
        })
        [
          { }
          { town.machine = "ash"; }
        ];
    expected =
      map
        (got: {
          machines = { };
          findings = [
            {
              path = [
                "hosts"
                "town"
                "machine"
              ];
              code = "missing";
              inherit got;
            }
          ];
        })
        [
          null
          "ash"
        ];
  }
  {
    name = "machines: a configuration says on which one each host is, and elsewhere that there are none";
    expr = [
      (evaluated { }).configuration.machines
      (evaluate { }).configuration.machines
    ];
    expected = [
      { town = "oak"; }
      { }
    ];
  }
  {
    name = "machines: what an application asks for is reached where its host's machine is";
    expr =
      let
        inherit
          ((evaluated {
            applications.photos.domain = "photos.example.org";
            settings.machines = [
              (machine "oak" {
                address = "198.51.100.7";
                port = 2222;
              })
            ];
          }).configuration.results
          )
          photos
          ;
      in
      photos.host;
    expected = {
      name = "town";
      sshPort = 2222;
      ipv4 = "198.51.100.7";
      ipv6 = null;
    };
  }
  {
    name = "machines: whoever deploys gets in again, and may copy the next system";
    expr = [
      (plain "users.users.root.openssh.authorizedKeys.keys")
      (plain "nix.settings.trusted-public-keys")
      (plain "services.openssh.ports")
      (with' { port = 2222; } "services.openssh.ports")
      (plain "security.sudo.extraRules")
    ];
    expected = [
      [ key ]
      [ sample.signer ]
      [ 22 ]
      [ 2222 ]
      null
    ];
  }
  {
    name = "machines: and so does a user who is not root";
    expr =
      let
        deploy = with' { user = "deploy"; };
      in
      [
        (deploy "users.users.deploy")
        (map (rule: rule.users) (deploy "security.sudo.extraRules"))
        (deploy "users.users.root.openssh.authorizedKeys.keys")
      ];
    expected = [
      {
        isNormalUser = true;
        openssh.authorizedKeys.keys = [ key ];
      }
      [ [ "deploy" ] ]
      [ key ]
    ];
  }
  {
    name = "machines: a disk is divided as the manual says, unless a module says how";
    expr =
      map
        (more: [
          (attrNames (with' more "fileSystems"))
          (with' more "fileSystems./.device")
          (with' more "boot.loader")
        ])
        [
          { }
          {
            boot = "bios";
            disk = "/dev/sda";
          }
          {
            boot = "hardware";
            hardware = ''
              { lib, ... }:
              {
                fileSystems."/".device = "/dev/''${lib.toLower "VDA"}";
                boot.isContainer = true;
              }
            '';
          }
        ];
    expected = [
      [
        [
          "/"
          "/boot"
        ]
        "/dev/disk/by-label/nixos"
        {
          efi.canTouchEfiVariables = true;
          systemd-boot = {
            enable = true;
            configurationLimit = 5;
          };
        }
      ]
      [
        [ "/" ]
        "/dev/disk/by-label/nixos"
        {
          grub = {
            enable = true;
            device = "/dev/sda";
          };
        }
      ]
      [
        [ "/" ]
        "/dev/vda"
        null
      ]
    ];
  }
  {
    name = "machines: a module as NixOS writes it for a machine is read";
    expr =
      let
        own = with' {
          hardware = ''
            # Do not modify this file!
            { config, lib, pkgs, modulesPath, ... }:

            {
              imports =
                [ (modulesPath + "/profiles/qemu-guest.nix")
                  (modulesPath + "/installer/scan/not-detected.nix")
                ];

              boot.initrd.availableKernelModules = [ "ahci" ];
              fileSystems."/" =
                { device = "/dev/disk/by-uuid/0199c2f0";
                  fsType = "ext4";
                };
              swapDevices = [ ];
              nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
            }
          '';
        };
      in
      [
        (attrNames (own "boot.initrd.availableKernelModules"))
        (own "hardware.enableRedistributableFirmware")
      ];
    expected = [
      [
        "ahci"
        "virtio_blk"
        "virtio_pci"
      ]
      true
    ];
  }
  {
    name = "machines: what the module of one says comes before what is said of all";
    expr =
      let
        own = with' {
          hardware = ''
            {
              fileSystems."/".device = "/dev/vda";
              services.openssh.ports = [ 2022 ];
              boot.loader.systemd-boot.configurationLimit = 20;
            }
          '';
        };
      in
      [
        (own "services.openssh.ports")
        (own "boot.loader.systemd-boot.configurationLimit")
      ];
    expected = [
      [ 2022 ]
      20
    ];
  }
]
