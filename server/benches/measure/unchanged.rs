//! Options that did not change: how soon the plan says so, and that nothing happens.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    time::{Duration, Instant},
};

use crate::{
    journey::Journey,
    processes,
    report::Row,
    statistics::{median, milliseconds},
};

const TIMES: usize = 20;
const RESTARTS: usize = 5;
const TITLE: &str = "Choir of Weidenau";

pub(crate) fn measure() -> Vec<Row> {
    let mut journey = Journey::begin();
    let deployment = journey.go_live("town", TITLE);
    let before = traces(&journey.place.path("state"));

    let warm: Vec<f64> = (0..TIMES).map(|_| milliseconds(plan(&mut journey, &deployment))).collect();
    let cold: Vec<f64> = (0..RESTARTS)
        .map(|_| {
            journey.restart(&[]);
            milliseconds(plan(&mut journey, &deployment))
        })
        .collect();

    let after = traces(&journey.place.path("state"));
    let changes = u32::try_from(before.symmetric_difference(&after).count()).expect("not that many");
    vec![
        Row::new("unchanged options: plan says so, median of 20", median(&warm), "ms").limit(300.0),
        Row::new("unchanged options: plan says so, first time after a start, median of 5", median(&cold), "ms")
            .limit(300.0),
        Row::new(
            "unchanged options: store paths, roots, links and site processes that changed",
            changes.into(),
            "count",
        )
        .limit(0.0),
    ]
}

/// From the request that plans to the whole page that says that nothing would change.
fn plan(journey: &mut Journey, deployment: &str) -> Duration {
    let sent = Instant::now();
    let review = journey.review(deployment, "town", TITLE);
    let page = journey.operator.page(&review);
    let took = sent.elapsed();
    assert!(page.contains("Nothing would change"), "{page}");
    took
}

/// Everything that building, activating or restarting would change.
fn traces(state: &Path) -> BTreeSet<String> {
    let store = fs::read_dir(state.join("nix/nix/store")).expect("the store").filter_map(Result::ok);
    let mut traces: BTreeSet<String> = store.map(|entry| format!("{:?}", entry.file_name())).collect();
    traces.extend(processes::sites(state).iter().map(|process| format!("{process:?}")));
    links(&state.join("nix/nix/var/nix/gcroots"), &mut traces);
    links(&state.join("local"), &mut traces);
    traces
}

fn links(directory: &Path, traces: &mut BTreeSet<String>) {
    for entry in fs::read_dir(directory).expect("a directory").filter_map(Result::ok) {
        let (path, kind) = (entry.path(), entry.file_type().expect("a kind"));
        if kind.is_dir() {
            links(&path, traces);
        } else if kind.is_symlink() {
            let made = entry.metadata().and_then(|metadata| metadata.modified()).expect("a time");
            traces.insert(format!("{path:?} {:?} {made:?}", fs::read_link(&path)));
        }
    }
}
