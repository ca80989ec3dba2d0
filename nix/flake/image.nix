/**
  The disk image of a guest of Proxmox VE, `system.build.images.qemu-efi`: qcow2, started by UEFI. What is on it and how it
  is divided is ../environments/proxmox/guest.nix, which every later system of such a machine has as well. The image is
  as small as its content; the root file system grows with the disk at each start.
*/
{ config, ... }:
{
  image.modules.qemu-efi = {
    image.baseName = "fediversity-${
      if config.networking.hostName == "" then "guest" else config.networking.hostName
    }";
    virtualisation.diskSize = "auto";
  };
}
