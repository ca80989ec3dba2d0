//! Undoing a run that failed or was cancelled: back to what was live before, in reverse order.
//!
//! What can't be undone is tried again for a while, as the environment may only be out of reach. After that the run ends
//! and says so: the next run of the deployment looks at what is really active, and puts it right.

use std::time::Duration;

use domain::{
    deployment::RevisionState,
    identifier::RevisionId,
    run::{Failure, Step, StepState},
};

use super::{Executor, Stop, place::Place};
use crate::port::{
    builder::Root,
    store::{
        StoreError,
        runs::{Conclusion, RecordedStep},
    },
};

/// How long to wait before each further try to undo a step.
pub(crate) const PAUSES: &[Duration] = &[
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
    Duration::from_secs(15),
];

impl Executor {
    pub(super) async fn undo(&self, failure: &Failure) -> Result<Conclusion, StoreError> {
        let mut conclusion = Conclusion::Undone;
        let recorded = self.ports.store.steps(&self.claim).await?;
        for record in recorded.iter().rev().filter(|record| record.state != StepState::Undone) {
            if !matches!(record.step, Step::Activate | Step::Deactivate | Step::Build) {
                continue;
            }
            let undone = self.undo_patiently(record).await?;
            if !undone && record.step != Step::Build {
                conclusion = Conclusion::NotUndone;
            }
            // The step that failed goes on saying so, unless there is worse to say.
            let state = match undone {
                true if Some(record.step) == failure.step => continue,
                true => StepState::Undone,
                false => StepState::NotUndone,
            };
            self.ports.store.end_step(&self.claim, record.step, state, self.ports.clock.now()).await?;
            self.bell.ring();
        }
        Ok(conclusion)
    }

    /// Whether the step was undone in the end.
    async fn undo_patiently(&self, record: &RecordedStep) -> Result<bool, StoreError> {
        let mut pauses = self.pauses.iter();
        loop {
            let undone = match record.step {
                Step::Build => self.forget_build().await,
                _ => self.put_back(record).await,
            };
            let failure = match undone {
                Ok(()) => return Ok(true),
                Err(Stop::Lost(error)) => return Err(error),
                Err(Stop::Failed(failure)) => failure,
            };
            let Some(pause) = pauses.next() else {
                self.say(record.step, format!("could not be undone: {}", failure.detail)).await?;
                return Ok(false);
            };
            let next = format!("could not be undone, next try in {} s: {}", pause.as_secs(), failure.detail);
            self.say(record.step, next).await?;
            tokio::time::sleep(*pause).await;
        }
    }

    /// Makes active again what was live, or nothing where nothing was.
    async fn put_back(&self, record: &RecordedStep) -> Result<(), Stop> {
        let place = self.place_of_run().await?;
        let live: Option<RevisionId> =
            record.before.get("live").cloned().and_then(|id| serde_json::from_value(id).ok());
        let Some(live) = live else {
            let deactivated = self.provider(&place)?.deactivate(&place.target(), self.fence()).await;
            deactivated.map_err(|error| super::step::provider(record.step, &error))?;
            return Ok(self.say(record.step, "taken off again; nothing was live before").await?);
        };
        let earlier = self.ports.store.revision(self.claim.run.organisation, live).await?;
        let closure = self.build(record.step, &earlier).await?;
        if place.environment.kind != "local" {
            self.deliver(record.step, &place, &earlier).await?;
        }
        self.make_active(record.step, &place, &earlier, &closure).await?;
        Ok(self.say(record.step, format!("back on {}", closure.out_path)).await?)
    }

    async fn place_of_run(&self) -> Result<Place, Stop> {
        let run = &self.claim.run;
        let revision = match run.revision {
            Some(id) => Some(self.ports.store.revision(run.organisation, id).await?),
            None => None,
        };
        self.place(revision.as_ref()).await
    }

    /// Gives the closure free, unless an earlier run made it live.
    async fn forget_build(&self) -> Result<(), Stop> {
        let run = &self.claim.run;
        let Some(id) = run.revision else { return Ok(()) };
        let revision = self.ports.store.revision(run.organisation, id).await?;
        if revision.state == RevisionState::Deployed {
            return Ok(());
        }
        let root = Root { deployment: revision.deployment, revision: revision.id };
        self.ports.builder.release(&root).await.map_err(|error| super::step::build(Step::Build, &error))
    }
}
