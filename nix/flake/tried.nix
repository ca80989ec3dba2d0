/**
  Where a system is tried out with `nixos-rebuild build-vm`: root signs in on the console without a password, and its web
  server answers on this machine's ports 8880 and 8443. Nobody brings settings for cloud-init there.
*/
{ lib, ... }:
{
  services.cloud-init.enable = lib.mkForce false;
  networking.useDHCP = lib.mkForce true;
  users.users.root.initialHashedPassword = "";
  virtualisation = {
    graphics = false;
    forwardPorts = [
      {
        host.port = 8880;
        guest.port = 80;
      }
      {
        host.port = 8443;
        guest.port = 443;
      }
    ];
  };
}
