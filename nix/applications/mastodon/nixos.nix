/**
  Mastodon on a NixOS host, given completed options and chosen results.

  nixpkgs has a module for it, and we only tell that what it needs to know. Servers, certificate and secret files are
  there already: each comes from the resource that was asked for.
*/
{ types }:
given:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  known = given // {
    relay = types.parts.mail.relay given;
  };
in
lib.mkMerge (
  map (file: import file known { inherit config lib pkgs; }) [
    ./nixos/application.nix
    ./nixos/connections.nix
    ./nixos/credentials.nix
    ./nixos/settings.nix
    ./nixos/typed.nix
    ./nixos/units.nix
    ./nixos/web.nix
  ]
)
