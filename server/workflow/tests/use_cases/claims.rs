use std::{fmt, sync::Arc};

use domain::run::{FailureCode, RunState, Step};
use workflow::executor::probe::{Moment, NoProbe, Probe};

use crate::fixture::Town;

/// Does something when a step is done and not yet recorded.
pub(crate) struct At<F>(pub(crate) Step, pub(crate) F);

impl<F> fmt::Debug for At<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("At").field(&self.0).finish_non_exhaustive()
    }
}

impl<F: Fn() + Send + Sync> Probe for At<F> {
    fn reached(&self, step: Step, moment: Moment) {
        if (step, moment) == (self.0, Moment::Done) {
            (self.1)();
        }
    }
}

#[tokio::test]
async fn a_fault_in_one_run_does_not_end_the_worker() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let run = town.request(town.stage(deployment, "town", "Town").await).await.expect("a run");

    // It comes back, and does not unwind into whoever works.
    town.work(Arc::new(At(Step::Build, || std::panic::resume_unwind(Box::new("a fault of ours"))))).await;

    assert_eq!(town.run(run).await.run.state, RunState::Running);
    town.work(Arc::new(NoProbe)).await;
    assert_eq!(town.run(run).await.run.state, RunState::Succeeded);
}

#[tokio::test]
async fn a_run_whose_revision_can_not_be_read_ends() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let run = town.request(town.stage(deployment, "town", "Town").await).await.expect("a run");
    town.damage("UPDATE revision SET plan = 'no plan'").await;

    town.work(Arc::new(NoProbe)).await;

    let ended = town.run(run).await.run;
    assert_eq!(ended.state, RunState::Failed);
    assert_eq!(ended.failure.map(|failure| failure.code), Some(FailureCode::Internal));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_cancelled_at_the_next_step_whoever_asked_and_when() {
    let town = Arc::new(Town::new().await);
    let deployment = town.deployment().await;
    let run = town.request(town.stage(deployment, "town", "Town").await).await.expect("a run");
    let asked = town.clone();
    // Before any heartbeat could tell the worker.
    let cancel = At(Step::Preflight, move || {
        let town = asked.clone();
        let asking = async move { town.workflow.runs.cancel(&town.owner, town.organisation, run).await };
        std::thread::spawn(|| tokio::runtime::Runtime::new().expect("a runtime").block_on(asking))
            .join()
            .expect("an answer")
            .expect("cancelled");
    });

    town.work(Arc::new(cancel)).await;

    let ended = town.run(run).await;
    assert_eq!(ended.run.state, RunState::Cancelled);
    assert_eq!(town.sites.active_now(deployment), None);
}
