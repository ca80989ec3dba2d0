use std::{env, process::Command};

use serde_json::Value;

use crate::fixture::{self, Directory};

/// The library's own suite, with a store that is thrown away.
#[test]
fn the_suite_of_the_library_passes() {
    let store = Directory::new();
    let suite = fixture::library().join("tests");
    let path = env::var_os("PATH").expect("a path");

    let ended = Command::new("prlimit")
        .args(["--as=4294967296", "--cpu=120"])
        .arg(fixture::nix())
        .args(["--extra-experimental-features", "nix-command", "--offline", "eval", "--json"])
        .arg("--store")
        .arg(format!("local?root={}", store.path().display()))
        .arg("--file")
        .arg(&suite)
        .env_clear()
        .env("PATH", path)
        .env("HOME", store.path())
        .output()
        .expect("Nix");

    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let answer: Value = serde_json::from_slice(&ended.stdout).expect("JSON");
    println!("{} expressions passed", answer["passed"]);
    assert_eq!(answer["failed"], serde_json::json!([]));
    assert!(answer["passed"].as_u64().is_some_and(|passed| passed > 0));
}
