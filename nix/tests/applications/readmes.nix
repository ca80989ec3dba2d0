/**
  The README of each application names every option, in a table of what an operator chooses.
*/
let
  inherit (builtins)
    attrNames
    filter
    listToAttrs
    readDir
    readFile
    replaceStrings
    ;
  contract = import ../../contract;
  directory = ../../applications;
  names = attrNames (readDir directory);

  unnamed =
    name:
    let
      text = readFile (directory + "/${name}/README.md");
      isNamed = option: replaceStrings [ "`${option}`" ] [ "" ] text != text;
      inherit ((contract.read (import (directory + "/${name}"))).options.form) order;
    in
    filter (option: !isNamed option) order;
in
[
  {
    name = "the README of each application names every option";
    expr = listToAttrs (
      map (name: {
        inherit name;
        value = unnamed name;
      }) names
    );
    expected = {
      garage = [ ];
      homepage = [ ];
      mastodon = [ ];
      peertube = [ ];
      pixelfed = [ ];
    };
  }
]
