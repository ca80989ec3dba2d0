/**
  All application modules, by name, as their directories hold them: `{ types } -> module`.
*/
let
  directory = ../../applications;
in
builtins.mapAttrs (name: _: import (directory + "/${name}")) (builtins.readDir directory)
