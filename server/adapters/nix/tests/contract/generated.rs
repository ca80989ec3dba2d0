//! Options that nobody chose, through the whole library: the suite of `nix/tests/generated`.
//!
//! `FEDIVERSITY_GENERATED` says how many sets of valid options each application and all of them together get.

use std::{collections::VecDeque, env, fs, process::Command, sync::Mutex, thread};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::fixture::{self, Directory};

/// What two processors do in a minute; all that was promised are 500.
const VALID: usize = 200;
const INVALID: usize = 1_000;
/// So many go into one process, so that none needs much memory.
const AT_ONCE: usize = 50;

/// What one process is asked.
#[derive(Clone, Debug)]
struct Range {
    kind: &'static str,
    applications: Vec<String>,
    from: usize,
    count: usize,
}

#[derive(Deserialize)]
struct Answer {
    passed: usize,
    failed: Vec<Value>,
}

fn applications() -> Vec<String> {
    let entries = fs::read_dir(fixture::library().join("applications")).expect("applications");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
    names.sort();
    names
}

fn ranges(kind: &'static str, applications: &[String], count: usize) -> Vec<Range> {
    let parts = (0..count).step_by(AT_ONCE);
    let part = |from| Range { kind, applications: applications.to_vec(), from, count: AT_ONCE.min(count - from) };
    parts.map(part).collect()
}

fn evaluate(range: &Range, store: &Directory) -> Answer {
    let ended = Command::new("prlimit")
        .args(["--as=4294967296", "--cpu=240"])
        .arg(fixture::nix())
        .args(["--extra-experimental-features", "nix-command", "--offline", "eval", "--json", "--read-only"])
        .arg("--store")
        .arg(format!("local?root={}", store.path().display()))
        .arg("--file")
        .arg(fixture::library().join("tests/generated"))
        .args(["--argstr", "kind", range.kind, "--argstr", "applications"])
        .arg(json!(range.applications).to_string())
        .args(["--argstr", "from", &range.from.to_string(), "--argstr", "count", &range.count.to_string()])
        .arg("suite")
        .env_clear()
        .env("PATH", env::var_os("PATH").expect("a path"))
        .env("HOME", store.path())
        .output()
        .expect("Nix");
    assert!(ended.status.success(), "{range:?}: {}", String::from_utf8_lossy(&ended.stderr));
    serde_json::from_slice(&ended.stdout).expect("JSON")
}

/// Evaluates ranges on two processors; all of them have to pass.
fn pass(ranges: Vec<Range>) {
    let wanted: usize = ranges.iter().map(|range| range.count).sum();
    let (waiting, passed) = (Mutex::new(VecDeque::from(ranges)), Mutex::new(0));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let store = Directory::new();
                loop {
                    let next = waiting.lock().expect("a lock").pop_front();
                    let Some(range) = next else { return };
                    let answer = evaluate(&range, &store);
                    assert!(answer.failed.is_empty(), "{range:?}: {}", json!(answer.failed));
                    *passed.lock().expect("a lock") += answer.passed;
                }
            });
        }
    });
    let passed = passed.into_inner().expect("a number");
    println!("{passed} sets of options passed");
    assert_eq!(passed, wanted);
}

#[test]
fn generated_options_become_systems_whose_options_exist_and_fit() {
    let count = env::var("FEDIVERSITY_GENERATED").map_or(VALID, |count| count.parse().expect("a number"));
    let applications = applications();

    let alone = applications.iter().flat_map(|name| ranges("valid", std::slice::from_ref(name), count));

    pass(alone.chain(ranges("valid", &applications, count)).collect());
}

#[test]
fn options_with_one_mistake_are_refused_with_its_place() {
    pass(ranges("invalid", &applications(), INVALID));
}
