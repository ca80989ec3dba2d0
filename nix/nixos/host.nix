/**
  What every host has: a name, a way in for whoever deploys, and a firewall in which only what is needed is open.
*/
{ host, settings }:
{ lib, ... }:
{
  networking.hostName = lib.mkDefault host;
  networking.firewall.enable = true;

  services.openssh = {
    enable = true;
    settings = {
      PasswordAuthentication = false;
      KbdInteractiveAuthentication = false;
      PermitRootLogin = "prohibit-password";
    };
  };

  # Signatures of federated requests are refused when the clock is minutes off.
  services.timesyncd.enable = lib.mkDefault true;
  time.timeZone = lib.mkDefault "UTC";

  # Logs and old generations must not fill the disk on which people's files are.
  services.journald.extraConfig = "SystemMaxUse=1G";
  nix.gc = {
    automatic = true;
    options = "--delete-older-than 30d";
  };
  nix.settings = {
    experimental-features = [
      "nix-command"
      "flakes"
    ];
    require-sigs = true;
  };

  system.stateVersion = settings.stateVersion;
}
