/**
  A system of modules, as nixpkgs' `nixos/lib/eval-config.nix` makes it.
*/
modules:
import (../../nixpkgs + "/nixos/lib/eval-config.nix") {
  system = "x86_64-linux";
  modules = [
    {
      networking.hostName = "town";
      system.stateVersion = "26.05";
    }
  ]
  ++ modules;
}
