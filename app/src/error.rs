//! What an outsider may know about what went wrong.

use domain::{identifier::RevisionId, option::finding::Finding, organisation::Limited, person::Needed, plan::Unmet};
use serde::{Deserialize, Serialize};
use server_fn::{
    Bytes,
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

use crate::content::read;

/// An error as the browser and the API see it. The variants are stable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum AppError {
    #[error("not signed in")]
    NotSignedIn,
    #[error("not allowed")]
    Forbidden,
    #[error("there is nothing like this")]
    NotFound,
    #[error("something else happened first")]
    Conflict,
    #[error("{by} has changed this after the form was opened")]
    EditedMeanwhile { by: String },
    #[error("the organisation may have at most {most}")]
    Full { of: Limited, most: u64 },
    #[error("the field {field} is wrong")]
    Field { field: String, problem: FieldProblem },
    #[error("some options are wrong")]
    Options { findings: Vec<Finding> },
    #[error("the environment does not offer what is needed")]
    Unmet { unmet: Vec<Unmet> },
    #[error("nothing deploys to this kind of environment")]
    NotCarried,
    #[error("the account is still needed")]
    StillNeeded { needed: Vec<Needed> },
    #[error("wrong e-mail address or password")]
    WrongCredentials,
    #[error("too many attempts")]
    TooManyAttempts,
    #[error("this link is no longer valid")]
    LinkOver,
    #[error("the plan is outdated")]
    PlanOutdated { revision: RevisionId },
    /// In the words of the server, in the language of the page.
    #[error("{reason}")]
    Refused { reason: String },
    /// The application's module can't be evaluated; the log has what Nix says under this id.
    #[error("the application can't be evaluated, {entry}")]
    Evaluation { entry: String },
    /// Ours; the log has the cause under this id.
    #[error("an error on the server, {entry}")]
    Internal { entry: String },
    /// The request did not arrive, or not as we understand it.
    #[error("the request did not get through")]
    Transport,
}

/// What is wrong with a field of our own forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    NotTheSame,
    WrongPassword,
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Transport
    }

    /// As pages read what they show: so the browser gets one reader of JSON, and not one more for errors.
    fn de(data: Bytes) -> Self {
        str::from_utf8(&data).ok().and_then(|json| read(json).ok()).unwrap_or(Self::Transport)
    }
}

impl AppError {
    /// What is wrong with a field of a form, if that is what this is about.
    pub fn field(&self, name: &str) -> Option<FieldProblem> {
        match self {
            Self::Field { field, problem } if field == name => Some(*problem),
            _ => None,
        }
    }
}

/// What a server function answers.
pub type Answer<T> = Result<T, AppError>;
