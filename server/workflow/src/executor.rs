//! Carrying out one run: each step recorded before and after, each safe to repeat, each with what undoes it.
//!
//! The plan made every choice; nothing is decided here. A run that failed or was cancelled is undone in reverse order,
//! by the same rules, so a worker may die while it undoes as well.
//!
//! **Invariant:** what undoing needs is recorded before the effect; a repeated step keeps the note of the first time.

mod log;
mod place;
pub mod probe;
mod step;
pub(crate) mod undo;

use std::{fmt, sync::Arc, time::Duration};

use domain::{
    deployment::Revision,
    run::{Failure, FailureCode, Step, StepState},
};
use tokio::sync::watch;

use self::{
    place::Place,
    probe::{Moment, Probe},
};
use crate::{
    Ports,
    bell::Bell,
    error::explained,
    port::store::{
        StoreError,
        runs::{Claim, Conclusion, RecordedStep},
    },
};

/// A run that was taken this often kills its workers, or never gets on.
const MOST_CLAIMS: i64 = 50;

/// Why a step did not succeed.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The step failed; what was done is undone.
    Failed(Failure),
    /// The records can't be reached, or are another worker's by now; nothing more is done here.
    Lost(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Fenced | StoreError::Unavailable(_) => Self::Lost(error),
            // Trying again would find the same.
            StoreError::NotFound | StoreError::Conflict | StoreError::Full | StoreError::Damaged(_) => {
                let detail = explained(&error);
                Self::Failed(Failure { step: None, code: FailureCode::Internal, detail })
            }
        }
    }
}

pub(crate) fn failed(step: Step, code: FailureCode, error: &dyn std::error::Error) -> Stop {
    Stop::Failed(Failure { step: Some(step), code, detail: explained(error) })
}

pub(crate) struct Executor {
    ports: Ports,
    bell: Bell,
    claim: Claim,
    cancelled: watch::Receiver<bool>,
    probe: Arc<dyn Probe>,
    /// Between tries to undo a step.
    pauses: &'static [Duration],
}

impl fmt::Debug for Executor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Executor").field("run", &self.claim.run.id).finish_non_exhaustive()
    }
}

impl Executor {
    pub(crate) fn new(
        ports: Ports,
        bell: Bell,
        claim: Claim,
        cancelled: watch::Receiver<bool>,
        probe: Arc<dyn Probe>,
        pauses: &'static [Duration],
    ) -> Self {
        Self { ports, bell, claim, cancelled, probe, pauses }
    }

    /// Goes on from where the records stand, to the end.
    pub(crate) async fn carry_out(&self) -> Result<(), StoreError> {
        let conclusion = match self.attempt().await {
            Ok(conclusion) => conclusion,
            Err(Stop::Lost(error)) => return Err(error),
            Err(Stop::Failed(failure)) => {
                if self.claim.run.failure.is_none() {
                    self.ports.store.fail_run(&self.claim, &failure).await?;
                    self.bell.ring();
                }
                self.undo(&failure).await?
            }
        };
        self.ports.store.conclude(&self.claim, &conclusion, self.ports.clock.now()).await
    }

    /// All steps, unless an earlier worker came to a failure.
    async fn attempt(&self) -> Result<Conclusion, Stop> {
        let run = &self.claim.run;
        if let Some(failure) = &run.failure {
            return Err(Stop::Failed(failure.clone()));
        }
        if self.claim.epoch > MOST_CLAIMS {
            let detail = format!("given up after {MOST_CLAIMS} attempts");
            return Err(Stop::Failed(Failure { step: None, code: FailureCode::Internal, detail }));
        }
        let revision = match run.revision {
            Some(id) => Some(self.ports.store.revision(run.organisation, id).await?),
            None => None,
        };
        let place = self.place(revision.as_ref()).await?;
        self.all_steps(&place, revision.as_ref(), &self.ports.store.steps(&self.claim).await?).await?;
        Ok(match revision {
            Some(revision) => Conclusion::Deployed { addresses: revision.plan.addresses() },
            None => Conclusion::Removed,
        })
    }

    async fn all_steps(
        &self,
        place: &Place,
        revision: Option<&Revision>,
        recorded: &[RecordedStep],
    ) -> Result<(), Stop> {
        for step in Step::of(self.claim.run.kind, &place.environment.kind) {
            let done = recorded.iter().any(|record| record.step == *step && record.state == StepState::Done);
            if !done {
                self.one_step(*step, place, revision).await?;
            }
        }
        Ok(())
    }

    async fn one_step(&self, step: Step, place: &Place, revision: Option<&Revision>) -> Result<(), Stop> {
        self.unless_cancelled(step)?;
        let before = self.before(step, place).await?;
        let begun = self.ports.store.begin_step(&self.claim, step, before, self.ports.clock.now()).await?;
        let before = begun.before;
        self.bell.ring();
        self.probe.reached(step, Moment::Begun);

        let mut cancelled = self.cancelled.clone();
        let performed = self.perform(step, place, revision, &before);
        // What changes the environment is not left half-way: it takes a moment, and is undone after it is done.
        let outcome = if begun.cancelling {
            Err(cancelled_at(step))
        } else if matches!(step, Step::Activate | Step::Deactivate) {
            performed.await
        } else {
            tokio::select! {
                outcome = performed => outcome,
                _ = cancelled.wait_for(|cancelled| *cancelled) => self.unless_cancelled(step),
            }
        };
        self.probe.reached(step, Moment::Done);

        let state = if outcome.is_ok() { StepState::Done } else { StepState::Failed };
        if !matches!(outcome, Err(Stop::Lost(_))) {
            self.ports.store.end_step(&self.claim, step, state, self.ports.clock.now()).await?;
        }
        self.bell.ring();
        self.probe.reached(step, Moment::Recorded);
        outcome
    }

    fn unless_cancelled(&self, step: Step) -> Result<(), Stop> {
        if *self.cancelled.borrow() { Err(cancelled_at(step)) } else { Ok(()) }
    }
}

fn cancelled_at(step: Step) -> Stop {
    Stop::Failed(Failure { step: Some(step), code: FailureCode::Cancelled, detail: String::new() })
}
