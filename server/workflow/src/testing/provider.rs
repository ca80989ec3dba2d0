//! What every provider promises, whatever it drives.
//!
//! Each function wants deployments of which the provider has not heard, and builds that it can activate. The number of a
//! fence says when in the story its claim was made.
#![expect(clippy::expect_used, reason = "a contract is a test: it ends at the first thing that is not as promised")]

use std::{collections::BTreeSet, fmt, sync::LazyLock};

use domain::{
    environment::{Environment, ProviderConfiguration},
    identifier::{DeploymentId, EnvironmentId},
    plan::Configuration,
};
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::port::{
    builder::{Build, Progress},
    provider::{Credentials, Fence, Provider, ProviderError, Target},
};

/// A configuration with its closure.
pub type Built = (Configuration, Build);

/// A provider, and an environment that it deploys to.
#[derive(Clone, Copy)]
pub struct Tested<'a> {
    pub provider: &'a dyn Provider,
    pub environment: &'a Environment,
    pub credentials: &'a Credentials,
    /// Those that its configurations name.
    pub machines: &'a BTreeSet<String>,
}

impl fmt::Debug for Tested<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tested").field("environment", self.environment).finish_non_exhaustive()
    }
}

impl<'a> Tested<'a> {
    /// A provider of the machine that this runs on.
    pub fn here(provider: &'a dyn Provider) -> Self {
        static HERE: LazyLock<(Environment, Credentials, BTreeSet<String>)> = LazyLock::new(|| {
            let (kind, name) = ("local".to_owned(), "This machine".to_owned());
            let configuration = ProviderConfiguration::default();
            let environment = Environment { id: EnvironmentId(Uuid::nil()), kind, name, configuration };
            (environment, Credentials::default(), BTreeSet::new())
        });
        let (environment, credentials, machines) = &*HERE;
        Self { provider, environment, credentials, machines }
    }

    /// One deployment there.
    pub fn target(&self, deployment: DeploymentId) -> Target<'a> {
        let Self { environment, credentials, machines, .. } = *self;
        Target { deployment, environment, credentials, machines }
    }

    /// Copies and activates, as a run does.
    pub async fn activate(&self, fence: Fence, built: &Built) -> Result<(), ProviderError> {
        let (target, (configuration, build)) = (self.target(fence.deployment), built);
        self.provider.copy(&target, fence, configuration, build, unheard()).await?;
        self.provider.activate(&target, fence, configuration, build, unheard()).await
    }

    pub async fn active(&self, deployment: DeploymentId) -> Result<Option<String>, ProviderError> {
        self.provider.active(&self.target(deployment)).await
    }

    pub async fn verify(&self, deployment: DeploymentId, configuration: &Configuration) -> Result<(), ProviderError> {
        self.provider.verify(&self.target(deployment), configuration, &[]).await
    }

    pub async fn deactivate(&self, fence: Fence) -> Result<(), ProviderError> {
        self.provider.deactivate(&self.target(fence.deployment), fence).await
    }
}

/// For lines that nobody reads.
pub fn unheard() -> mpsc::Sender<Progress> {
    mpsc::channel(1).0
}

/// Contract: it can be made ready as often as one likes.
pub async fn preparing_twice_changes_nothing(tested: &Tested<'_>, deployment: DeploymentId, a: &Built) {
    tested.provider.preflight(&tested.target(deployment)).await.expect("the first preflight");
    activate(tested, deployment, 1, a).await.expect("the activation");

    tested.provider.preflight(&tested.target(deployment)).await.expect("the second preflight");

    is_live(tested, deployment, a).await;
}

/// Contract: nothing is active before the first activation, and repeating that one changes nothing.
pub async fn activating_twice_changes_nothing(tested: &Tested<'_>, deployment: DeploymentId, a: &Built) {
    assert_eq!(active(tested, deployment).await, None);

    for number in [1, 1, 2] {
        activate(tested, deployment, number, a).await.expect("the activation");
        is_live(tested, deployment, a).await;
    }
}

