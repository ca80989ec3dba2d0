/**
  Pixelfed on a NixOS host, next to what resources set up there: MariaDB, Redis, nginx, certificate and secrets. So the
  NixOS module makes none of its own.
*/
{ types }:
{ options, resources }@given:
{ lib, pkgs, ... }:
let
  relay = types.parts.mail.relay given;
  settings = import ./nixos/settings.nix { inherit options relay resources; };
  commands = import ./nixos/commands.nix {
    inherit
      lib
      pkgs
      options
      resources
      ;
  };

  # Changes with everything that what runs has read at its start.
  triggers = [
    (builtins.hashString "sha256" (
      builtins.toJSON [
        settings
        options.mail
      ]
    ))
  ];
  units = import ./nixos/units.nix {
    inherit
      lib
      relay
      resources
      triggers
      commands
      ;
  };

  # A form around the file takes some space, too.
  largestRequest = options.fileSize / 1024 + 1024;
in
{
  assertions = [
    {
      assertion = (relay.security == "tls") == (relay.port == 465);
      message = "Pixelfed encrypts e-mails from the start on port 465, and only there.";
    }
  ];

  services.pixelfed = {
    enable = true;
    inherit settings;
    inherit (options) domain;
    secretFile = "/run/pixelfed-secrets/env";
    database = {
      createLocally = false;
      type = "mysql";
    };
    redis.createLocally = false;
    maxUploadSize = "${toString largestRequest}K";
    poolConfig = import ./nixos/pool.nix options.webProcesses;
    # It would be once a day, while Pixelfed plans by the minute.
    schedulerInterval = "1m";
    # Without it there is no virtual host.
    nginx = {
      forceSSL = true;
      enableACME = lib.mkForce false;
      useACMEHost = resources.name.name;
    };
  };

  systemd.services = units;

  environment.systemPackages = [ commands.administrator ];
}
