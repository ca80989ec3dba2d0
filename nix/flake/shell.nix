/**
  What `make run` and `make test` look for, for machines with Nix instead of Debian's packages.
*/
{
  binaryen,
  busybox-sandbox-shell,
  callPackage,
  cargo,
  cargo-deny,
  chromium,
  clippy,
  mkShell,
  nix,
  nixfmt,
  nodejs,
  postgresql,
  rustc,
  rustfmt,
  trunk,
  typos,
}:
mkShell {
  packages = [
    binaryen
    busybox-sandbox-shell
    cargo
    cargo-deny
    chromium
    clippy
    nix
    nixfmt
    nodejs
    postgresql
    rustc
    rustc.llvmPackages.lld
    rustfmt
    trunk
    typos
    (callPackage ./wasm-bindgen.nix { })
  ];
  env.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER = "wasm-ld";
}
