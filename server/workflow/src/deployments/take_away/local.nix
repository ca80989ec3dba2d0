# What was deployed, built again from the files beside this one: `nix build`.
{
  description = "A deployment of Fediversity, taken away";

  outputs =
    _:
    let
      system = "x86_64-linux";
      made = import ./modules {
        input = ./deployment.json;
        inherit system;
      };
      inherit (made) configuration;
      checked =
        if configuration.findings == [ ] then
          configuration.closure
        else
          throw (builtins.toJSON configuration.findings);
    in
    {
      packages.${system}.default = checked;
    };
}
