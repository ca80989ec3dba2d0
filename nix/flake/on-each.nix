/**
  An output on each system: the file of a function of `{ self, pkgs, system }` -> `{ <system> = what it gives; }`.

  **Invariant:** which systems there are is said without nixpkgs. Whoever asks for `.#lib.catalogue` is first looked for
  among the packages of their system, and must not have to fetch nixpkgs for that.
*/
{ self, nixpkgs }:
file:
builtins.listToAttrs (
  map
    (system: {
      name = system;
      value = import file {
        inherit self system;
        pkgs = nixpkgs.legacyPackages.${system};
      };
    })
    [
      "x86_64-linux"
      "aarch64-linux"
    ]
)
