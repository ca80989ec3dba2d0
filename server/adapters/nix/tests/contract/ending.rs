//! Whatever ends the one who waits ends Nix and its builders, too.

use std::{
    env, fs,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use adapter_nix::Limits;
use serde_json::json;
use uuid::Uuid;

use crate::fixture::{Fixture, builder, root};

/// The ids of processes with exactly this argument.
fn running(argument: &str) -> Vec<u32> {
    let entries = fs::read_dir("/proc").expect("processes");
    let ids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    ids.filter(|id: &u32| {
        let arguments = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        arguments.split(|byte| *byte == 0).any(|found| found == argument.as_bytes())
    })
    .collect()
}

/// Waits until so many processes have this argument.
async fn until(argument: &str, wanted: impl Fn(usize) -> bool) {
    let started = Instant::now();
    while !wanted(running(argument).len()) {
        assert!(started.elapsed() < Duration::from_secs(60), "processes with {argument}: {:?}", running(argument));
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// A length of sleep that no other process has.
fn seconds() -> String {
    (1_000_000_000 + u64::from(Uuid::new_v4().as_fields().0)).to_string()
}

/// A builder that leaves its process group and session behind, and sleeps.
fn sleeping(seconds: &str) -> String {
    format!("setsid sleep {seconds} & exec sleep {seconds}")
}

#[tokio::test]
async fn dropping_a_build_leaves_no_builder() {
    let seconds = seconds();
    let fixture = Fixture::building(&sleeping(&seconds), Limits::default());
    let configuration = fixture.configure(json!({})).await.expect("a configuration");
    let root = root();

    tokio::select! {
        built = fixture.build(&configuration, &root) => panic!("it ended: {built:?}"),
        () = until(&seconds, |running| running == 2) => {}
    }

    until(&seconds, |running| running == 0).await;
}

#[tokio::test]
async fn a_build_that_is_ended_by_the_clock_leaves_no_builder() {
    let seconds = seconds();
    let fixture = Fixture::building(&sleeping(&seconds), Limits { build_seconds: 5, ..Limits::default() });
    let configuration = fixture.configure(json!({})).await.expect("a configuration");
    let root = root();

    let (built, ()) = tokio::join!(fixture.build(&configuration, &root), until(&seconds, |running| running == 2));

    assert!(built.is_err());
    until(&seconds, |running| running == 0).await;
}

#[tokio::test]
async fn a_killed_build_can_be_built_afterwards() {
    let seconds = format!("2.{}", seconds());
    let fixture = Fixture::building(&format!("sleep {seconds}; echo done > \"$out\""), Limits::default());
    let configuration = fixture.configure(json!({})).await.expect("a configuration");
    let root = root();
    tokio::select! {
        built = fixture.build(&configuration, &root) => panic!("it ended: {built:?}"),
        () = until(&seconds, |running| running == 1) => {}
    }

    let build = fixture.build(&configuration, &root).await.expect("a build");

    assert_eq!(fs::read_to_string(build.directory).expect("the closure"), "done\n");
}

/// Set where this program plays the parent that is killed; what it is to do.
const ROLE: &str = "FEDIVERSITY_TEST_PARENT";

const ENDLESS: &str = "{ input ? null, system ? null }: { configuration = let l = builtins.genList (x: x) 10000; in \
    builtins.foldl' (a: _: builtins.foldl' (a: _: builtins.foldl' (a: _: a) a l) a l) 0 l; }";

/// Runs this test again in a process of its own, kills that, and sees that nothing with the argument is left.
async fn killing_the_parent_leaves_nothing(test: &str, library: &str, argument: Option<&str>) {
    let fixture = Fixture::with(library, Limits::default());
    let (state, library) = (fixture.state(), fixture.library());
    let role = serde_json::to_string(&(&state, &library)).expect("the role");
    let mut parent = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", test, "--nocapture"])
        .env(ROLE, role)
        .stdout(Stdio::null())
        .spawn()
        .expect("the parent");
    // Every evaluation and build names the store.
    let store = format!("local?root={}", fixture.state().join("nix").canonicalize().expect("the store").display());
    let argument = argument.unwrap_or(&store);
    match argument == store {
        true => until("eval", |_| running("eval").iter().any(|id| running(&store).contains(id))).await,
        false => until(argument, |running| running == 2).await,
    }

    parent.kill().expect("a kill");
    parent.wait().expect("its end");

    until(argument, |running| running == 0).await;
    until(&store, |running| running == 0).await;
}

/// Plays the parent, where that is wanted.
async fn plays_the_parent() -> bool {
    let Ok(role) = env::var(ROLE) else { return false };
    let (state, library): (std::path::PathBuf, std::path::PathBuf) = serde_json::from_str(&role).expect("the role");
    let limits = Limits { evaluation_seconds: 600, evaluation_cpu_seconds: 600, ..Limits::default() };
    let config = adapter_nix::NixConfig { limits, ..crate::fixture::config(&library, &state) };
    let nix = adapter_nix::Nix::new(config).expect("Nix");
    let configuration = crate::fixture::configure(&nix, json!({})).await.expect("a configuration");
    let built = workflow::port::builder::Builder::build(&nix, &configuration, &root(), crate::fixture::nobody()).await;
    panic!("it was not killed: {built:?}");
}

#[tokio::test]
async fn killing_the_parent_ends_its_evaluation() {
    if !plays_the_parent().await {
        let test = "ending::killing_the_parent_ends_its_evaluation";
        killing_the_parent_leaves_nothing(test, ENDLESS, None).await;
    }
}

#[tokio::test]
async fn killing_the_parent_ends_its_build() {
    if !plays_the_parent().await {
        let seconds = seconds();
        let test = "ending::killing_the_parent_ends_its_build";
        killing_the_parent_leaves_nothing(test, &builder(&sleeping(&seconds)), Some(&seconds)).await;
    }
}
