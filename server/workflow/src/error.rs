//! What can be wrong with a request; each variant is something that the caller can act on.

use domain::{identifier::RevisionId, option::finding::Finding, organisation::Limited, person::Needed, plan::Unmet};

use crate::{
    port::{builder::BuildError, evaluator::EvaluationError, sealer::SealerError, store::StoreError},
    secrets::GenerationError,
};

#[derive(Debug, thiserror::Error)]
pub enum WorkflowError {
    #[error("not signed in")]
    NotSignedIn,
    #[error("not allowed")]
    Forbidden,
    #[error("there is nothing like this")]
    NotFound,
    /// Something else happened first; looking again shows what.
    #[error("something else happened first")]
    Conflict,
    /// Somebody else has changed what a form shows, after it was opened.
    #[error("{by} has changed this after the form was opened")]
    EditedMeanwhile { by: String },
    /// The organisation has as many as it may.
    #[error("the organisation may have at most {most} {}", match .of {
        Limited::Deployments => "deployments; remove one, or ask the hosting provider for more",
        Limited::People => "people and open invitations; withdraw one, or ask the hosting provider for more",
    })]
    Full { of: Limited, most: u64 },
    /// A field of one of our own forms is wrong.
    #[error("the field {field} is wrong: {problem:?}")]
    Field { field: &'static str, problem: FieldProblem },
    /// Options of an application are wrong.
    #[error("{} of the options are wrong", .0.len())]
    Options(Vec<Finding>),
    #[error("the environment does not offer what the application needs")]
    Unmet(Vec<Unmet>),
    /// Nothing here deploys to this kind of environment.
    #[error("nothing deploys to environments of the kind {0}")]
    NotCarried(String),
    /// What the application keeps may be changed for good by another version, and can't be dumped there first.
    #[error("what {0} keeps can't be dumped before the upgrade")]
    NotDumped(String),
    /// A newer version has changed what the application keeps, and this one can't read it.
    #[error("what {application} keeps is of a newer version than {version}")]
    NoWayBack { application: String, version: String },
    /// The options can't be carried to the newest version yet.
    #[error("{} of the options have no place in the newer version", .0.len())]
    NotMigrated(Vec<Finding>),
    /// An account whose owner can't be spared stays.
    #[error("nobody else is there to take the place of this account's owner")]
    StillNeeded(Vec<Needed>),
    #[error("wrong e-mail address or password")]
    WrongCredentials,
    #[error("too many attempts to sign in")]
    TooManyAttempts,
    /// A one-time link that was used, withdrawn, replaced, or is too old.
    #[error("this link is no longer valid")]
    LinkOver,
    /// The plan was made against something that is no longer live; here is the new one.
    #[error("the plan is outdated")]
    PlanOutdated(RevisionId),
    #[error(transparent)]
    Evaluation(#[from] EvaluationError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error("the records failed")]
    Store(#[source] StoreError),
    #[error("a secret could not be sealed or opened")]
    Sealer(#[from] SealerError),
    #[error("a secret could not be made")]
    Generation(#[from] GenerationError),
    #[error("a password could not be hashed")]
    Hash(#[source] crate::port::Cause),
}

/// What is wrong with a field of our own forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    Empty,
    /// In characters.
    TooShort {
        length: u32,
        least: u32,
    },
    /// In characters.
    TooLong {
        length: u32,
        most: u32,
    },
    NotALabel,
    NotAnEmail,
    NotARole,
    Taken,
    /// What was typed to confirm is not what was asked for.
    NotTheSame,
    WrongPassword,
}

impl From<StoreError> for WorkflowError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Conflict => Self::Conflict,
            other => Self::Store(other),
        }
    }
}

/// A field's text without the space around it, neither empty nor too long.
pub(crate) fn filled(field: &'static str, text: &str, most: usize) -> Result<String, WorkflowError> {
    let text = text.trim();
    match wrong_length(text, 1, most) {
        Some(problem) => Err(WorkflowError::Field { field, problem }),
        None => Ok(text.chars().filter(|c| !c.is_control()).collect()),
    }
}

/// What is wrong with the length of a text, in characters.
pub(crate) fn wrong_length(text: &str, least: usize, most: usize) -> Option<FieldProblem> {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    match text.chars().count() {
        0 => Some(FieldProblem::Empty),
        length if length < least => Some(FieldProblem::TooShort { length: number(length), least: number(least) }),
        length if length > most => Some(FieldProblem::TooLong { length: number(length), most: number(most) }),
        _ => None,
    }
}

/// An error with its causes.
pub(crate) fn explained(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}
