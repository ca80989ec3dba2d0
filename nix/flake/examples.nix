/**
  Example values, each in a file of its own below examples/:
    applications  { <application> = options; }; a new one has its example system and its test by one more file
    environment   what a hosting provider would decide, settings and policies
    systems       { <system> = names of the applications on it; }: each alone, and some together
    asked         { <system> = what the server is asked for the same, on Proxmox VE, see nix/README.md; }
*/
let
  inherit (builtins)
    attrNames
    listToAttrs
    mapAttrs
    readDir
    replaceStrings
    ;
  directory = ./examples/applications;
  applications = listToAttrs (
    map (file: {
      name = replaceStrings [ ".nix" ] [ "" ] file;
      value = import (directory + "/${file}");
    }) (attrNames (readDir directory))
  );
  environment = import ./examples/environment.nix;
  systems = mapAttrs (name: _: [ name ]) applications // {
    combined = import ./examples/combined.nix;
  };
  asked = name: those: {
    deployment = {
      id = name;
      inherit name;
    };
    applications = listToAttrs (
      map (module: {
        name = module;
        value = {
          inherit module;
          options = applications.${module};
        };
      }) those
    );
    environment = environment // {
      kind = "proxmox";
    };
  };
in
{
  inherit applications environment systems;
  asked = mapAttrs asked systems;
}
