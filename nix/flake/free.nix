/**
  Every output that is free of nixpkgs: what it gives has to be evaluated without a network, even while nixpkgs was never
  fetched. Functions are free of it as well, until somebody gives it to them.
*/
[
  "lib.catalogue"
  "lib.check"
  "lib.contract"
  "lib.examples"
  "lib.faults"
  "lib.free"
  "lib.layouts"
  "lib.migrated"
  "lib.modules"
  "lib.outlooks"
  "lib.requirements"
  "lib.resources"
  "lib.vectors"
  "nixosModules"
]
