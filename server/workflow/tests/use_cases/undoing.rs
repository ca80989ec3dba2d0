use std::sync::Arc;

use domain::{
    deployment::DeploymentState,
    run::{FailureCode, RunState, StepState},
};
use workflow::{executor::probe::NoProbe, port::builder::Builder, testing::memory::Call};

use crate::fixture::{Town, states};

#[tokio::test]
async fn a_first_run_that_fails_leaves_nothing() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.sites.fail_next(&[Call::Verify]);

    let run = town.deploy(deployment, "town", "Town").await;

    assert_eq!(run.run.state, RunState::Failed);
    use StepState::{Done, Failed, Undone, Waiting};
    assert_eq!(states(&run), [Done, Done, Undone, Undone, Failed, Waiting]);
    assert!(!run.left_something());
    assert_eq!(town.sites.active_now(deployment), None);
    assert_eq!(town.shelf.roots().await.expect("roots"), []);
    assert_eq!(town.shown(deployment).await.state, DeploymentState::Failed);
}

#[tokio::test]
async fn what_was_live_is_put_back() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let live = town.deploy(deployment, "town", "Town").await.run.revision.expect("a revision");
    town.sites.fail_next(&[Call::Verify]);

    let run = town.deploy(deployment, "town", "City").await;

    assert_eq!(run.run.failure.map(|failure| failure.code), Some(FailureCode::EnvironmentUnavailable));
    assert_eq!(town.sites.active_now(deployment), Some(town.closure(live).await));
    let shown = town.shown(deployment).await;
    assert_eq!((shown.state, shown.live), (DeploymentState::Live, Some(live)));
}

#[tokio::test]
async fn what_was_live_is_put_back_also_when_it_had_stopped() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let live = town.deploy(deployment, "town", "Town").await.run.revision.expect("a revision");
    town.sites.lose(deployment);
    town.sites.fail_next(&[Call::Verify]);

    town.deploy(deployment, "town", "City").await;

    assert_eq!(town.sites.active_now(deployment), Some(town.closure(live).await));
}

#[tokio::test]
async fn undoing_is_tried_again() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.sites.fail_next(&[Call::Verify, Call::Deactivate]);

    let run = town.deploy(deployment, "town", "Town").await;

    assert!(!run.left_something());
    assert_eq!(town.sites.active_now(deployment), None);
    assert!(run.lines.iter().any(|line| line.text.starts_with("could not be undone, next try")));
}

#[tokio::test]
async fn what_can_not_be_undone_is_said_and_put_right_by_the_next_run() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let live = town.deploy(deployment, "town", "Town").await.run.revision.expect("a revision");
    let revision = town.stage(deployment, "town", "City").await;
    let run = town.request(revision).await.expect("a run");
    // The activation itself succeeds, and what is to bring the earlier one back does not.
    let probe = Arc::new(crate::claims::At(domain::run::Step::Activate, {
        let sites = town.sites.clone();
        move || sites.fail_next(&[Call::Verify, Call::Activate, Call::Activate])
    }));

    town.work(probe).await;

    let run = town.run(run).await;
    assert!(run.left_something());
    assert_eq!(run.run.state, RunState::Failed);
    assert_eq!(town.sites.active_now(deployment), Some(town.closure(revision).await));
    let shown = town.shown(deployment).await;
    assert_eq!((shown.state, shown.live), (DeploymentState::Failed, Some(live)));

    town.request(live).await.expect("a run");
    town.work(Arc::new(NoProbe)).await;

    assert_eq!(town.sites.active_now(deployment), Some(town.closure(live).await));
    assert_eq!(town.shown(deployment).await.state, DeploymentState::Live);
}

#[tokio::test]
async fn a_removal_that_fails_leaves_it_live() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let live = town.deploy(deployment, "town", "Town").await.run.revision.expect("a revision");
    town.sites.fail_next(&[Call::Deactivate]);

    let removal = town.workflow.deployments.remove(&town.owner, town.organisation, deployment, "Town").await;
    town.work(Arc::new(NoProbe)).await;

    let run = town.run(removal.expect("a run")).await;
    assert_eq!(run.run.state, RunState::Failed);
    assert_eq!(town.sites.active_now(deployment), Some(town.closure(live).await));
    assert_eq!(town.shown(deployment).await.state, DeploymentState::Live);
}
