use std::sync::Arc;

use domain::option::finding::Code;
use workflow::{error::WorkflowError, executor::probe::NoProbe};

use crate::fixture::Town;

fn is_taken(answer: Result<impl std::fmt::Debug, WorkflowError>) {
    assert!(
        matches!(&answer, Err(WorkflowError::Options(findings)) if findings.iter().all(|one| one.code == Code::Taken)),
        "{answer:?}"
    );
}

#[tokio::test]
async fn a_name_of_a_run_under_way_stays_with_it() {
    let town = Town::new().await;
    let (one, two) = (town.deployment().await, town.deployment().await);
    town.request(town.stage(one, "town", "Town").await).await.expect("a run");

    town.stage(one, "village", "Village").await;

    is_taken(town.try_stage(two, "town", "Town").await);
    town.work(Arc::new(NoProbe)).await;
    is_taken(town.try_stage(two, "town", "Town").await);
}

#[tokio::test]
async fn a_name_that_was_given_back_is_reserved_again_or_refused() {
    let town = Town::new().await;
    let (one, two) = (town.deployment().await, town.deployment().await);
    let first = town.stage(one, "town", "Town").await;
    town.stage(one, "village", "Village").await;

    let theirs = town.stage(two, "town", "Town").await;

    is_taken(town.request(first).await);
    town.request(theirs).await.expect("a run");
}

#[tokio::test]
async fn a_revision_is_deployed_and_returned_to_in_its_own_deployment_only() {
    let town = Town::new().await;
    let (one, two) = (town.deployment().await, town.deployment().await);
    let revision = town.stage(one, "town", "Town").await;
    let deployments = &town.workflow.deployments;

    let deployed = deployments.deploy(&town.owner, town.organisation, two, revision).await;
    let returned = deployments.return_to(&town.owner, town.organisation, two, revision).await;

    assert!(matches!(deployed, Err(WorkflowError::NotFound)), "{deployed:?}");
    assert!(matches!(returned, Err(WorkflowError::NotFound)), "{returned:?}");
}

#[tokio::test]
async fn what_may_not_change_may_not_be_returned_to() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let other_name = town.stage(deployment, "village", "Village").await;
    town.deploy(deployment, "town", "Town").await;

    let returned = town.workflow.deployments.return_to(&town.owner, town.organisation, deployment, other_name).await;

    assert!(
        matches!(&returned, Err(WorkflowError::Options(findings)) if findings.iter().all(|one| one.code == Code::Immutable)),
        "{returned:?}"
    );
}

#[tokio::test]
async fn what_was_removed_is_not_removed_again() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.deploy(deployment, "town", "Town").await;
    let remove = async || town.workflow.deployments.remove(&town.owner, town.organisation, deployment, "Town").await;
    remove().await.expect("a run");
    town.work(Arc::new(NoProbe)).await;

    let again = remove().await;

    assert!(matches!(again, Err(WorkflowError::Conflict)), "{again:?}");
}
