/**
  Machines that exist, reached over SSH. Each host of a deployment gets one of them for itself.
*/
parts:
import ../../nixos/environment.nix parts {
  kind = "ssh";
  label = {
    en = "Machines over SSH";
    de = "Maschinen über SSH";
  };
  help = {
    en = "Applications run on machines that exist already and run NixOS.";
    de = "Anwendungen laufen auf vorhandenen Maschinen mit NixOS.";
  };
  layouts = [
    "all-in-one"
    "one-each"
  ];
  settings = import ./settings.nix { inherit (parts.contract) types; };
  coherent = import ./coherent.nix;
  machines = settings: settings.machines;
  base = import ./host.nix;
}
