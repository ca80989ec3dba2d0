/**
  An environment of hosts that run NixOS and of which nothing else is known.
*/
parts:
import ../../nixos/environment.nix parts {
  kind = "hosts";
  label = { };
  help = { };
  layouts = [
    "all-in-one"
    "one-each"
  ];
}
