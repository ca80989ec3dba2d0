use domain::{
    deployment::{DeploymentQuery, Draft},
    policy::Role,
    secret::Generator,
};
use workflow::port::store::{Deployments, Organisations, Runs, Secrets, StoreError};

use crate::{
    database::Database,
    sample::{NOW, Tenant, applications, invitation},
    secrets::new_secret,
};

macro_rules! assert_not_found {
    ($($call:expr),+ $(,)?) => {$(
        let answer = $call.await;
        assert!(matches!(answer, Err(StoreError::NotFound)), "{}: {answer:?}", stringify!($call));
    )+};
}

pub(crate) async fn two_organisations_see_nothing_of_each_other(database: Database) {
    let records = &database.records;
    let (town, village) = (Tenant::new(records, "town").await, Tenant::new(records, "village").await);
    let deployment = town.deployment("Secret", NOW).await;
    let revision = town.deploy(deployment, "Secret", NOW).await;
    let run = town.request(deployment, Some(revision), NOW).await;
    records.invite(&invitation(town.organisation, town.owner, "Ada", Role::Viewer)).await.expect("an invitation");
    let other = village.organisation;

    let page = records.deployments(other, &DeploymentQuery::default()).await.expect("a page");
    let members = records.members(other).await.expect("members");

    assert_eq!((page.rows.len(), page.matching, page.total), (0, 0, 0));
    assert_eq!(members.iter().map(|member| member.person).collect::<Vec<_>>(), [village.owner]);
    assert_eq!(records.invitations(other, NOW).await.expect("invitations"), []);
    assert_not_found!(
        records.deployment(other, deployment),
        records.deployment_detail(other, deployment),
        records.revision(other, revision),
        records.history(other, deployment, None, 10),
        records.secrets(other, deployment),
        records.run(other, run),
        records.run_detail(other, run, 10),
        records.lines_after(other, run, 0, 10),
    );
    assert!(records.run(town.organisation, run).await.is_ok(), "its own organisation sees it");
}

pub(crate) async fn nothing_of_another_organisation_can_be_changed(database: Database) {
    let records = &database.records;
    let (town, village) = (Tenant::new(records, "town").await, Tenant::new(records, "village").await);
    let deployment = town.deployment("Secret", NOW).await;
    let revision = town.revision(deployment, "Secret").await;
    let run = town.request(deployment, Some(revision), NOW).await;
    let new = invitation(town.organisation, town.owner, "Ada", Role::Viewer);
    let invited = records.invite(&new).await.expect("an invitation");
    let before = records.deployment_detail(town.organisation, deployment).await.expect("a deployment");
    let (other, by) = (village.organisation, village.by(NOW));
    let given = [new_secret("homepage.password", 1, Generator::Given)];
    let draft = Draft { deployment, applications: applications("Other"), pin: None, submitted: true };

    assert_not_found!(
        records.save_draft(other, &draft, "Other", &given, None, by),
        records.keep_generated(other, deployment, &given, by),
        records.discard_draft(other, deployment, by),
        records.stage_revision(other, &village.new_revision(deployment, "Other")),
        records.request_run(&village.new_run(deployment, Some(revision), NOW).await),
        records.cancel_run(other, run, by),
        records.change_role(other, town.owner, Role::Viewer, by),
        records.end_membership(other, town.owner, by),
        records.withdraw_invitation(other, invited, by),
    );

    let after = records.deployment_detail(town.organisation, deployment).await.expect("a deployment");
    assert_eq!(after, before);
    assert_eq!(records.secrets(town.organisation, deployment).await.expect("secrets"), []);
    assert!(records.invitation(&new.token, NOW).await.is_ok());
}
