/**
  Where `make run` and `make test` find what they look for.
*/
{ pkgs, ... }:
{
  default = pkgs.callPackage ./shell.nix { };
}
