//! The interface against which we deploy to one run-time backend.

use async_trait::async_trait;
use domain::{identifier::DeploymentId, plan::Configuration};

use super::{Cause, builder::Build};

/// A run-time backend.
///
/// A worker may die between any two calls, so repeating a call must change nothing. A call whose fence is older than
/// one that the backend has seen for the deployment is refused: a worker that lost its lease can do no harm.
#[async_trait]
pub trait Provider: Send + Sync {
    /// Whether it deploys to environments of this kind.
    fn carries(&self, kind: &str) -> bool;

    /// The policy of the environment that decides where sites answer.
    fn sites(&self) -> SitePolicy;

    /// Whether the backend can be reached and has room; makes it ready where that changes nothing for anybody.
    async fn preflight(&self) -> Result<(), ProviderError>;

    /// The store path of what is active for a deployment; none when nothing is.
    async fn active(&self, deployment: DeploymentId) -> Result<Option<String>, ProviderError>;

    /// Puts a build in the place of what is active, all at once: a visitor sees the old or the new, never neither.
    async fn activate(&self, fence: Fence, configuration: &Configuration, build: &Build) -> Result<(), ProviderError>;

    /// Whether every address of the configuration answers with this very closure.
    async fn verify(&self, deployment: DeploymentId, configuration: &Configuration) -> Result<(), ProviderError>;

    /// Takes everything of a deployment off the network.
    async fn deactivate(&self, fence: Fence) -> Result<(), ProviderError>;
}

/// Who acts: the newer a claim on any run of a deployment, the larger its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fence {
    pub deployment: DeploymentId,
    pub number: i64,
}

/// Where static sites of an environment answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePolicy {
    /// What a site's name is followed by, such as `localhost`.
    pub base: String,
    /// The port, where it is not the usual one.
    pub port: Option<u16>,
}

/// How a run-time backend can fail. Adapters sort what they meet into these.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// It can't be reached, or answers as we don't understand.
    #[error("the environment does not answer")]
    Unavailable(#[source] Cause),
    #[error("there is no room left")]
    NoRoom,
    /// It was told to and did not.
    #[error("the environment could not activate the closure")]
    Refused(#[source] Cause),
    /// An address answers with something else, or not at all.
    #[error("{address} does not answer with the new content")]
    NotAnswering { address: String },
    /// A newer claim has acted on the deployment.
    #[error("a newer run has taken over")]
    Fenced,
}
