/**
  The NixOS module: nixpkgs' own module of PeerTube, with everything of it off that requirements stand for.

  nixos/peertube.nix has the settings, nixos/credentials.nix how secrets reach them. Databases, certificates, ports 80
  and 443 and the files of secrets are set up by whoever meets the requirements.
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
  inherit (given) options resources;
  # The first name of the certificate.
  domain = resources.name.name;
  relay = types.parts.mail.relay given;
  live = import ./nixos/live.nix { inherit lib options domain; };
  redis = import ./nixos/redis.nix { inherit lib; } resources.queues;
  privateFiles = import ./nixos/private-files.nix { inherit lib domain; } resources.private;
  credentials = import ./nixos/credentials.nix {
    inherit
      lib
      pkgs
      given
      live
      relay
      ;
  };
  administrator = import ./nixos/administrator.nix { inherit lib pkgs domain; } {
    passwordFile = resources.rootPassword.path;
    port = config.services.peertube.listenHttp;
  };
  isHere = resources.database.socket != null;
in
{
  services.peertube = import ./nixos/peertube.nix {
    inherit
      lib
      given
      domain
      redis
      live
      relay
      ;
    inherit (privateFiles) baseUrl;
  };

  # Its module makes the virtual host and leaves TLS to others.
  services.nginx.virtualHosts.${domain} = {
    useACMEHost = domain;
    enableACME = lib.mkForce false;
    forceSSL = true;
    inherit (privateFiles) locations;
  };

  systemd.services.peertube = {
    # Its module orders only what it sets up itself.
    after = lib.optional isHere "postgresql.target" ++ redis.units ++ live.after;
    requires = lib.optional isHere "postgresql.target" ++ redis.units;
    wants = live.after;
    inherit (credentials) script restartTriggers;
    serviceConfig = { inherit (credentials) LoadCredential; };
  };
  users.groups = redis.groups;

  networking.firewall.allowedTCPPorts = live.ports;
  security.acme.certs = live.certs;

  environment.systemPackages = [ administrator ];

  assertions = import ./nixos/assertions.nix resources;
}
