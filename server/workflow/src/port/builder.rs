//! Building: from a derivation to a closure that is kept for as long as something uses it.

use async_trait::async_trait;
use domain::{
    deployment::LibraryPin,
    identifier::{DeploymentId, RevisionId},
    plan::Configuration,
};
use tokio::sync::mpsc;

use super::{Cause, evaluator::Limit};

/// Builds derivations. Dropping a future that builds ends the build and every process of it.
#[async_trait]
pub trait Builder: Send + Sync {
    /// Whether the derivation is still in the store, so that it can be built without evaluating again.
    async fn knows(&self, configuration: &Configuration) -> Result<bool, BuildError>;

    /// Builds and protects the closure by a root; the build itself writes the root, so nothing comes in between.
    /// Building what is built already changes nothing and takes no longer than looking.
    async fn build(
        &self,
        configuration: &Configuration,
        root: &Root,
        progress: mpsc::Sender<Progress>,
    ) -> Result<Build, BuildError>;

    /// The roots that there are.
    async fn roots(&self) -> Result<Vec<Root>, BuildError>;

    /// Gives a closure free. Releasing what has no root changes nothing.
    async fn release(&self, root: &Root) -> Result<(), BuildError>;

    /// Makes a library usable again after its root was lost (a renamed state directory breaks links), or says that it is gone.
    async fn assert_pin(&self, pin: &LibraryPin) -> Result<bool, BuildError>;
}

/// What keeps a closure from being collected: a revision of a deployment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Root {
    pub deployment: DeploymentId,
    pub revision: RevisionId,
}

/// A closure that was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Build {
    /// Its store path, such as `/nix/store/…-configuration`.
    pub out_path: String,
    /// Where its files are on this machine; the store may lie below the state directory.
    pub directory: std::path::PathBuf,
}

/// What a build tells while it goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// A line for the log.
    Line(String),
    /// How many of how many derivations are built.
    Built { done: u64, expected: u64 },
}

/// How a build can fail.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The derivation can't be built; Nix's own words, cut to 2,000 bytes.
    #[error("the build failed: {0}")]
    Failed(String),
    #[error("the build was ended: {0}")]
    Limit(Limit),
    /// The disk is full.
    #[error("there is no room left")]
    NoRoom,
    #[error("Nix could not be run")]
    Unavailable(#[source] Cause),
}
