use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use adapter_nix::{Nix, NixConfig, ProbeError};

use crate::fixture::{Directory, Fixture, config, library};

#[tokio::test]
async fn this_machine_is_fit() {
    Fixture::new().nix.probe().await.expect("nothing to complain about");
}

async fn complaint(change: impl FnOnce(&Path, &mut NixConfig)) -> ProbeError {
    let directory = Directory::new();
    let mut config = config(&library(), &directory.path().join("state"));
    change(directory.path(), &mut config);
    Nix::new(config).expect("Nix").probe().await.expect_err("a complaint")
}

/// A program that says this and nothing else.
fn saying(directory: &Path, said: &str) -> std::path::PathBuf {
    let program = directory.join("nix");
    fs::write(&program, format!("#!/bin/sh\necho '{said}'\n")).expect("a program");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a program");
    program
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let no_nix = complaint(|_, config| config.nix = "/nowhere/nix".into()).await;
    let old = complaint(|directory, config| config.nix = saying(directory, "nix (Nix) 2.8.0")).await;
    let strange = complaint(|directory, config| config.nix = saying(directory, "hello")).await;
    let no_busybox = complaint(|_, config| config.busybox = "/nowhere/busybox".into()).await;
    let no_program = complaint(|_, config| config.busybox = library().join("default.nix")).await;

    assert_eq!(no_nix.to_string(), "there is no Nix at “/nowhere/nix”");
    assert!(matches!(&old, ProbeError::TooOld { found, .. } if found == "2.8.0"), "{old}");
    assert!(matches!(strange, ProbeError::NoAnswer { .. }));
    assert!(matches!(no_busybox, ProbeError::NoBusybox(..)));
    assert!(matches!(no_program, ProbeError::NotStatic(_)));
}
