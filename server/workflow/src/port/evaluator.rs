//! Evaluation: from options to requirements, and from requirements with chosen results to a configuration.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::{
    application::Catalogue,
    deployment::{Applications, LibraryPin},
    environment::{Environment, Offer},
    identifier::DeploymentId,
    migration::Migration,
    option::finding::Finding,
    outlook::Outlook,
    plan::{Allocated, Configuration, Evaluated, Placement},
};

use super::Cause;

/// Evaluates the Nix library. Both evaluations are pure: the same inputs give the same answers.
#[async_trait]
pub trait Evaluator: Send + Sync {
    /// Keeps the library as it is now, so that a revision can be evaluated with it for as long as it is used.
    /// Repeating a call must change nothing.
    async fn pin(&self) -> Result<LibraryPin, EvaluationError>;

    /// What operators can choose from.
    async fn catalogue(&self, pin: &LibraryPin) -> Result<Catalogue, EvaluationError>;

    /// What an environment offers, and what is wrong with how it is set up.
    async fn environment(&self, pin: &LibraryPin, environment: &Environment) -> Result<Offer, EvaluationError>;

    /// The options of applications, carried from the versions that they name to those of this library. None is evaluated
    /// further: what becomes of them is told by name.
    async fn migrated(
        &self,
        pin: &LibraryPin,
        applications: &Applications,
    ) -> Result<BTreeMap<String, Migration>, EvaluationError>;

    /// What each of many deployments would be, in order, with what was allocated for them. Nothing is written. One that can't
    /// be evaluated spoils no other.
    async fn outlooks(
        &self,
        pin: &LibraryPin,
        asked: &[(Input<'_>, &Allocated)],
    ) -> Result<Vec<Result<Outlook, EvaluationError>>, EvaluationError>;

    /// The first step: what the applications ask for. Wrong values are findings, not errors.
    async fn requirements(&self, pin: &LibraryPin, input: &Input<'_>) -> Result<Evaluated, EvaluationError>;

    /// The second step, with what was allocated: the derivation, and all results. It is in the store afterwards, ready to
    /// be built.
    async fn configuration(
        &self,
        pin: &LibraryPin,
        input: &Input<'_>,
        allocated: &Allocated,
    ) -> Result<(Configuration, Placement), EvaluationError>;

    /// What an evaluation reads: its input, and the files of the library.
    async fn sources(
        &self,
        pin: &LibraryPin,
        input: &Input<'_>,
        allocated: &Allocated,
    ) -> Result<Sources, EvaluationError>;
}

/// What an evaluation reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// A JSON text.
    pub input: Vec<u8>,
    /// The files of the library, by their paths in it.
    pub modules: BTreeMap<String, Vec<u8>>,
    /// What it evaluates for, as Nix names it: `x86_64-linux`.
    pub system: String,
    /// Where the nixpkgs of the library comes from, as the address of a flake; none where that isn't known.
    pub nixpkgs: Option<String>,
}

/// What is evaluated: nothing of it is ever spliced into an expression.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    pub deployment: DeploymentId,
    pub applications: &'a Applications,
    pub environment: &'a Environment,
}

/// How an evaluation can fail.
#[derive(Debug, thiserror::Error)]
pub enum EvaluationError {
    /// It was ended because it used too much.
    #[error("the evaluation was ended: {0}")]
    Limit(Limit),
    /// The library refused the values; a caller that checks first does not meet this.
    #[error("the values were refused")]
    Refused(Vec<Finding>),
    /// Nix says that the expression is wrong, in its own words, cut to 2,000 bytes.
    #[error("the expression can't be evaluated: {0}")]
    Broken(String),
    /// Nix could not be run.
    #[error("Nix could not be run")]
    Unavailable(#[source] Cause),
}

/// What there was too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Limit {
    #[error("it took longer than allowed")]
    Time,
    #[error("it used more memory than allowed")]
    Memory,
    #[error("it called itself too deeply")]
    Depth,
    #[error("its answer is longer than allowed")]
    Output,
}
