/**
  A NixOS system on a machine that exists: it is reached as before, whoever deploys can copy the next one to it, and it
  starts from the disk that it has. What the hosting provider's own module says comes before all of this.
*/
{ machine, settings, ... }:
{ lib, ... }:
let
  inherit (lib) mkDefault mkIf;
  isOther = machine.user != "root";
  isUefi = machine.boot == "uefi";
in
{
  imports = lib.optional (machine.hardware != null) (
    builtins.toFile "hardware-of-${machine.name}.nix" machine.hardware
  );

  services.openssh.ports = mkDefault [ machine.port ];
  users.users = lib.genAttrs [ "root" machine.user ] (user: {
    isNormalUser = mkIf (user != "root") (mkDefault true);
    openssh.authorizedKeys.keys = settings.access.publicKeys;
  });
  # Who deploys becomes root without anybody who could type a password.
  security.sudo.extraRules = mkIf isOther [
    {
      users = [ machine.user ];
      commands = [
        {
          command = "ALL";
          options = [ "NOPASSWD" ];
        }
      ];
    }
  ];
  nix.settings.trusted-public-keys = settings.signers;

  boot.loader = {
    systemd-boot = mkIf isUefi {
      enable = mkDefault true;
      # Each has kernel and initrd on the boot partition.
      configurationLimit = mkDefault 5;
    };
    efi.canTouchEfiVariables = mkIf isUefi (mkDefault true);
    grub = mkIf (machine.boot == "bios") {
      enable = mkDefault true;
      device = mkDefault machine.disk;
    };
  };

  # As the manual of NixOS has disks divided.
  boot.initrd.availableKernelModules = mkIf (machine.hardware == null) [
    "virtio_blk"
    "virtio_pci"
    "virtio_scsi"
  ];
  fileSystems = mkIf (machine.hardware == null) {
    "/" = {
      device = "/dev/disk/by-label/nixos";
      fsType = "ext4";
    };
    "/boot" = mkIf isUefi {
      device = "/dev/disk/by-label/boot";
      fsType = "vfat";
      options = [ "umask=0077" ];
    };
  };
}
