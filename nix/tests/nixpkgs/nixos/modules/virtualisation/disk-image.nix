/**
  A disk with a boot partition and a root file system, each known by its label.
*/
{
  config,
  lib,
  ...
}:
let
  inherit (import ../../../pkgs/fake.nix) made;
  inherit (config) image;
in
{
  boot = {
    growPartition = lib.mkDefault true;
    loader.systemd-boot.enable = lib.mkDefault image.efiSupport;
  };
  fileSystems = lib.mkImageMediaOverride {
    "/" = {
      device = "/dev/disk/by-label/nixos";
      fsType = "ext4";
      autoResize = true;
    };
    "/boot" = lib.mkIf image.efiSupport {
      device = "/dev/disk/by-label/ESP";
      fsType = "vfat";
    };
  };
  image = {
    extension = image.format;
    baseName = lib.mkOptionDefault "nixos-image";
    fileName = lib.mkOptionDefault "${image.baseName}.${image.extension}";
    filePath = lib.mkOptionDefault image.fileName;
  };
  virtualisation.diskSize = lib.mkOptionDefault "auto";
  system.build.image = made image.baseName {
    inherit (image) format efiSupport;
    inherit (config.virtualisation) diskSize;
    system = "${config.system.build.toplevel}";
  };
}
