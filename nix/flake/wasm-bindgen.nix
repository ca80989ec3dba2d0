/**
  The command that writes the front-end's glue; its version has to be the crate's, which nixpkgs may not have yet.

  To follow the crate: change the version, clear the hash, build, and enter the hash that Nix tells.
*/
{
  buildWasmBindgenCli,
  fetchCrate,
  rustPlatform,
}:
let
  src = fetchCrate {
    pname = "wasm-bindgen-cli";
    version = "0.2.130";
    hash = "sha256-9Og1O/6/VC3sc5hBjoIWBErmLW2UHGMsTQO+6+m/dng=";
  };
in
buildWasmBindgenCli {
  inherit src;
  cargoDeps = rustPlatform.importCargoLock { lockFile = src + "/Cargo.lock"; };
}
