use std::{
    env, fs,
    process::{Command, Output},
};

use crate::fixture::{self, Directory};

/// Asks for an output, as somebody does who has no network, and whose store holds nothing.
fn ask(directory: &Directory, output: &str, apply: &str) -> Output {
    Command::new("prlimit")
        .args(["--as=4294967296", "--cpu=60"])
        .arg(fixture::nix())
        .args(["--extra-experimental-features", "nix-command flakes", "--offline", "eval", "--json"])
        .arg("--store")
        .arg(format!("local?root={}", directory.path().join("store").display()))
        .arg(format!("path:{}#{output}", directory.path().join("flake").display()))
        .args(["--apply", apply])
        .env_clear()
        .env("PATH", env::var_os("PATH").expect("a path"))
        .env("HOME", directory.path())
        .output()
        .expect("Nix")
}

#[test]
fn what_the_flake_lists_as_free_of_nixpkgs_needs_no_network() {
    let directory = Directory::new();
    let flake = directory.path().join("flake");
    let project = fixture::library().join("..");
    fs::create_dir(&flake).expect("a directory");
    // What the flake reads while nobody asks for nixpkgs.
    for part in ["flake.nix", "flake.lock", "nix"] {
        fixture::copy(&project.join(part), &flake.join(part));
    }

    let listed = ask(&directory, "lib.free", "free: free");
    let free: Vec<String> = serde_json::from_slice(&listed.stdout).unwrap_or_default();
    let answers = free.iter().map(|output| (output, ask(&directory, output, "value: builtins.deepSeq value true")));
    let failed: Vec<_> = answers
        .filter(|(_, answer)| !answer.status.success())
        .map(|(output, answer)| format!("{output}: {}", String::from_utf8_lossy(&answer.stderr)))
        .collect();
    let other = ask(&directory, "nixosConfigurations.mastodon.config.networking.hostName", "name: name");

    assert!(free.contains(&"lib.catalogue".into()), "{}", String::from_utf8_lossy(&listed.stderr));
    assert_eq!(failed, Vec::<String>::new());
    assert!(!other.status.success(), "a system is made of nixpkgs, which can't be had here");
}
