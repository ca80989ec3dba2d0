//! Runs: a plan carried out, step by step, resumable.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::identifier::{DeploymentId, OrganisationId, RevisionId, RunId};

/// One carrying-out of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub id: RunId,
    pub organisation: OrganisationId,
    pub deployment: DeploymentId,
    pub kind: RunKind,
    /// What it deploys; none when it removes.
    pub revision: Option<RevisionId>,
    pub state: RunState,
    /// Whether somebody asked to cancel it.
    pub cancelling: bool,
    /// Why it did not succeed.
    pub failure: Option<Failure>,
    #[serde(with = "time::serde::rfc3339")]
    pub requested: OffsetDateTime,
    pub requested_by: String,
    #[serde(with = "time::serde::rfc3339::option")]
    pub finished: Option<OffsetDateTime>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RunKind {
    Deploy,
    Remove,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RunState {
    /// Requested; no worker has taken it yet.
    Waiting,
    Running,
    /// A step failed or it was cancelled; what was done is being undone.
    Undoing,
    Succeeded,
    Failed,
    Cancelled,
}

impl RunState {
    pub fn is_finished(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }
}

/// One step of a run. Each is recorded before and after, is safe to repeat, and has what undoes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The environment can be reached and has room.
    Preflight,
    /// The derivation of the plan is there, exactly as planned.
    Evaluate,
    Build,
    /// The closure is on every machine.
    Copy,
    /// What changed of the secrets is on every machine, and not in use yet.
    Secrets,
    /// The new closure takes the place of the old one.
    Activate,
    /// The address answers with the new closure.
    Verify,
    /// The records say what is live, and what is no longer used is released.
    Publish,
    /// The sites are taken off the network.
    Deactivate,
    /// Roots, reserved names and closures are given back.
    Release,
}

impl Step {
    pub const DEPLOY: &'static [Self] =
        &[Self::Preflight, Self::Evaluate, Self::Build, Self::Activate, Self::Verify, Self::Publish];
    /// Where other machines are deployed to.
    pub const DEPLOY_TO_MACHINES: &'static [Self] = &[
        Self::Preflight,
        Self::Evaluate,
        Self::Build,
        Self::Copy,
        Self::Secrets,
        Self::Activate,
        Self::Verify,
        Self::Publish,
    ];
    pub const REMOVE: &'static [Self] = &[Self::Preflight, Self::Deactivate, Self::Release];

    /// The steps of a run in an environment of a kind, in their order.
    pub fn of(kind: RunKind, environment: &str) -> &'static [Self] {
        match (kind, environment) {
            (RunKind::Deploy, "local") => Self::DEPLOY,
            (RunKind::Deploy, _) => Self::DEPLOY_TO_MACHINES,
            (RunKind::Remove, _) => Self::REMOVE,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preflight => "preflight",
            Self::Evaluate => "evaluate",
            Self::Build => "build",
            Self::Copy => "copy",
            Self::Secrets => "secrets",
            Self::Activate => "activate",
            Self::Verify => "verify",
            Self::Publish => "publish",
            Self::Deactivate => "deactivate",
            Self::Release => "release",
        }
    }
}

/// A step as the records have it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepRecord {
    pub step: Step,
    pub state: StepState,
    #[serde(with = "time::serde::rfc3339::option")]
    pub started: Option<OffsetDateTime>,
    #[serde(with = "time::serde::rfc3339::option")]
    pub finished: Option<OffsetDateTime>,
    /// How long this step usually takes here, in milliseconds: the median of earlier runs.
    pub usual_ms: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    Waiting,
    Running,
    Done,
    Failed,
    Undone,
    /// It should have been undone and could not be.
    NotUndone,
}

/// Why a run did not succeed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    pub step: Option<Step>,
    pub code: FailureCode,
    /// What the outside thing said, cut to 2,000 bytes; shown as technical detail.
    pub detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureCode {
    Cancelled,
    /// The environment did not answer, or not as it should.
    EnvironmentUnavailable,
    /// It is not set up as it has to be; the hosting provider has to see to it.
    EnvironmentNotReady,
    /// The disk is full, or nearly.
    NoRoom,
    /// Evaluation gave another result than the plan says.
    PlanOutdated,
    EvaluationFailed,
    /// Evaluation or build took more time or memory than allowed.
    LimitExceeded,
    BuildFailed,
    ActivationFailed,
    /// The address does not answer with the new closure.
    NotAnswering,
    /// Something on our side; the log entry has the cause.
    Internal,
}

/// A numbered line of a run's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Counted from 1 in each run, without gaps.
    pub number: u64,
    pub step: Option<Step>,
    pub text: String,
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
}

/// A run with what its page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunDetail {
    pub run: Run,
    pub title: String,
    pub addresses: Vec<String>,
    pub steps: Vec<StepRecord>,
    /// The last lines of the log.
    pub lines: Vec<Line>,
}

impl RunDetail {
    /// Whether the run has left something behind that it could not undo.
    pub fn left_something(&self) -> bool {
        self.steps.iter().any(|step| step.state == StepState::NotUndone)
    }
}
