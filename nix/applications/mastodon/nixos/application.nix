/**
  The application itself: its domain, its processes, its secrets, and how long it keeps copies.
*/
{
  options,
  relay,
  resources,
}:
{ lib, pkgs, ... }:
let
  workers = import ../workers.nix options;
in
{
  services.mastodon = {
    enable = true;
    # As the module has it; said here, since settings.nix runs a program of the same package.
    package = lib.mkDefault pkgs.mastodon;
    localDomain = options.domain;

    inherit (options) webProcesses webThreads streamingProcesses;
    sidekiqThreads = options.jobThreads;
    sidekiqProcesses = {
      all = {
        jobClasses = [ ];
        threads = null;
      };
    }
    // lib.genAttrs workers.further (_: {
      jobClasses = [
        "default"
        "ingress"
        "push"
        "mailers"
        "pull"
        "fasp"
      ];
      threads = null;
    });

    # Where a file is missing, nixpkgs' module would make one; but then it could not be moved with the rest. These are
    # there before the first start, and read-only for it.
    secretKeyBaseFile = resources.secretKeyBase.path;
    activeRecordEncryptionPrimaryKeyFile = resources.primaryKey.path;
    activeRecordEncryptionDeterministicKeyFile = resources.deterministicKey.path;
    activeRecordEncryptionKeyDerivationSaltFile = resources.keyDerivationSalt.path;
    vapidPrivateKeyFile = resources.vapid.path;
    vapidPublicKeyFile = resources.vapid.publicPath;

    mediaAutoRemove = {
      enable = options.remoteMediaDays != null;
      olderThanDays = lib.mkIf (options.remoteMediaDays != null) options.remoteMediaDays;
    };

    extraConfig = import ./environment.nix { inherit options relay resources; };
  };
}
