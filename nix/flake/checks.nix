/**
  What `nix flake check` builds: the package, the form of the Nix files, the Nix library's tests, and machines on which each
  example system, the server and the disk image are tried. The machines need KVM, and what runs on them a network once.
*/
{
  self,
  pkgs,
  system,
}:
let
  inherit (pkgs) runCommand testers;
  examples = import ./examples.nix;
  test = import ./tests/applications.nix { inherit self pkgs; };

  # Proxmox VE, and so its guest, is of one kind of processor only.
  images =
    if system == "x86_64-linux" then
      { guest = import ./tests/guest.nix { inherit self pkgs; }; }
    else
      { };
in
builtins.mapAttrs (name: applications: test { inherit name applications; }) examples.systems
// images
// {
  package = self.packages.${system}.default;

  formatting = runCommand "formatting" { nativeBuildInputs = [ pkgs.nixfmt ]; } ''
    find ${self} -name '*.nix' -exec nixfmt --check {} +
    touch $out
  '';

  library = runCommand "library" { failed = builtins.toJSON (import ../tests).failed; } ''
    [ "$failed" = "[]" ] || { echo "$failed"; exit 1; }
    touch $out
  '';

  server = testers.runNixOSTest (import ./tests/server.nix { inherit self; });
}
