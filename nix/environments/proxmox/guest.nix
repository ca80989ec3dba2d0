/**
  A NixOS system as a guest: the agent that tells its addresses, what cloud-init brings, a serial console, and a disk that
  may grow. The image that such machines are created from (nix/flake/image.nix) has it too.

  **Invariant:** what is said of disk and boot loader fits that image: a machine never gets another one.
*/
_:
{ config, lib, ... }:
{
  services.qemuGuest.enable = true;
  services.cloud-init = {
    enable = true;
    network.enable = true;
    settings = {
      # The drive that Proxmox VE makes. Elsewhere nobody is asked: it would take minutes, or be somebody else's answer.
      datasource_list = [
        "NoCloud"
        "ConfigDrive"
        "None"
      ];
      # A system that has a name keeps it.
      preserve_hostname = config.networking.hostName != "";
    };
  };
  networking.useDHCP = lib.mkDefault false;

  boot = {
    growPartition = true;
    kernelParams = [ "console=ttyS0,115200n8" ];
    loader = {
      systemd-boot = {
        enable = true;
        # Each has kernel and initrd on the boot partition, which is 256 MiB.
        configurationLimit = 3;
      };
      efi.canTouchEfiVariables = false;
      timeout = 3;
    };
    initrd.availableKernelModules = [
      "virtio_pci"
      "virtio_scsi"
      "virtio_blk"
      "virtio_net"
      "sd_mod"
    ];
  };
  fileSystems = {
    "/" = {
      device = "/dev/disk/by-label/nixos";
      fsType = "ext4";
      autoResize = true;
    };
    "/boot" = {
      device = "/dev/disk/by-label/ESP";
      fsType = "vfat";
    };
  };
}
