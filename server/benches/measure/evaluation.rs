//! What the adapter adds to the bare command, for the evaluation that planning waits for most.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use adapter_nix::{Invocation, Nix};
use domain::{
    deployment::LibraryPin,
    environment::Environment,
    identifier::DeploymentId,
    plan::{Allocated, Configuration},
};
use serde_json::json;
use tokio::runtime::Runtime;
use uuid::Uuid;
use workflow::port::evaluator::{Evaluator as _, Input};

use crate::{homepage, program::Place, report::Row, statistics::Pairs};

const PAIRS: usize = 50;
const WARMING: usize = 3;

pub(crate) fn measure() -> Vec<Row> {
    let place = Place::new();
    let runtime = Runtime::new().expect("a runtime");
    let wiring = runtime.block_on(place.wire());
    let evaluator = Evaluation::begin(&runtime, &wiring.nix, wiring_environment(&runtime, &wiring));
    let bare = Bare::begin(&place, &wiring.nix, &evaluator.pin);

    for number in 0..WARMING {
        evaluator.evaluate(&format!("Warmed {number}"));
        bare.evaluate(&format!("Warmed barely {number}"));
    }
    let mut pairs = Pairs::default();
    for number in 0..PAIRS {
        // Each title is new to both, so neither memory nor store has the answer.
        let (ours, theirs) = (format!("Choir {number}"), format!("Orchestra {number}"));
        pairs.measure(|| evaluator.evaluate(&ours).1, || bare.evaluate(&theirs));
    }

    let name = "evaluation of homepage options, warm, through the adapter, 50 pairs";
    vec![
        Row::new(format!("{name}: median"), pairs.ours(), "ms").above(pairs.bare(), 20.0),
        Row::new(format!("{name}: median difference to bare"), pairs.difference(), "ms").limit(20.0),
    ]
}

pub(crate) fn wiring_environment(runtime: &Runtime, wiring: &server::wiring::Wiring) -> Environment {
    let environments = runtime.block_on(wiring.ports.store.environments()).expect("environments");
    environments.into_iter().next().expect("an environment")
}

/// The evaluator as the planner calls it.
pub(crate) struct Evaluation<'a> {
    runtime: &'a Runtime,
    nix: &'a Nix,
    pub(crate) pin: LibraryPin,
    environment: Environment,
}

impl<'a> Evaluation<'a> {
    pub(crate) fn begin(runtime: &'a Runtime, nix: &'a Nix, environment: Environment) -> Self {
        let pin = runtime.block_on(nix.pin()).expect("a pin");
        Self { runtime, nix, pin, environment }
    }

    pub(crate) fn evaluate(&self, title: &str) -> (Configuration, Duration) {
        let applications = homepage::applications("town", title);
        let input = Input {
            deployment: DeploymentId(Uuid::nil()),
            applications: &applications,
            environment: &self.environment,
        };
        let allocated = Allocated::new();
        let started = Instant::now();
        let answer = self.runtime.block_on(self.nix.configuration(&self.pin, &input, &allocated));
        let took = started.elapsed();
        (answer.expect("a configuration").0, took)
    }
}

/// The script that calls the bare command on the same store.
struct Bare {
    invocation: Invocation,
    library: std::path::PathBuf,
    input: std::path::PathBuf,
}

impl Bare {
    fn begin(place: &Place, nix: &Nix, pin: &LibraryPin) -> Self {
        let input = place.path("input");
        fs::create_dir(&input).expect("a directory");
        Self { invocation: nix.invocation(), library: place.path("state/nix/nix/store").join(&pin.0), input }
    }

    fn evaluate(&self, title: &str) -> Duration {
        let input = json!({
            "applications": homepage::applications("town", title),
            "environment": { "kind": "local", "settings": { "base": "localhost", "port": 8090 } },
        });
        fs::write(self.input.join("input.json"), input.to_string()).expect("a file");
        let mut command = script("evaluate.sh", &self.invocation);
        command.args([&self.library, &self.input]).args(&self.invocation.options);
        let started = Instant::now();
        let output = command.stderr(Stdio::piped()).output().expect("an end");
        let took = started.elapsed();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains("drvPath"),
            "{said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        took
    }
}

/// One of the committed baselines, which gets Nix as its first argument.
pub(crate) fn script(name: &str, invocation: &Invocation) -> Command {
    let mut command = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/bare").join(name));
    command.env_clear().envs(invocation.environment.iter().map(|(name, value)| (name, value)));
    command.arg(&invocation.nix).stdin(Stdio::null());
    command
}
