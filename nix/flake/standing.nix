/**
  A system's name and those of applications -> NixOS module with each of these enabled, with its example values.
*/
{ self }:
name: applications:
let
  examples = import ./examples.nix;
  chosen = application: {
    name = application;
    value = examples.applications.${application} // {
      enable = true;
    };
  };
in
{
  imports = map (application: self.nixosModules.${application}) applications;
  fediversity = builtins.listToAttrs (map chosen applications) // {
    environment = examples.environment // {
      deployment = {
        id = name;
        inherit name;
      };
    };
  };
}
