/**
  What is set on the hosts of a deployment (see evaluate.nix): arguments -> host -> the path of an option -> what is set there.
*/
arguments:
let
  inherit ((import ./evaluate.nix arguments).configuration.closure) systems;
in
host: option:
builtins.foldl' (set: name: set.${name} or null) systems.${host}.set (
  builtins.filter builtins.isString (builtins.split "\\." option)
)
