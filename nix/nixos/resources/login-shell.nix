/**
  A user who signs in and finds the programs that were asked for.
*/
{ entries, ... }:
{ lib, pkgs, ... }:
{
  users.users = lib.mkMerge (
    map (
      { request, result, ... }:
      {
        ${result.user} = {
          isNormalUser = true;
          packages = map (name: pkgs.${name}) request.packages;
          extraGroups = lib.optional request.wheel "wheel";
        };
      }
    ) entries
  );
}
