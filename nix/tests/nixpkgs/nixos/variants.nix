/**
  Other systems that NixOS makes of a system with more modules: images of disks (`system.build.images`), and a virtual
  machine in which it is tried out (`system.build.vm`). Each has the system that it is made of as `config`.
*/
{ extended }:
{ config, ... }:
let
  inherit (builtins) mapAttrs;
  inherit (import ../pkgs/fake.nix) made;
  known.qemu-efi = ./modules/virtualisation/disk-image.nix;
  image =
    name: module:
    let
      inherit
        (extended [
          known.${name} or { }
          module
        ])
        config
        ;
      inherit (config.image) filePath;
      builder =
        config.system.build.image
          or (throw "Module for `system.build.images.${name}` misses required `system.build.image` option.");
    in
    builder // { passthru = { inherit config filePath; }; };
  tried = extended [ config.virtualisation.vmVariant ];
in
{
  _file = "nixos/variants.nix";

  config.system.build = {
    images = mapAttrs image (mapAttrs (_: _: { }) known // config.image.modules);
    vm =
      made "run-${config.networking.hostName}-vm" {
        system = "${tried.config.system.build.toplevel}";
      }
      // {
        inherit (tried) config;
      };
  };
}
