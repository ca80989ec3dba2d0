/**
  Disk images for Proxmox VE, and what has to be on them because later systems of those machines have it too.
*/
let
  inherit (builtins)
    all
    attrNames
    attrValues
    mapAttrs
    toJSON
    ;
  flake = import ./outputs.nix (import ./nixpkgs.nix);
  packages = flake.packages.x86_64-linux;
  guest = packages.proxmox-guest.passthru.config;
  inherit (flake) nixosConfigurations;

  disk = config: {
    inherit (config) fileSystems;
    inherit (config.boot) loader growPartition kernelParams;
    inherit (config.services) cloud-init qemuGuest openssh;
  };
  later = removeAttrs nixosConfigurations [ "guest" ];
in
[
  {
    name = "flake: an image is qcow2, started by UEFI, and as small as its content";
    expr = {
      inherit (packages.proxmox-guest.madeOf) format efiSupport diskSize;
      file = packages.proxmox-guest.passthru.filePath;
      other = packages.proxmox-mastodon.passthru.filePath;
    };
    expected = {
      format = "qcow2";
      efiSupport = true;
      diskSize = "auto";
      file = "fediversity-guest.qcow2";
      other = "fediversity-mastodon.qcow2";
    };
  }
  {
    name = "flake: Proxmox VE takes the names of all images";
    expr = all (
      name:
      builtins.match "proxmox-.*" name == null
      || builtins.match "[a-zA-Z0-9.+=_-]+[.]qcow2" packages.${name}.passthru.filePath != null
    ) (attrNames packages);
    expected = true;
  }
  {
    name = "flake: the guest has an agent, cloud-init, a way in, a serial console, and grows";
    expr = {
      agent = guest.services.qemuGuest.enable;
      cloudInit = guest.services.cloud-init.enable;
      network = guest.services.cloud-init.network.enable;
      ssh = guest.services.openssh.enable;
      console = guest.boot.kernelParams;
      grows = guest.boot.growPartition && guest.fileSystems."/".autoResize;
      name = guest.networking.hostName;
      keepsName = guest.services.cloud-init.settings.preserve_hostname;
    };
    expected = {
      agent = true;
      cloudInit = true;
      network = true;
      ssh = true;
      console = [ "console=ttyS0,115200n8" ];
      grows = true;
      name = "";
      keepsName = false;
    };
  }
  {
    name = "flake: what is said of disk and boot loader is what every later system says";
    expr = attrValues (
      mapAttrs (
        name: system:
        let
          other = disk system.config;
          own = disk guest;
          settings = system.config.services.cloud-init.settings;
        in
        [
          (toJSON other.fileSystems == toJSON own.fileSystems)
          (other.loader.systemd-boot.enable && own.loader.systemd-boot.enable)
          (other.loader.systemd-boot.configurationLimit == own.loader.systemd-boot.configurationLimit)
          (other.growPartition && other.qemuGuest.enable && other.openssh.enable)
          (other.kernelParams == own.kernelParams)
          (settings.datasource_list == guest.services.cloud-init.settings.datasource_list)
          settings.preserve_hostname
        ]
      ) later
    );
    expected = builtins.genList (_: [
      true
      true
      true
      true
      true
      true
      true
    ]) 7;
  }
]
