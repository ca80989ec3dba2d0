/**
  All application modules, by name.
*/
let
  contract = import ../../contract;
  directory = ../../applications;
  read = name: {
    inherit name;
    value = import (directory + "/${name}") { inherit (contract) types; };
  };
in
builtins.listToAttrs (map read (builtins.attrNames (builtins.readDir directory)))
