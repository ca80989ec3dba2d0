/**
  What a NixOS module is called with, but for its `config`: the stand-in's `lib`, and packages that are in name only. The
  module's files say which packages it names, since nobody knows all of nixpkgs here.
*/
{ directory, system }:
let
  inherit (builtins)
    attrNames
    concatMap
    elemAt
    filter
    isList
    listToAttrs
    match
    readDir
    readFile
    split
    ;
  stand-in = ../../tests/nixpkgs;
  lib = import (stand-in + "/lib");
  known = import stand-in { inherit system; };
  fake = import (stand-in + "/pkgs/fake.nix");

  files =
    directory:
    let
      entries = readDir directory;
      inEntry =
        name:
        let
          path = directory + "/${name}";
        in
        if entries.${name} == "directory" then
          files path
        else if match ".*[.]nix" name != null then
          [ path ]
        else
          [ ];
    in
    concatMap inEntry (attrNames entries);
  named =
    file:
    map (found: elemAt found 0) (
      filter isList (split "pkgs[.]([A-Za-z_][A-Za-z0-9_-]*)" (readFile file))
    );
  fakes = listToAttrs (
    map (attribute: {
      name = attribute;
      value = fake.package { inherit attribute; };
    }) (concatMap named (files directory))
  );
in
{
  inherit lib;
  pkgs = fakes // known;
  utils = import (stand-in + "/nixos/utils.nix") { inherit lib; };
  modulesPath = "/nixos/modules";
}
