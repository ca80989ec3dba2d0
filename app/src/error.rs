//! What an outsider may know about what went wrong.

use domain::{identifier::RevisionId, option::finding::Finding, plan::Unmet};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

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
    #[error("the field {field} is wrong")]
    Field { field: String, problem: FieldProblem },
    #[error("some options are wrong")]
    Options { findings: Vec<Finding> },
    #[error("the environment does not offer what is needed")]
    Unmet { unmet: Vec<Unmet> },
    #[error("wrong e-mail address or password")]
    WrongCredentials,
    #[error("too many attempts")]
    TooManyAttempts,
    #[error("this link is no longer valid")]
    LinkOver,
    #[error("the plan is outdated")]
    PlanOutdated { revision: RevisionId },
    /// The application's module can't be evaluated; in the words of Nix.
    #[error("the application can't be evaluated")]
    Evaluation { detail: String },
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
    TooShort,
    TooLong,
    NotALabel,
    NotAnEmail,
    NotARole,
    Taken,
    NotTheSame,
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Transport
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

/// The error of an action's last call, whether the page was loaded anew or not.
pub fn error_of<S>(action: ServerAction<S>) -> Signal<Option<AppError>>
where
    S: server_fn::ServerFn<Error = AppError> + Clone + Send + Sync + 'static,
    S::Output: Clone + Send + Sync + 'static,
{
    let value = action.value();
    Signal::derive(move || value.with(|value| value.as_ref().and_then(|value| value.as_ref().err().cloned())))
}
