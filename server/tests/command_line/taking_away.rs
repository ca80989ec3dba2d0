//! A deployment that is taken away builds what is live: in any directory, with Nix alone.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{program::Place, story::Story};

/// Nix, as somebody has it who has none of this software, and whose store is empty.
fn nix(store: &Path, arguments: &[&str]) -> String {
    let busybox = busybox();
    let ended = Command::new("nix")
        .args(["--extra-experimental-features", "nix-command flakes", "--offline"])
        .arg("--store")
        .arg(format!("local?root={}", store.display()))
        .args(["--option", "sandbox-paths", &format!("/bin/sh={}", busybox.display())])
        .args(["--option", "build-users-group", "", "--option", "substituters", ""])
        .args(arguments)
        .env("HOME", store)
        .output()
        .expect("Nix");
    assert!(ended.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).expect("text").trim().to_owned()
}

fn busybox() -> PathBuf {
    let path = std::env::var_os("PATH").expect("a path");
    let found = std::env::split_paths(&path).map(|directory| directory.join("busybox")).find(|found| found.is_file());
    found.and_then(|found| found.canonicalize().ok()).expect("a static busybox")
}

/// Exports a deployment; says where to, and which store path it promises.
fn export(place: &Place, deployment: &str, name: &str) -> (PathBuf, String) {
    let directory = place.path(name);
    let asked = ["--as", "ada@example.org", "--organisation", "town", deployment];
    let said = place.run("export", &[&asked[..], &[directory.to_str().expect("a path")]].concat());
    assert_eq!(said.code, Some(0), "{said:?}");
    let promised = said.out.lines().find_map(|line| line.strip_prefix("It builds ")).expect("a store path").to_owned();
    (directory, promised)
}

#[test]
fn what_is_taken_away_builds_what_is_live_in_any_directory() {
    let story = Story::begin();
    let deployment = story.create();
    let server = story.place.serve(&[]);
    let run = story.deploy(deployment, "Our town");
    story.ends_well(run);
    server.terminate();

    let built: Vec<_> = ["one", "two"]
        .map(|name| {
            let (directory, promised) = export(&story.place, &deployment.to_string(), name);
            let store = story.place.path(&format!("{name}-store"));
            let flake = format!("path:{}", directory.display());
            let built = nix(&store, &["build", "--no-link", "--print-out-paths", &flake]);
            let page = store.join(built.trim_start_matches('/')).join("homepage.site/files/index.html");
            assert!(fs::read_to_string(page).expect("the page").contains("Our town"));
            assert_eq!(built, promised, "{name}");
            built
        })
        .into();

    assert_eq!(built[0], built[1]);
    assert_eq!(PathBuf::from(&built[0]).file_name(), story.live_closure(deployment).file_name());
}

#[test]
fn hosts_that_are_taken_away_are_the_same_systems() {
    let place = Place::new();
    let stand_in = place.library.join("tests/nixpkgs").canonicalize().expect("a nixpkgs");
    place.configure(&format!(
        "[paths]\nnixpkgs = {stand_in:?}\nnixpkgs_source = \"github:NixOS/nixpkgs/34268251cf5547d39063f2c5ea9a196246f7f3a6\"\n\
         [[environments]]\nkind = \"proxmox\"\nname = \"Town hall\"\nsettings.relay.server = \"mail.example.org\"\n\
         policies.tls-certificate = {{ termsAccepted = true, contact = \"post@example.org\" }}\n"
    ));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async { place.settle().await.0.records.close().await });
    let options = place.write(
        "options.json",
        r#"{"domain":"photos.example.org","name":"Photos","administrator":{"user":"ada","email":"ada@example.org"}}"#,
    );
    let asked = "--as ada@example.org --organisation town --application pixelfed --environment proxmox";
    let asked: Vec<&str> = asked.split(' ').chain([options.to_str().expect("a path")]).collect();
    let planned = place.run("plan", &asked);
    assert_eq!(planned.code, Some(0), "{planned:?}");
    let (_, rest) = planned.out.split_once("of deployment ").expect("a deployment");

    let built: Vec<_> = ["one", "two"]
        .map(|name| {
            let (directory, promised) = export(&place, &rest[..36], name);
            let flake = fs::read_to_string(directory.join("flake.nix")).expect("a flake");
            assert!(flake.contains("github:NixOS/nixpkgs/34268251cf5547d39063f2c5ea9a196246f7f3a6"), "{flake}");
            let output =
                format!("path:{}#packages.{}-linux.default.outPath", directory.display(), std::env::consts::ARCH);
            let nixpkgs = format!("path:{}", stand_in.display());
            let store = place.path(&format!("{name}-store"));
            let evaluated = nix(&store, &["eval", "--raw", "--override-input", "nixpkgs", &nixpkgs, &output]);
            assert_eq!(evaluated, promised, "{name}");
            evaluated
        })
        .into();

    assert_eq!(built[0], built[1]);
}
