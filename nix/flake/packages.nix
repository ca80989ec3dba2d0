/**
  The server, and disk images for Proxmox VE, which runs on x86_64 only: `proxmox-guest` is what virtual machines of
  deployments begin as, the others are the example systems.
*/
{
  self,
  pkgs,
  system,
}:
let
  inherit (builtins) attrNames listToAttrs map;
  imageOf = name: {
    name = "proxmox-${name}";
    value = self.nixosConfigurations.${name}.config.system.build.images.qemu-efi;
  };
  images = listToAttrs (map imageOf (attrNames self.nixosConfigurations));
in
(if system == "x86_64-linux" then images else { })
// {
  default = pkgs.callPackage ./package.nix { };
}
