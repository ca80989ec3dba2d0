use std::sync::Arc;

use domain::{identifier::DeploymentId, option::fields::Fields, person::Actor, policy::Role};
use time::OffsetDateTime;
use workflow::{WorkflowError, deployments::Seen, executor::probe::NoProbe};

use crate::fixture::Town;

async fn save(
    town: &Town,
    actor: &Actor,
    deployment: DeploymentId,
    title: &str,
    seen: OffsetDateTime,
) -> Result<(), WorkflowError> {
    let fields = Fields::from([("homepage.name".into(), "town".into()), ("homepage.title".into(), title.into())]);
    let deployments = &town.workflow.deployments;
    deployments
        .save_draft(actor, town.organisation, deployment, fields, "keep", Seen { changed: Some(seen), pin: None })
        .await
        .map(|_| ())
}

#[tokio::test]
async fn what_somebody_else_saved_meanwhile_is_not_overwritten() {
    let town = Town::new().await;
    let other = town.member("other@example.org", Role::Operator).await;
    let deployment = town.deployment().await;
    let mine = town.stage(deployment, "town", "Planned").await;
    let opened = town.shown(deployment).await.changed;
    save(&town, &other, deployment, "Theirs", opened).await.expect("saved");

    let late = save(&town, &town.owner, deployment, "Mine", opened).await;

    assert!(matches!(&late, Err(WorkflowError::EditedMeanwhile { by }) if by == "other@example.org"), "{late:?}");
    assert_eq!(town.shown(deployment).await.title, "Theirs");
    // A run of one's own changes the deployment, and not what somebody else typed.
    town.request(mine).await.expect("a run");
    town.work(Arc::new(NoProbe)).await;
    let late = save(&town, &town.owner, deployment, "Mine", opened).await;
    assert!(matches!(&late, Err(WorkflowError::EditedMeanwhile { .. })), "{late:?}");
    save(&town, &other, deployment, "Theirs again", opened).await.expect("one's own changes are no surprise");
    let opened = town.shown(deployment).await.changed;
    save(&town, &town.owner, deployment, "Mine", opened).await.expect("saved after a look");
}

#[tokio::test]
async fn options_of_an_application_that_is_no_longer_offered_stay() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.stage(deployment, "town", "Town").await;
    town.damage(r#"UPDATE draft SET applications = replace(applications, '"module":"homepage"', '"module":"gone"')"#)
        .await;
    let opened = town.shown(deployment).await.changed;

    save(&town, &town.owner, deployment, "", opened).await.expect("saved");

    let shown = town.workflow.deployments.draft(&town.owner, town.organisation, deployment).await.expect("a draft");
    assert_eq!(shown.draft.applications["homepage"].options["title"], "Town");
}
