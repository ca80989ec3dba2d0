/**
  What a NixOS module is called with, but for its `config`: the stand-in's `lib`, and packages that are in name only. The
  module's files say which packages it names, since nobody knows all of nixpkgs here, and whether it reads `config`.
  `writers` replaces builders of the packages.
*/
{
  directory,
  system,
  writers ? (_: { }),
}:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    elemAt
    filter
    isList
    length
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
  read = map readFile (files directory);
  named =
    text: map (found: elemAt found 0) (filter isList (split "pkgs[.]([A-Za-z_][A-Za-z0-9_-]*)" text));
  fakes = listToAttrs (
    map (attribute: {
      name = attribute;
      value = fake.package { inherit attribute; };
    }) (concatMap named read)
  );
in
{
  of = {
    inherit lib;
    pkgs = fakes // known // writers known;
    utils = import (stand-in + "/nixos/utils.nix") { inherit lib; };
    modulesPath = "/nixos/modules";
  };

  /**
    Whether anything may follow from `config`: as an argument only, it has a comma after it.
  */
  readsConfig = any (
    text: length (split "(^|[^A-Za-z0-9_.-])config([^,A-Za-z0-9_-]|$)" text) > 1
  ) read;
}
