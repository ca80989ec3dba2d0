# What was deployed, built again from the files beside this one: `nix build`, or `nixos-rebuild --flake .#HOST`.
{
  description = "A deployment of Fediversity, taken away";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";

  outputs =
    { nixpkgs, ... }:
    let
      system = "x86_64-linux";
      made = import ./modules {
        input = ./deployment.json;
        nixpkgs = nixpkgs.outPath;
        inherit system;
      };
      inherit (made) configuration;
      checked =
        value:
        if configuration.findings == [ ] then
          value
        else
          throw (builtins.toJSON configuration.findings);
    in
    {
      packages.${system}.default = checked configuration.closure;
      nixosConfigurations = checked made.systems;
    };
}
