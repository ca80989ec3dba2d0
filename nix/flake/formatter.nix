/**
  What `nix fmt` runs.
*/
{ pkgs, ... }: pkgs.nixfmt
