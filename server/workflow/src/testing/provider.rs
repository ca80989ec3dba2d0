//! What every provider promises, whatever it drives.
//!
//! Each function wants deployments of which the provider has not heard, and builds that it can activate. The number of a
//! fence says when in the story its claim was made.
#![expect(clippy::expect_used, reason = "a contract is a test: it ends at the first thing that is not as promised")]

use domain::{identifier::DeploymentId, plan::Configuration};

use crate::port::{
    builder::Build,
    provider::{Fence, Provider, ProviderError},
};

/// A configuration with its closure.
pub type Built = (Configuration, Build);

/// Contract: it can be made ready as often as one likes.
pub async fn preparing_twice_changes_nothing(provider: &dyn Provider, deployment: DeploymentId, a: &Built) {
    provider.preflight().await.expect("the first preflight");
    activate(provider, deployment, 1, a).await.expect("the activation");

    provider.preflight().await.expect("the second preflight");

    is_live(provider, deployment, a).await;
}

/// Contract: nothing is active before the first activation, and repeating that one changes nothing.
pub async fn activating_twice_changes_nothing(provider: &dyn Provider, deployment: DeploymentId, a: &Built) {
    assert_eq!(active(provider, deployment).await, None);

    for number in [1, 1, 2] {
        activate(provider, deployment, number, a).await.expect("the activation");
        is_live(provider, deployment, a).await;
    }
}

/// Contract: what is activated takes the place of what was, there and back.
pub async fn activating_another_replaces_the_first(
    provider: &dyn Provider,
    deployment: DeploymentId,
    a: &Built,
    b: &Built,
) {
    for (number, built) in [(1, a), (2, b), (2, a), (3, b)] {
        activate(provider, deployment, number, built).await.expect("the activation");
        is_live(provider, deployment, built).await;
    }

    let old = provider.verify(deployment, &a.0).await;

    assert!(matches!(old, Err(ProviderError::NotAnswering { .. })), "{old:?}");
}

/// Contract: who has lost the claim to a newer one can change nothing any more.
pub async fn an_older_fence_is_refused(provider: &dyn Provider, deployment: DeploymentId, a: &Built, b: &Built) {
    activate(provider, deployment, 5, a).await.expect("the activation");

    let activated = activate(provider, deployment, 4, b).await;
    let deactivated = provider.deactivate(Fence { deployment, number: 4 }).await;

    assert!(matches!(activated, Err(ProviderError::Fenced)), "{activated:?}");
    assert!(matches!(deactivated, Err(ProviderError::Fenced)), "{deactivated:?}");
    is_live(provider, deployment, a).await;
}

/// Contract: a removal can't be undone by who lost the claim before it, though nothing is left that could be compared.
pub async fn an_older_fence_is_refused_after_a_removal(provider: &dyn Provider, deployment: DeploymentId, a: &Built) {
    activate(provider, deployment, 1, a).await.expect("the activation");
    provider.deactivate(Fence { deployment, number: 3 }).await.expect("the removal");

    let late = activate(provider, deployment, 2, a).await;

    assert!(matches!(late, Err(ProviderError::Fenced)), "{late:?}");
    assert_eq!(active(provider, deployment).await, None);
}

/// Contract: what is deactivated answers no more, and taking away what is not there is no error.
pub async fn deactivating_twice_changes_nothing(provider: &dyn Provider, deployment: DeploymentId, a: &Built) {
    provider.deactivate(Fence { deployment, number: 1 }).await.expect("the removal of nothing");
    activate(provider, deployment, 2, a).await.expect("the activation");
    is_live(provider, deployment, a).await;

    for _ in 0..2 {
        provider.deactivate(Fence { deployment, number: 3 }).await.expect("the removal");
        assert_eq!(active(provider, deployment).await, None);
    }

    let gone = provider.verify(deployment, &a.0).await;
    assert!(matches!(gone, Err(ProviderError::NotAnswering { .. })), "{gone:?}");
}

/// Contract: what happens to one deployment is nothing to another. Their hosts are different.
pub async fn deployments_leave_each_other_alone(
    provider: &dyn Provider,
    one: (DeploymentId, &Built),
    other: (DeploymentId, &Built),
) {
    activate(provider, one.0, 7, one.1).await.expect("the first activation");
    activate(provider, other.0, 1, other.1).await.expect("an activation with a fence of its own");
    is_live(provider, one.0, one.1).await;

    provider.deactivate(Fence { deployment: one.0, number: 8 }).await.expect("the removal");

    assert_eq!(active(provider, one.0).await, None);
    is_live(provider, other.0, other.1).await;
}

async fn activate(
    provider: &dyn Provider,
    deployment: DeploymentId,
    number: i64,
    built: &Built,
) -> Result<(), ProviderError> {
    provider.activate(Fence { deployment, number }, &built.0, &built.1).await
}

async fn active(provider: &dyn Provider, deployment: DeploymentId) -> Option<String> {
    provider.active(deployment).await.expect("what is active")
}

async fn is_live(provider: &dyn Provider, deployment: DeploymentId, built: &Built) {
    assert_eq!(active(provider, deployment).await.as_deref(), Some(built.1.out_path.as_str()));
    provider.verify(deployment, &built.0).await.expect("it answers");
}
