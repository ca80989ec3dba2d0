//! What every provider promises.

use domain::identifier::DeploymentId;
use uuid::Uuid;
use workflow::{port::provider::Fence, testing::provider as contract};

use crate::fixture::Town;

#[tokio::test]
async fn it_keeps_them_on_nixos() {
    let town = Town::nixos(1).await;
    let (a, b) = (town.build("a", &[]), town.build("b", &[]));
    let first = town.current().await;

    contract::preparing_twice_changes_nothing(&town.tested(), town.deployment, &a).await;
    town.tested().deactivate(town.fence(2)).await.expect("the removal");
    assert_eq!(town.current().await, first);

    // A machine belongs to one deployment at a time.
    let next = async || {
        let deployment = DeploymentId(Uuid::new_v4());
        (deployment, async move |town: &Town| {
            town.tested().deactivate(Fence { deployment, number: 99 }).await.expect("the removal");
        })
    };
    let (deployment, leave) = next().await;
    contract::activating_twice_changes_nothing(&town.tested(), deployment, &a).await;
    leave(&town).await;
    let (deployment, leave) = next().await;
    contract::activating_another_replaces_the_first(&town.tested(), deployment, &a, &b).await;
    leave(&town).await;
    let (deployment, leave) = next().await;
    contract::an_older_fence_is_refused(&town.tested(), deployment, &a, &b).await;
    leave(&town).await;
    let (deployment, _) = next().await;
    contract::an_older_fence_is_refused_after_a_removal(&town.tested(), deployment, &a).await;
    let (deployment, _) = next().await;
    contract::deactivating_twice_changes_nothing(&town.tested(), deployment, &a).await;
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn it_keeps_them_on_any_linux() {
    let town = Town::linux().await;
    let new = || DeploymentId(Uuid::new_v4());

    let deployment = new();
    let (a, b) = (town.site(deployment, "a"), town.site(deployment, "b"));
    contract::activating_another_replaces_the_first(&town.tested(), deployment, &a, &b).await;
    town.tested().deactivate(Fence { deployment, number: 9 }).await.expect("the removal");
    let deployment = new();
    contract::deactivating_twice_changes_nothing(&town.tested(), deployment, &town.site(deployment, "a")).await;
    let deployment = new();
    let (a, b) = (town.site(deployment, "a"), town.site(deployment, "b"));
    contract::an_older_fence_is_refused(&town.tested(), deployment, &a, &b).await;
    town.nothing_is_left_over().await;
}
