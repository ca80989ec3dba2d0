{
  description = "Fediverse applications, offered by a hosting provider, chosen in a form, deployed reproducibly";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";

  outputs =
    { self, nixpkgs }:
    let
      onEach = import ./nix/flake/on-each.nix { inherit self nixpkgs; };
    in
    {
      packages = onEach ./nix/flake/packages.nix;
      devShells = onEach ./nix/flake/shells.nix;
      checks = onEach ./nix/flake/checks.nix;
      formatter = onEach ./nix/flake/formatter.nix;
      nixosModules = import ./nix/flake/modules.nix { inherit self nixpkgs; };
      nixosConfigurations = import ./nix/flake/systems.nix { inherit self nixpkgs; };
      lib = import ./nix/flake/library.nix;
    };
}
