{
  description = "Fediverse applications, offered by a hosting provider, chosen in a form, deployed reproducibly";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";

  outputs =
    { self, nixpkgs }:
    let
      inherit (nixpkgs) lib;
      systems = [
        "x86_64-linux"
        "aarch64-linux"
      ];
      eachSystem = output: lib.genAttrs systems (system: output nixpkgs.legacyPackages.${system});
    in
    {
      packages = eachSystem (pkgs: {
        default = pkgs.callPackage ./nix/flake/package.nix { };
      });
      devShells = eachSystem (pkgs: {
        default = pkgs.callPackage ./nix/flake/shell.nix { };
      });
      checks = eachSystem (pkgs: pkgs.callPackage ./nix/flake/checks.nix { inherit self; });
      formatter = eachSystem (pkgs: pkgs.nixfmt);
      nixosModules = {
        default = import ./nix/flake/module.nix { inherit self; };
        applications = import ./nix/nixos/plain.nix { };
      };
    };
}
