//! A thousand deployments in one batch, among them one whose module is broken.

use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use adapter_nix::Nix;
use domain::{
    deployment::{Applications, ConfiguredApplication, LibraryPin},
    environment::{Environment, ProviderConfiguration},
    identifier::{DeploymentId, EnvironmentId},
    plan::Allocated,
};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use uuid::Uuid;
use workflow::port::evaluator::{Evaluator as _, Input};

use crate::{
    homepage, processes,
    program::{Place, copy_tree},
    report::Row,
    statistics::{median, milliseconds},
};

const DEPLOYMENTS: usize = 1000;
const TIMES: usize = 5;
const LOOK_AGAIN: Duration = Duration::from_millis(2);

pub(crate) fn measure() -> Vec<Row> {
    let mut place = Place::new();
    place.library = with_a_broken_module(&place);
    let runtime = Runtime::new().expect("a runtime");
    let wiring = runtime.block_on(place.wire());
    let pin = runtime.block_on(wiring.nix.pin()).expect("a pin");
    let mut asked: Vec<(Applications, Environment)> = (1..DEPLOYMENTS).map(deployment).collect();
    asked.insert(DEPLOYMENTS / 2, (one("broken", json!({})), local()));

    let state = place.path("state");
    let (times, resident): (Vec<f64>, Vec<f64>) =
        (0..TIMES).map(|_| batch(&runtime, &wiring.nix, &pin, &asked, &state)).unzip();

    let name = "1,000 deployments planned in one batch, one with a broken module";
    vec![
        Row::new(format!("{name}: median of {TIMES}"), median(&times), "ms").limit(3000.0),
        Row::new(format!("{name}: resident, most"), resident.into_iter().fold(0.0, f64::max), "MiB").limit(500.0),
    ]
}

/// How long it takes in milliseconds, and the most that was resident, in MiB.
fn batch(
    runtime: &Runtime,
    nix: &Nix,
    pin: &LibraryPin,
    asked: &[(Applications, Environment)],
    state: &Path,
) -> (f64, f64) {
    let nothing = Allocated::new();
    let inputs: Vec<_> = asked
        .iter()
        .map(|(applications, environment)| {
            (Input { deployment: DeploymentId(Uuid::nil()), applications, environment }, &nothing)
        })
        .collect();
    let ended = AtomicBool::new(false);
    let (outlooks, took, most) = thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let mut most = 0.0_f64;
            while !ended.load(Ordering::Relaxed) {
                most = most.max(processes::resident_for(state));
                thread::sleep(LOOK_AGAIN);
            }
            most
        });
        let started = Instant::now();
        let outlooks = runtime.block_on(nix.outlooks(pin, &inputs)).expect("outlooks");
        let took = started.elapsed();
        ended.store(true, Ordering::Relaxed);
        (outlooks, took, watching.join().expect("the memory"))
    });
    let broken = outlooks.iter().filter(|outlook| outlook.is_err()).count();
    let refused = outlooks.iter().flatten().find(|outlook| !outlook.findings.is_empty() || !outlook.unmet.is_empty());
    assert!(outlooks.len() == DEPLOYMENTS && broken == 1 && refused.is_none(), "{broken} {refused:?}");
    (milliseconds(took), most)
}

/// Every application in turn, as communities fill in its form.
fn deployment(number: usize) -> (Applications, Environment) {
    let (name, title) = (format!("choir-{number}"), format!("Choir {number}"));
    let domain = format!("social-{number}.weidenau.example");
    let email = "ada@weidenau.example";
    let on_hosts = |module, options| (one(module, options), hosts());
    match number % 5 {
        0 => (homepage::applications(&name, &title), local()),
        1 => on_hosts(
            "mastodon",
            json!({
                "domain": domain, "title": title, "administrator": { "name": "ada", "email": email },
                "description": "Everybody who sings is welcome here.", "contactEmail": email,
            }),
        ),
        2 => on_hosts("peertube", json!({ "domain": domain, "title": title, "administratorEmail": email })),
        3 => on_hosts(
            "pixelfed",
            json!({ "domain": domain, "name": title, "administrator": { "user": "ada", "email": email } }),
        ),
        _ => on_hosts("garage", json!({ "domain": domain, "buckets": [{ "name": name }] })),
    }
}

fn one(module: &str, options: Value) -> Applications {
    let configured = ConfiguredApplication { module: module.into(), version: None, options };
    Applications::from([(module.into(), configured)])
}

fn local() -> Environment {
    environment("local", json!({ "settings": { "port": 8090 } }))
}

fn hosts() -> Environment {
    let policies = json!({
        "tls-certificate": { "termsAccepted": true, "contact": "post@example.org" },
    });
    environment("proxmox", json!({ "settings": { "relay": { "server": "mail.example.org" } }, "policies": policies }))
}

fn environment(kind: &str, configuration: Value) -> Environment {
    let configuration: ProviderConfiguration = serde_json::from_value(configuration).expect("a configuration");
    Environment { id: EnvironmentId(Uuid::nil()), kind: kind.into(), name: kind.into(), configuration }
}

fn with_a_broken_module(place: &Place) -> std::path::PathBuf {
    let library = place.path("library");
    copy_tree(&place.library, &library);
    let broken = library.join("applications/broken");
    fs::create_dir(&broken).expect("a directory");
    fs::write(broken.join("default.nix"), "{ types }: types.nothing").expect("a module");
    library
}
