//! Undoing a run that failed or was cancelled: back to what was active before, in reverse order.

use domain::{
    deployment::Revision,
    identifier::RevisionId,
    run::{Failure, Step, StepState},
};
use serde_json::Value;

use super::{Executor, Stop};
use crate::port::{
    builder::Root,
    store::{StoreError, runs::RecordedStep},
};

impl Executor {
    pub(super) async fn undo(&self, revision: Option<&Revision>, failure: &Failure) -> Result<(), StoreError> {
        let recorded = self.ports.store.steps(self.claim.run.id).await?;
        for record in recorded.iter().rev().filter(|record| record.state != StepState::Undone) {
            let undone = match record.step {
                Step::Activate | Step::Deactivate => self.put_back(record).await,
                Step::Build => self.forget_build(revision).await,
                _ => continue,
            };
            match undone {
                Ok(()) if Some(record.step) == failure.step => {}
                Ok(()) => {
                    self.ports
                        .store
                        .end_step(&self.claim, record.step, StepState::Undone, self.ports.clock.now())
                        .await?
                }
                Err(Stop::Lost(error)) => return Err(error),
                Err(Stop::Failed(second)) => {
                    self.say(record.step, format!("could not be undone: {}", second.detail)).await?
                }
            }
        }
        Ok(())
    }

    /// Makes active again what was, or nothing where nothing was.
    async fn put_back(&self, record: &RecordedStep) -> Result<(), Stop> {
        let live: Option<RevisionId> =
            record.before.get("live").cloned().and_then(|id| serde_json::from_value(id).ok());
        let was_active = record.before.get("active").is_some_and(Value::is_string);
        let Some(live) = live.filter(|_| was_active) else {
            self.ports
                .provider
                .deactivate(self.fence())
                .await
                .map_err(|error| super::step::provider(record.step, &error))?;
            return Ok(self.say(record.step, "taken off again; nothing was active before").await?);
        };
        let earlier = self.ports.store.revision(self.claim.run.organisation, live).await?;
        let closure = self.build(record.step, &earlier).await?;
        self.ports
            .provider
            .activate(self.fence(), &earlier.plan.configuration, &closure)
            .await
            .map_err(|error| super::step::provider(record.step, &error))?;
        Ok(self.say(record.step, format!("back on {}", closure.out_path)).await?)
    }

    /// Gives the closure free, unless an earlier run made it live.
    async fn forget_build(&self, revision: Option<&Revision>) -> Result<(), Stop> {
        let Some(revision) = revision else { return Ok(()) };
        let kept = self.ports.store.kept_revisions().await?;
        if kept.iter().any(|kept| kept.id == revision.id) {
            return Ok(());
        }
        let root = Root { deployment: revision.deployment, revision: revision.id };
        self.ports.builder.release(&root).await.map_err(|error| super::step::build(Step::Build, &error))
    }
}
