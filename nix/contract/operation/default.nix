/**
  What an application module says of running it, as data, for those who watch, back up, upgrade and move it:
    address        where people go; null if nowhere
    state          what has to be kept, in the order in which it is backed up
    checks         how one sees from outside, or on its host, that it works
    administrator  how its first administrator comes to be; null if it has none
    move           what stops before, starts, and comes after it was restored on another host
    upgrade        what another version of it does to what is kept
  All but `upgrade` are functions of { options, resources }, completed options and chosen results.
*/
{ types }:
let
  parts = {
    inherit types;
    words = import ../words.nix { inherit types; };
    path = import ../../resources/values/path.nix;
    unit = import ./unit.nix { inherit line; };
    inherit line;
  };
  line =
    max:
    types.text {
      min = 1;
      inherit max;
    };
in
builtins.mapAttrs (_: file: import file parts) {
  administrator = ./administrator.nix;
  checks = ./checks.nix;
  move = ./move.nix;
  state = ./state.nix;
  upgrade = ./upgrade.nix;
}
// {
  address = types.optional types.url;
}
