/**
  The machine on which this software runs, when it runs NixOS.
*/
parts:
import ../../nixos/environment.nix parts {
  kind = "nixos";
  label = {
    en = "This machine";
    de = "Diese Maschine";
  };
  help = {
    en = "Applications run on the NixOS machine on which this software runs.";
    de = "Anwendungen laufen auf der NixOS-Maschine, auf der diese Software läuft.";
  };
  layouts = [ "all-in-one" ];
}
