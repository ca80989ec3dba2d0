use std::{fs, os::unix::fs::symlink, process::Command};

use adapter_nix::Nix;
use domain::deployment::LibraryPin;
use serde_json::json;
use workflow::port::{
    builder::{Builder, Root},
    evaluator::Evaluator,
};

use crate::fixture::{Directory, Fixture, collect, config, library, root, town};

#[tokio::test]
async fn rooted_closures_survive_a_collection_and_released_ones_go() {
    let fixture = Fixture::new();
    let (kept, released) = (root(), root());
    let live = fixture.configure(town()).await.expect("a configuration");
    let old = fixture.configure(json!({ "name": "town", "title": "Before" })).await.expect("a configuration");
    fixture.build(&live, &kept).await.expect("a build");
    fixture.build(&old, &released).await.expect("a build");
    collect(&fixture.nix).await;
    assert!(fixture.in_store(&live.out_path) && fixture.in_store(&old.out_path));

    fixture.nix.release(&released).await.expect("a release");
    fixture.nix.release(&released).await.expect("a release again");
    collect(&fixture.nix).await;

    assert_eq!(fixture.nix.roots().await.expect("roots"), [kept]);
    assert!(fixture.in_store(&live.out_path) && !fixture.in_store(&old.out_path));
    assert!(!fixture.nix.knows(&old).await.expect("an answer"));
}

#[tokio::test]
async fn roots_hold_after_the_state_directory_was_renamed() {
    let directory = Directory::new();
    let (before, after) = (directory.path().join("before"), directory.path().join("after"));
    let nix = Nix::new(config(&library(), &before)).expect("Nix");
    let configuration = crate::fixture::configure(&nix, town()).await.expect("a configuration");
    let pin = nix.pin().await.expect("a pin");
    let root = root();
    nix.build(&configuration, &root, crate::fixture::nobody()).await.expect("a build");
    drop(nix);

    fs::rename(&before, &after).expect("a new name");
    let nix = Nix::new(config(&library(), &after)).expect("Nix");
    collect(&nix).await;

    assert!(nix.assert_pin(&pin).await.expect("an answer"));
    let build = nix.build(&configuration, &root, crate::fixture::nobody()).await.expect("a build");
    assert!(build.directory.starts_with(after.canonicalize().expect("the state")) && build.directory.exists());
}

#[tokio::test]
async fn a_library_stays_until_its_root_is_lost_and_a_pin_changes_with_its_modules_only() {
    let expression = "{ input ? null, system ? null }: { catalogue = { applications = [ ]; environments = [ ]; }; }";
    let fixture = Fixture::with(expression, adapter_nix::Limits::default());
    let pin = fixture.nix.pin().await.expect("a pin");

    fs::create_dir(fixture.library().join("tests")).expect("tests");
    fs::write(fixture.library().join("tests/default.nix"), "{ }").expect("a test");
    assert_eq!(fixture.nix.pin().await.expect("a pin"), pin);
    fs::write(fixture.library().join("default.nix"), format!("{expression} # changed")).expect("a change");
    let next = fixture.nix.pin().await.expect("a pin");
    assert_ne!(next, pin);

    collect(&fixture.nix).await;
    fixture.nix.catalogue(&pin).await.expect("the earlier library still answers");
    let link = fixture.state().join(format!("nix/nix/var/nix/gcroots/fediversity/library-{}", pin.0));
    fs::remove_file(&link).expect("the root");
    assert!(fixture.nix.assert_pin(&pin).await.expect("an answer"));
    collect(&fixture.nix).await;
    assert!(fixture.nix.assert_pin(&pin).await.expect("an answer"));

    fs::remove_file(&link).expect("the root");
    collect(&fixture.nix).await;
    assert!(!fixture.nix.assert_pin(&pin).await.expect("an answer"));
    assert!(fixture.nix.assert_pin(&next).await.expect("an answer"));
}

#[tokio::test]
async fn a_library_that_was_collected_is_added_again() {
    let fixture = Fixture::new();
    let pin = fixture.nix.pin().await.expect("a pin");
    let link = fixture.state().join(format!("nix/nix/var/nix/gcroots/fediversity/library-{}", pin.0));
    fs::remove_file(link).expect("the root");
    collect(&fixture.nix).await;

    assert_eq!(fixture.nix.pin().await.expect("a pin"), pin);

    fixture.nix.catalogue(&pin).await.expect("the catalogue");
}

