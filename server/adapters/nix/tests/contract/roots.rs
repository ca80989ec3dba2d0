use std::fs;

use domain::deployment::LibraryPin;
use serde_json::json;
use workflow::port::{builder::Builder, evaluator::Evaluator};

use crate::fixture::{Directory, Fixture, config, library, root, town};

#[tokio::test]
async fn rooted_closures_survive_a_collection_and_released_ones_go() {
    let fixture = Fixture::new();
    let (kept, released) = (root(), root());
    let live = fixture.configure(town()).await.expect("a configuration");
    let old = fixture.configure(json!({ "name": "town", "title": "Before" })).await.expect("a configuration");
    fixture.build(&live, &kept).await.expect("a build");
    fixture.build(&old, &released).await.expect("a build");
    assert!(fixture.nix.collect().await.expect("a collection"));
    assert!(fixture.in_store(&live.out_path) && fixture.in_store(&old.out_path));

    fixture.nix.release(&released).await.expect("a release");
    fixture.nix.release(&released).await.expect("a release again");
    assert!(fixture.nix.collect().await.expect("a collection"));

    assert_eq!(fixture.nix.roots().await.expect("roots"), [kept]);
    assert!(fixture.in_store(&live.out_path) && !fixture.in_store(&old.out_path));
    assert!(!fixture.nix.knows(&old).await.expect("an answer"));
}

#[tokio::test]
async fn roots_hold_after_the_state_directory_was_renamed() {
    let directory = Directory::new();
    let (before, after) = (directory.path().join("before"), directory.path().join("after"));
    let nix = adapter_nix::Nix::new(config(&library(), &before)).expect("Nix");
    let configuration = crate::fixture::configure(&nix, town()).await.expect("a configuration");
    let pin = nix.pin().await.expect("a pin");
    let root = root();
    nix.build(&configuration, &root, crate::fixture::nobody()).await.expect("a build");
    drop(nix);

    fs::rename(&before, &after).expect("a new name");
    let nix = adapter_nix::Nix::new(config(&library(), &after)).expect("Nix");
    assert!(nix.collect().await.expect("a collection"));

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

    assert!(fixture.nix.collect().await.expect("a collection"));
    fixture.nix.catalogue(&pin).await.expect("the earlier library still answers");
    let link = fixture.state().join(format!("nix/nix/var/nix/gcroots/fediversity/library-{}", pin.0));
    fs::remove_file(&link).expect("the root");
    assert!(fixture.nix.assert_pin(&pin).await.expect("an answer"));
    assert!(fixture.nix.collect().await.expect("a collection"));
    assert!(fixture.nix.assert_pin(&pin).await.expect("an answer"));

    fs::remove_file(&link).expect("the root");
    assert!(fixture.nix.collect().await.expect("a collection"));
    assert!(!fixture.nix.assert_pin(&pin).await.expect("an answer"));
    assert!(fixture.nix.assert_pin(&next).await.expect("an answer"));
}

#[tokio::test]
async fn a_library_that_was_collected_is_added_again() {
    let fixture = Fixture::new();
    let pin = fixture.nix.pin().await.expect("a pin");
    let link = fixture.state().join(format!("nix/nix/var/nix/gcroots/fediversity/library-{}", pin.0));
    fs::remove_file(link).expect("the root");
    assert!(fixture.nix.collect().await.expect("a collection"));

    assert_eq!(fixture.nix.pin().await.expect("a pin"), pin);

    fixture.nix.catalogue(&pin).await.expect("the catalogue");
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
async fn a_collection_waits_for_its_turn() {
    let fixture = Fixture::new();
    let lock = fs::File::create(fixture.state().join("nix/lock")).expect("the lock");

    lock.lock_shared().expect("a process that uses the store");
    assert!(!fixture.nix.collect().await.expect("an answer"));
    lock.unlock().expect("its end");

    assert!(fixture.nix.collect().await.expect("a collection"));
}
