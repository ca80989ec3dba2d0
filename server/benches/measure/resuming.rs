//! A server that is killed in the middle of a run: how soon the next one goes on with it.

use std::{
    thread,
    time::{Duration, Instant},
};

use domain::{
    identifier::DeploymentId,
    run::{RunDetail, RunState, Step},
};

use crate::{
    journey::{Journey, Records, serve},
    report::Row,
    statistics::{milliseconds, worst},
};

const KILLS: usize = 10;
const MOMENTS: [&str; 3] = ["begun", "done", "recorded"];
/// Between two looks at the records.
const PAUSE: Duration = Duration::from_millis(5);
/// Longer than a run takes that anybody goes on with.
const LIMIT: Duration = Duration::from_secs(60);

pub(crate) fn measure() -> Vec<Row> {
    let mut journey = Journey::begin();
    let deployment = journey.go_live("town", "Before");
    let records = journey.records();

    let (mut resumed, mut finished) = (Vec::new(), Vec::new());
    for kill in 0..KILLS {
        let fault = format!("{}:{}", Step::DEPLOY[kill % Step::DEPLOY.len()].as_str(), MOMENTS[kill % MOMENTS.len()]);
        journey.restart(&["--fault", &fault]);
        let review = journey.review(&deployment, "town", &format!("Killed at {fault}, {kill}"));
        // The server may die before it answers.
        let _ = journey.operator.post("deploy", &Journey::deploy_form(&deployment, &review));
        journey.wait();

        let before = records.run(&deployment);
        assert!(!before.run.state.is_finished(), "{fault} came too late");
        let started = Instant::now();
        let (went_on, ended) = thread::scope(|scope| {
            let watching = scope.spawn(|| watch(&records, &deployment, &before, started));
            journey.adopt(serve(&journey.place, &[]));
            watching.join().expect("an end")
        });
        eprintln!("killed at {fault}: resumed after {went_on:?}, finished after {ended:?}");
        resumed.push(milliseconds(went_on));
        finished.push(milliseconds(ended));
    }

    let name = "SIGKILL during a run, worst of 10";
    vec![
        Row::new(format!("{name}: restart to the run's next recorded step"), worst(&resumed), "ms").limit(5000.0),
        Row::new(format!("{name}: restart to the run's end"), worst(&finished), "ms"),
    ]
}

/// When the records of the run changed for the first time, and when it ended.
fn watch(records: &Records, deployment: &str, before: &RunDetail, started: Instant) -> (Duration, Duration) {
    let mut went_on = None;
    while started.elapsed() < LIMIT {
        let now = records.run(deployment);
        if now.steps != before.steps || now.run.state.is_finished() {
            went_on.get_or_insert_with(|| started.elapsed());
        }
        if now.run.state.is_finished() {
            assert_eq!((now.run.state, &now.run.failure), (RunState::Succeeded, &None));
            return (went_on.expect("a change"), started.elapsed());
        }
        thread::sleep(PAUSE);
    }
    unreachable!("nobody goes on with the run: {:?}", records.run(deployment));
}

impl Records {
    /// The newest run of a deployment, as its page shows it.
    fn run(&self, deployment: &str) -> RunDetail {
        let deployment: DeploymentId = deployment.parse().expect("an id");
        self.runtime.block_on(async {
            let store = &self.wiring.ports.store;
            let detail = store.deployment_detail(self.organisation, deployment).await.expect("a deployment");
            store.run_detail(self.organisation, detail.run.expect("a run").id, 0).await.expect("a run")
        })
    }
}