/// As if nobody had used a library for two hours.
fn age(fixture: &Fixture, pin: &LibraryPin) {
    let link = fixture.state().join(format!("nix/nix/var/nix/gcroots/fediversity/library-{}", pin.0));
    let aged = Command::new("touch").args(["--no-dereference", "--date=2 hours ago"]).arg(link).status();
    assert!(aged.expect("touch").success());
}

#[tokio::test]
async fn libraries_that_nothing_uses_go_when_they_are_old() {
    let expression = "{ input ? null, system ? null }: { catalogue = { applications = [ ]; environments = [ ]; }; }";
    let fixture = Fixture::with(expression, adapter_nix::Limits::default());
    let mut pins = Vec::new();
    for version in ["used", "unused", "young", "today"] {
        fs::write(fixture.library().join("default.nix"), format!("{expression} # {version}")).expect("a change");
        pins.push(fixture.nix.pin().await.expect("a pin"));
    }
    let [used, unused, young, today] = pins.as_slice() else { panic!("four pins") };
    for pin in [used, unused, today] {
        age(&fixture, pin);
    }

    fixture.nix.release_libraries_but(std::slice::from_ref(used)).await.expect("released");
    collect(&fixture.nix).await;

    for (pin, stays) in [(used, true), (unused, false), (young, true), (today, true)] {
        assert_eq!(fixture.nix.assert_pin(pin).await.expect("an answer"), stays);
    }
}

#[tokio::test]
async fn a_library_that_another_process_plans_with_stays_without_a_revision() {
    let expression = "{ input ? null, system ? null }: { catalogue = { applications = [ ]; environments = [ ]; }; }";
    let fixture = Fixture::with(expression, adapter_nix::Limits::default());
    let other = Nix::new(config(&library(), &fixture.state())).expect("Nix");
    other.pin().await.expect("a library of its own");
    let pin = fixture.nix.pin().await.expect("a pin");
    age(&fixture, &pin);

    assert_eq!(fixture.nix.pin().await.expect("planning begins"), pin);
    other.release_libraries_but(&[]).await.expect("released");
    collect(&other).await;

    fixture.nix.catalogue(&pin).await.expect("planning goes on");
    age(&fixture, &pin);
    other.release_libraries_but(&[]).await.expect("released");
    collect(&other).await;
    assert!(!fixture.in_store(&format!("/nix/store/{}", pin.0)));
    assert_eq!(fixture.nix.pin().await.expect("added again"), pin);
    assert!(fixture.in_store(&format!("/nix/store/{}", pin.0)));
}

#[tokio::test]
async fn a_pin_that_is_no_store_path_leads_nowhere() {
    let fixture = Fixture::new();

    for wrong in ["", "../../../../etc", "--help", "00000000000000000000000000000000-a/b"] {
        let pin = LibraryPin(wrong.into());

        assert!(fixture.nix.assert_pin(&pin).await.is_err());
        assert!(fixture.nix.catalogue(&pin).await.is_err());
    }
}

#[tokio::test]
async fn what_a_killed_build_left_is_in_nobodys_way() {
    let fixture = Fixture::new();
    let (root, other) = (root(), root());
    let configuration = fixture.configure(town()).await.expect("a configuration");
    let roots = fixture.state().join("nix/nix/var/nix/gcroots/fediversity");
    // Of a process whose id is 1 in its namespace, with the first number that rand() gives.
    let left = |root: &Root| roots.join(format!("{}.{}.tmp-1-1804289383", root.deployment, root.revision));
    for root in [&root, &other] {
        symlink("/nix/store/00000000000000000000000000000000-old", left(root)).expect("a link");
    }

    fixture.build(&configuration, &root).await.expect("a build");

    assert!(!left(&root).is_symlink());
    assert!(left(&other).is_symlink(), "that one may be at work");
}

#[tokio::test]
async fn a_collection_waits_for_its_turn() {
    let fixture = Fixture::new();
    let lock = fs::File::create(fixture.state().join("nix/lock")).expect("the lock");

    lock.lock_shared().expect("a process that uses the store");
    assert!(!fixture.nix.collect().await.expect("an answer"));
    lock.unlock().expect("its end");

    collect(&fixture.nix).await;
}
