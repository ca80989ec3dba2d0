//! Runs, their steps, leases and lines.
//!
//! A worker holds a run by a lease with an epoch. Every write of a worker names its claim and is refused (`Fenced`)
//! once another worker has claimed the run.

use async_trait::async_trait;
use domain::{
    identifier::{DeploymentId, OrganisationId, PersonId, RevisionId, RunId},
    run::{Failure, Line, Run, RunDetail, RunKind, Step, StepState},
};
use serde_json::Value;
use time::{Duration, OffsetDateTime};

use super::{By, StoreError};

#[async_trait]
pub trait Runs: Send + Sync {
    /// Asks for a run and makes sure of the names that its revision needs; `Conflict` while the deployment has one that
    /// is not finished, when a revision is not one of the deployment, or when another deployment holds such a name. The
    /// deployment's state follows (deploying, removing).
    async fn request_run(&self, run: &NewRun) -> Result<RunId, StoreError>;

    async fn run(&self, organisation: OrganisationId, id: RunId) -> Result<Run, StoreError>;

    /// With its steps (and how long each usually takes) and its last `lines` lines.
    async fn run_detail(&self, organisation: OrganisationId, id: RunId, lines: u64) -> Result<RunDetail, StoreError>;

    /// The lines after a number, in order, at most `limit`.
    async fn lines_after(
        &self,
        organisation: OrganisationId,
        id: RunId,
        after: u64,
        limit: u64,
    ) -> Result<Vec<Line>, StoreError>;

    /// Asks a run to stop. A run that no worker has taken yet is cancelled at once; a finished one stays as it is.
    async fn cancel_run(&self, organisation: OrganisationId, id: RunId, by: By) -> Result<(), StoreError>;

    /// Takes the oldest run that waits, or whose lease is over; its epoch grows by one. The fence is larger than that of
    /// every earlier claim on any run of the same deployment.
    async fn claim_run(&self, worker: &str, now: OffsetDateTime, lease: Duration) -> Result<Option<Claim>, StoreError>;

    /// Prolongs the lease; says whether somebody asked to cancel.
    async fn prolong(&self, claim: &Claim, until: OffsetDateTime) -> Result<bool, StoreError>;

    /// Gives the run back, to be taken by another worker at once.
    async fn give_back(&self, claim: &Claim) -> Result<(), StoreError>;

    /// The steps that were begun, in order.
    async fn steps(&self, claim: &Claim) -> Result<Vec<RecordedStep>, StoreError>;

    /// Notes that a step begins. `before` is what undoing it needs; if the step was begun earlier, the note of that time
    /// stays and comes back. Says as well whether somebody asked to cancel.
    async fn begin_step(
        &self,
        claim: &Claim,
        step: Step,
        before: Value,
        now: OffsetDateTime,
    ) -> Result<Begun, StoreError>;

    /// Notes how a step ended.
    async fn end_step(
        &self,
        claim: &Claim,
        step: Step,
        state: StepState,
        now: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Gives back all names of the deployment but these.
    async fn release_names(&self, claim: &Claim, keep: &[String]) -> Result<(), StoreError>;

    /// Appends lines and numbers them, without gaps.
    async fn append_lines(&self, claim: &Claim, lines: &[NewLine]) -> Result<(), StoreError>;

    /// Notes why the run fails; what was done is undone from here on.
    async fn fail_run(&self, claim: &Claim, failure: &Failure) -> Result<(), StoreError>;

    /// Ends the run, and says so in the records of its deployment and revision.
    async fn conclude(&self, claim: &Claim, conclusion: &Conclusion, now: OffsetDateTime) -> Result<(), StoreError>;
}

#[derive(Clone, Debug)]
pub struct NewRun {
    pub organisation: OrganisationId,
    pub deployment: DeploymentId,
    pub kind: RunKind,
    /// Some when and only when it deploys.
    pub revision: Option<RevisionId>,
    /// What the asker knows to be live; something else by now is a `Conflict`.
    pub live: Option<RevisionId>,
    pub requested_by: PersonId,
    pub requested: OffsetDateTime,
}

/// A worker's hold on a run.
#[derive(Clone, Debug)]
pub struct Claim {
    pub run: Run,
    pub worker: String,
    pub epoch: i64,
    /// For [`crate::port::provider::Fence`].
    pub fence: i64,
}

/// A step that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The note of the first time.
    pub before: Value,
    /// Whether somebody asked to cancel the run.
    pub cancelling: bool,
}

/// A step of a run as a worker finds it.
#[derive(Clone, Debug)]
pub struct RecordedStep {
    pub step: Step,
    pub state: StepState,
    pub before: Value,
}

#[derive(Clone, Debug)]
pub struct NewLine {
    pub step: Option<Step>,
    pub text: String,
    pub at: OffsetDateTime,
}

/// How a run ends.
#[derive(Clone, Debug, PartialEq)]
pub enum Conclusion {
    /// The revision is live at these addresses.
    Deployed {
        addresses: Vec<String>,
    },
    Removed,
    /// It failed or was cancelled (the failure that was noted says which), and everything done was undone.
    Undone,
    /// It failed or was cancelled, and what is active now is not what was live before.
    NotUndone,
}
