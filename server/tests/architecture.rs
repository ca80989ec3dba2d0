//! The one direction of dependencies that ARCHITECTURE.md draws, held over `cargo metadata`.

#![expect(clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde_json::Value;

/// What each crate may depend on within the workspace.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("workflow", &["domain"]),
    ("app", &["domain", "workflow"]),
    ("frontend", &["app"]),
    ("store", &["domain", "workflow"]),
    ("adapter-age", &["domain", "workflow"]),
    ("adapter-local", &["domain", "workflow"]),
    ("adapter-nix", &["domain", "processes", "workflow"]),
    ("adapter-ssh", &["domain", "processes", "workflow"]),
    ("peer-host", &[]),
    ("peer-proxmox", &[]),
    ("processes", &[]),
    ("server", &["adapter-age", "adapter-local", "adapter-nix", "adapter-ssh", "app", "domain", "store", "workflow"]),
];

/// What each outside thing may be named by.
const RESERVED: &[(&str, &[&str])] = &[
    ("age", &["adapter-age"]),
    ("sea-orm", &["store"]),
    ("sea-orm-migration", &["store"]),
    ("reqwest", &["adapter-local", "adapter-ssh"]),
    ("web-sys", &["app"]),
];

/// Each crate of the workspace with what it depends on when it is built (not when it is tested).
fn crates() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo metadata");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("the answer of cargo metadata");
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().expect("packages");
    packages
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"].as_array().expect("dependencies");
            (name(package), dependencies.iter().filter(|dependency| dependency["kind"].is_null()).map(name).collect())
        })
        .collect()
}

#[test]
fn crates_depend_on_each_other_in_one_direction() {
    let crates = crates();
    let ours: BTreeSet<&String> = crates.keys().collect();

    for (name, dependencies) in &crates {
        let allowed = ALLOWED.iter().find(|(known, _)| known == name).map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| panic!("the crate {name} has no row here: what may it depend on?"));
        let used: Vec<&String> = dependencies.iter().filter(|dependency| ours.contains(dependency)).collect();
        for used in used {
            assert!(allowed.contains(&used.as_str()), "{name} must not depend on {used}");
        }
    }
}

#[test]
fn outside_things_are_named_where_they_belong() {
    for (name, dependencies) in crates() {
        for (outside, by) in RESERVED {
            assert!(!dependencies.contains(*outside) || by.contains(&name.as_str()), "{name} must not name {outside}");
        }
    }
}