/// Contract: what is activated takes the place of what was, there and back.
pub async fn activating_another_replaces_the_first(
    tested: &Tested<'_>,
    deployment: DeploymentId,
    a: &Built,
    b: &Built,
) {
    for (number, built) in [(1, a), (2, b), (2, a), (3, b)] {
        activate(tested, deployment, number, built).await.expect("the activation");
        is_live(tested, deployment, built).await;
    }

    let old = tested.verify(deployment, &a.0).await;

    assert!(matches!(old, Err(ProviderError::NotAnswering { .. })), "{old:?}");
}

/// Contract: who has lost the claim to a newer one can change nothing any more.
pub async fn an_older_fence_is_refused(tested: &Tested<'_>, deployment: DeploymentId, a: &Built, b: &Built) {
    activate(tested, deployment, 5, a).await.expect("the activation");

    let activated = activate(tested, deployment, 4, b).await;
    let deactivated = tested.deactivate(Fence { deployment, number: 4 }).await;

    assert!(matches!(activated, Err(ProviderError::Fenced)), "{activated:?}");
    assert!(matches!(deactivated, Err(ProviderError::Fenced)), "{deactivated:?}");
    is_live(tested, deployment, a).await;
}

/// Contract: a removal can't be undone by who lost the claim before it, though nothing is left that could be compared.
pub async fn an_older_fence_is_refused_after_a_removal(tested: &Tested<'_>, deployment: DeploymentId, a: &Built) {
    activate(tested, deployment, 1, a).await.expect("the activation");
    tested.deactivate(Fence { deployment, number: 3 }).await.expect("the removal");

    let late = activate(tested, deployment, 2, a).await;

    assert!(matches!(late, Err(ProviderError::Fenced)), "{late:?}");
    assert_eq!(active(tested, deployment).await, None);
}

/// Contract: what is deactivated answers no more, and taking away what is not there is no error.
pub async fn deactivating_twice_changes_nothing(tested: &Tested<'_>, deployment: DeploymentId, a: &Built) {
    tested.deactivate(Fence { deployment, number: 1 }).await.expect("the removal of nothing");
    activate(tested, deployment, 2, a).await.expect("the activation");
    is_live(tested, deployment, a).await;

    for _ in 0..2 {
        tested.deactivate(Fence { deployment, number: 3 }).await.expect("the removal");
        assert_eq!(active(tested, deployment).await, None);
    }

    let gone = tested.verify(deployment, &a.0).await;
    assert!(matches!(gone, Err(ProviderError::NotAnswering { .. })), "{gone:?}");
}

/// Contract: what happens to one deployment is nothing to another. Their hosts are different.
pub async fn deployments_leave_each_other_alone(
    tested: &Tested<'_>,
    one: (DeploymentId, &Built),
    other: (DeploymentId, &Built),
) {
    activate(tested, one.0, 7, one.1).await.expect("the first activation");
    activate(tested, other.0, 1, other.1).await.expect("an activation with a fence of its own");
    is_live(tested, one.0, one.1).await;

    tested.deactivate(Fence { deployment: one.0, number: 8 }).await.expect("the removal");

    assert_eq!(active(tested, one.0).await, None);
    is_live(tested, other.0, other.1).await;
}

async fn activate(
    tested: &Tested<'_>,
    deployment: DeploymentId,
    number: i64,
    built: &Built,
) -> Result<(), ProviderError> {
    tested.activate(Fence { deployment, number }, built).await
}

async fn active(tested: &Tested<'_>, deployment: DeploymentId) -> Option<String> {
    tested.active(deployment).await.expect("what is active")
}

async fn is_live(tested: &Tested<'_>, deployment: DeploymentId, built: &Built) {
    assert_eq!(active(tested, deployment).await.as_deref(), Some(built.1.out_path.as_str()));
    tested.verify(deployment, &built.0).await.expect("it answers");
}
