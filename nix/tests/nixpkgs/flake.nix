{
  description = "Stands in for nixpkgs in tests";

  outputs = _: {
    lib = import ./lib // {
      nixosSystem = arguments: import ./nixos/lib/eval-config.nix ({ system = null; } // arguments);
    };
    legacyPackages = builtins.listToAttrs (
      map
        (system: {
          name = system;
          value = import ./. { inherit system; };
        })
        [
          "x86_64-linux"
          "aarch64-linux"
        ]
    );
  };
}
