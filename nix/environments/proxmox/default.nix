/**
  Virtual machines of their own, made on Proxmox VE.
*/
parts:
import ../../nixos/environment.nix parts {
  kind = "proxmox";
  label = {
    en = "Virtual machines on Proxmox VE";
    de = "Virtuelle Maschinen auf Proxmox VE";
  };
  help = {
    en = "Each deployment gets virtual machines of its own, made for it and as large as it needs.";
    de = "Jedes Deployment erhält eigene virtuelle Maschinen, die so groß sind, wie es sie braucht.";
  };
  layouts = [
    "all-in-one"
    "one-each"
  ];
  settings = import ./settings.nix { inherit (parts.contract) types; };
  makesMachines = true;
  base = given: {
    imports = [
      (import ./guest.nix given)
      (import ./reached.nix given)
    ];
  };
}
