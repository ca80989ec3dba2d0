/**
  NixOS module: the server as a systemd unit of its own user.
*/
{ self, nixpkgs }:
{
  config,
  lib,
  pkgs,
  utils,
  ...
}:
let
  cfg = config.services.fediversity;
  format = pkgs.formats.toml { };
  shared = "${cfg.package}/share/fediversity";
  user = "fediversity";
  identityDirectory = "${cfg.stateDirectory}.identity";
in
{
  options.services.fediversity = {
    enable = lib.mkEnableOption "Fediversity, which deploys Fediverse applications for operators";

    package = lib.mkOption {
      type = lib.types.package;
      default = self.packages.${pkgs.stdenv.hostPlatform.system}.default;
      defaultText = lib.literalMD "the package of this flake";
      description = "The server to run.";
    };

    stateDirectory = lib.mkOption {
      type = lib.types.addCheck lib.types.str (lib.hasPrefix "/");
      default = "/var/lib/fediversity";
      description = ''
        Where accounts, deployments and builds are kept. Beside it, in a directory with `.identity` after its name,
        is what secrets are sealed to, unless the settings or a credential name another. Back up both, apart.
      '';
    };

    settings = lib.mkOption {
      inherit (format) type;
      default = { };
      example.server.base_url = "https://panel.example";
      description = ''
        The configuration file. It is world-readable in the Nix store, so a secret is named by the path of its file.
      '';
    };
  };

  config = lib.mkIf cfg.enable {
    # Hosts are built from the nixpkgs that this flake is pinned to, and whoever takes a deployment away is told so.
    services.fediversity.settings.paths = {
      nixpkgs = lib.mkDefault nixpkgs.outPath;
      nixpkgs_source = lib.mkIf (nixpkgs ? rev) (lib.mkDefault "github:NixOS/nixpkgs/${nixpkgs.rev}");
    };

    users.users.${user} = {
      isSystemUser = true;
      group = user;
      home = cfg.stateDirectory;
    };
    users.groups.${user} = { };

    systemd.tmpfiles.settings.fediversity = {
      # Applications on this machine pass through it to their secrets; what is in it is closed by itself.
      ${cfg.stateDirectory}.d = {
        inherit user;
        group = user;
        mode = "0711";
      };
      ${identityDirectory}.d = {
        inherit user;
        group = user;
        mode = "0700";
      };
    };

    systemd.services.fediversity = {
      description = "Fediversity: applications for operators, deployed";
      wantedBy = [ "multi-user.target" ];
      wants = [ "network-online.target" ];
      after = [ "network-online.target" ];
      path = [ pkgs.util-linux ];
      environment.HOME = cfg.stateDirectory;
      serviceConfig = import ./hardening.nix // {
        User = user;
        Group = user;
        ExecStart = utils.escapeSystemdExecArgs [
          (lib.getExe cfg.package)
          "serve"
          "--config=${format.generate "fediversity.toml" cfg.settings}"
          "--state=${cfg.stateDirectory}"
          "--assets=${shared}/assets"
          "--library=${shared}/nix"
          "--nix=${lib.getExe pkgs.nix}"
          "--busybox=${pkgs.busybox-sandbox-shell}/bin/busybox"
        ];
        ReadWritePaths = [
          cfg.stateDirectory
          identityDirectory
        ];
        Restart = "on-failure";
        # The process that serves local sites outlives the server, and is adopted by the next one.
        KillMode = "process";
      };
    };
  };
}
