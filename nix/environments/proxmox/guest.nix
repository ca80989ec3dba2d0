/**
  A NixOS system as a guest: the agent that tells its addresses, what cloud-init brings, and a disk that may grow.
*/
_:
{ lib, ... }:
{
  services.qemuGuest.enable = true;
  services.cloud-init = {
    enable = true;
    network.enable = true;
  };
  networking.useDHCP = lib.mkDefault false;

  boot = {
    growPartition = true;
    kernelParams = [ "console=ttyS0,115200n8" ];
    loader = {
      systemd-boot.enable = true;
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
