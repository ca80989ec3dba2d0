/**
  The server, with the front-end and the Nix library that it is started with below share/fediversity.
*/
{
  lib,
  binaryen,
  callPackage,
  nodejs,
  rustc,
  rustPlatform,
  trunk,
}:
let
  manifest = lib.importTOML ../../Cargo.toml;
in
rustPlatform.buildRustPackage {
  pname = "fediversity";
  inherit (manifest.workspace.package) version;

  src = lib.fileset.toSource {
    root = ../..;
    fileset = lib.fileset.unions [
      ../../Cargo.toml
      ../../Cargo.lock
      ../../Trunk.toml
      ../../app
      ../../frontend
      ../../nix
      ../../server
      ../../style
    ];
  };
  cargoLock.lockFile = ../../Cargo.lock;

  nativeBuildInputs = [
    binaryen
    nodejs
    rustc.llvmPackages.lld
    trunk
    (callPackage ./wasm-bindgen.nix { })
  ];
  env.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER = "wasm-ld";

  cargoBuildFlags = [ "--package=server" ];
  # The tests want a browser, a database server and a Nix of their own: `make test` runs them.
  doCheck = false;

  postBuild = ''
    HOME=$TMPDIR trunk build
  '';
  postInstall = ''
    mkdir -p $out/share/fediversity
    cp -r frontend/dist $out/share/fediversity/assets
    cp -r nix $out/share/fediversity/nix
  '';

  meta = {
    description = "Fediverse applications, offered by a hosting provider and chosen in a form";
    mainProgram = "fediversity";
    platforms = lib.platforms.linux;
  };
}
