//! The interface against which we deploy to run-time backends.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

use async_trait::async_trait;
use domain::{
    environment::Environment,
    identifier::DeploymentId,
    plan::{Configuration, PlacedCheck},
    secret::Secret,
};
use tokio::sync::mpsc;

use super::{
    Cause,
    builder::{Build, Progress},
};

/// A kind of run-time backend, or several that are driven alike.
///
/// A worker may die between any two calls, so repeating a call must change nothing. A call whose fence is older than
/// one that the backend has seen for the deployment is refused: a worker that lost its lease can do no harm.
#[async_trait]
pub trait Provider: Send + Sync {
    /// Whether it deploys to environments of this kind.
    fn carries(&self, kind: &str) -> bool;

    /// The policy of an environment that decides where its sites answer.
    fn sites(&self, environment: &Environment) -> SitePolicy;

    /// Looks at everything that deploying to an environment needs, and changes nothing. What can't be seen because of
    /// something before it is left out.
    async fn examine(&self, environment: &Environment, credentials: &Credentials) -> Vec<Examined>;

    /// Whether the backend can be reached and has room; makes it ready where that changes nothing for anybody.
    async fn preflight(&self, target: &Target<'_>) -> Result<(), ProviderError>;

    /// The store path of what is active for a deployment; none when nothing is, or not everywhere the same.
    async fn active(&self, target: &Target<'_>) -> Result<Option<String>, ProviderError>;

    /// Brings a build to where it will be active, and changes nothing that is.
    async fn copy(
        &self,
        target: &Target<'_>,
        fence: Fence,
        configuration: &Configuration,
        build: &Build,
        told: mpsc::Sender<Progress>,
    ) -> Result<(), ProviderError>;

    /// Brings secrets to where they will be read, without putting them in the place of those that are in use: the next
    /// activation does.
    async fn deliver(
        &self,
        target: &Target<'_>,
        fence: Fence,
        configuration: &Configuration,
        files: &[SecretFile],
    ) -> Result<(), ProviderError>;

    /// Puts a build in the place of what is active, all at once: a visitor sees the old or the new, never neither. Where
    /// it fails, what was active is active again.
    async fn activate(
        &self,
        target: &Target<'_>,
        fence: Fence,
        configuration: &Configuration,
        build: &Build,
        told: mpsc::Sender<Progress>,
    ) -> Result<(), ProviderError>;

    /// Whether every address of the configuration answers with this very closure, and its applications pass their checks.
    async fn verify(
        &self,
        target: &Target<'_>,
        configuration: &Configuration,
        checks: &[PlacedCheck<'_>],
    ) -> Result<(), ProviderError>;

    /// Takes everything of a deployment off the network.
    async fn deactivate(&self, target: &Target<'_>, fence: Fence) -> Result<(), ProviderError>;
}

/// What a provider acts on: one deployment, in its environment as it is set up now.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    pub deployment: DeploymentId,
    pub environment: &'a Environment,
    pub credentials: &'a Credentials,
    /// The machines that the deployment is on, or is about to be.
    pub machines: &'a BTreeSet<String>,
}

/// The texts of the secrets among an environment's settings, by the names that lead to each: `access.key`.
#[derive(Clone, Debug, Default)]
pub struct Credentials(pub BTreeMap<String, Secret>);

/// Something that deploying needs, with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// A machine, or the environment.
    pub subject: String,
    pub question: String,
    /// What is there, or what is missing and how to put it right.
    pub answer: String,
    pub is_good: bool,
}

impl Examined {
    /// What an error says, with its causes.
    pub fn bad(subject: &str, question: &str, error: &dyn std::error::Error) -> Self {
        let (subject, question, answer) = (subject.to_owned(), question.to_owned(), crate::error::explained(error));
        Self { subject, question, answer, is_good: false }
    }
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
    pub https: bool,
    /// What a site's name is followed by, such as `localhost`.
    pub base: String,
    /// The port, where it is not the usual one.
    pub port: Option<u16>,
}

/// A file with a secret, or with the public half of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretFile {
    /// The host of the closure that reads it.
    pub host: String,
    /// Where it lies there.
    pub path: String,
    /// Whether everybody on the host may read it.
    pub public: bool,
    /// Which text it is: another one has another edition.
    pub edition: String,
    pub content: Secret,
}

/// The providers of a server.
#[derive(Clone)]
pub struct Providers(Vec<Arc<dyn Provider>>);

impl Providers {
    pub fn new(providers: Vec<Arc<dyn Provider>>) -> Self {
        Self(providers)
    }

    /// The one that deploys to environments of this kind.
    pub fn of(&self, kind: &str) -> Option<&dyn Provider> {
        self.0.iter().map(AsRef::as_ref).find(|provider| provider.carries(kind))
    }
}

impl fmt::Debug for Providers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Providers").field(&self.0.len()).finish()
    }
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
    /// It is not set up as it has to be: somebody of the hosting provider has to see to it.
    #[error("the environment is not ready for deployments")]
    NotReady(#[source] Cause),
    /// An address answers with something else, or not at all.
    #[error("{address} does not answer with the new content")]
    NotAnswering { address: String },
    /// A newer claim has acted on the deployment.
    #[error("a newer run has taken over")]
    Fenced,
}
