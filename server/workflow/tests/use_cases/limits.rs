use domain::{deployment::DeploymentQuery, organisation::Limited, policy::Role};
use tokio::task::JoinSet;
use workflow::{WorkflowError, limits::Limits};

use crate::fixture::Town;

const MOST: u64 = 7;

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_deployments_begun_at_once_there_are_as_many_as_the_organisation_may_have() {
    let town = Town::with(Limits { deployments: MOST, ..Limits::default() }).await;
    let mut begun = JoinSet::new();
    for _ in 0..50 {
        begun.spawn(town.beginning());
    }

    let answers = begun.join_all().await;

    let (made, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    assert_eq!((made.len(), refused.len()), (7, 43));
    for answer in refused {
        assert!(matches!(answer, Err(WorkflowError::Full { of: Limited::Deployments, most: MOST })), "{answer:?}");
    }
    let query = DeploymentQuery { page: 1, ..DeploymentQuery::default() };
    let page = town.workflow.deployments.list(&town.owner, town.organisation, &query).await.expect("deployments");
    assert_eq!((page.total, page.matching), (MOST, MOST));
}

#[tokio::test]
async fn members_and_open_invitations_count_together() {
    let town = Town::with(Limits { people: 3, ..Limits::default() }).await;
    let invite = async |email: &str| {
        town.workflow.organisations.invite(&town.owner, town.organisation, email, Role::Viewer).await
    };
    town.member("second@example.org", Role::Viewer).await;
    invite("third@example.org").await.expect("the third");

    let fourth = invite("fourth@example.org").await;

    assert!(matches!(fourth, Err(WorkflowError::Full { of: Limited::People, most: 3 })), "{fourth:?}");
    invite("third@example.org").await.expect("in place of the earlier one");
    let open = town.workflow.organisations.invitations(&town.owner, town.organisation).await.expect("invitations");
    let withdrawn = town.workflow.organisations.withdraw(&town.owner, town.organisation, open[0].id).await;
    withdrawn.expect("withdrawn");
    invite("fourth@example.org").await.expect("there is room again");
}
