//! A deployment keeps to the library that it was written for until somebody takes a newer one.

use std::sync::Arc;

use domain::{
    identifier::DeploymentId,
    option::{
        fields::Fields,
        finding::{Code, Finding, Path},
    },
    run::RunState,
    secret::SecretName,
    upgrade::VersionChange,
};
use serde_json::{Value, json};
use workflow::{
    WorkflowError,
    deployments::{CheckedDraft, Newer, Seen},
    executor::probe::NoProbe,
    port::store::Secrets as _,
};

use crate::fixture::Town;

async fn draft(town: &Town, deployment: DeploymentId) -> CheckedDraft {
    town.workflow.deployments.draft(&town.owner, town.organisation, deployment).await.expect("a draft")
}

async fn take_newer(town: &Town, deployment: DeploymentId) -> Result<(), WorkflowError> {
    town.workflow.deployments.take_newer(&town.owner, town.organisation, deployment).await
}

fn options(draft: &CheckedDraft) -> &Value {
    &draft.draft.applications["homepage"].options
}

/// Whether it is taken, and the versions.
fn told(newer: Option<Newer>) -> Option<(bool, Vec<VersionChange>)> {
    newer.map(|newer| (newer.taken, newer.versions))
}

fn from_first_to_second(taken: bool) -> Option<(bool, Vec<VersionChange>)> {
    let change = VersionChange { application: "homepage".into(), from: "1.0.0".into(), to: "2.0.0".into() };
    Some((taken, vec![change]))
}

#[tokio::test]
async fn a_change_of_entries_is_no_upgrade_and_an_upgrade_is_a_revision_of_its_own() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.deploy(deployment, "town", "Town").await;
    assert_eq!(draft(&town, deployment).await.newer, None);

    town.library.renew();
    let offered = draft(&town, deployment).await;
    let changed = town.stage(deployment, "town", "City").await;

    assert_eq!(told(offered.newer), from_first_to_second(false));
    let changed = town.revision(changed).await;
    assert_eq!((changed.pin.0.as_str(), changed.plan.upgrades.len()), ("memory", 0));
    assert_eq!(changed.applications["homepage"].version.as_deref(), Some("1.0.0"));

    take_newer(&town, deployment).await.expect("taken");
    let taken = draft(&town, deployment).await;
    let revision = town.workflow.deployments.stage(&town.owner, town.organisation, deployment).await;
    let revision = town.revision(revision.expect("a revision")).await;

    assert_eq!((options(&taken)["title"].clone(), revision.pin.0.as_str()), (json!("City"), "memory-newer"));
    assert_eq!(told(taken.newer), from_first_to_second(true));
    let upgrade = &revision.plan.upgrades[0];
    assert_eq!((&upgrade.versions, upgrade.needs_dump), (&from_first_to_second(true).expect("a change").1[0], false));
    let run = town.request(revision.id).await.expect("a run");
    town.work(Arc::new(NoProbe)).await;
    assert_eq!(town.run(run).await.run.state, RunState::Succeeded);
    assert_eq!(draft(&town, deployment).await.newer, None);
}

#[tokio::test]
async fn what_goes_is_told_and_what_has_no_place_is_refused() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let links = json!([{ "url": "https://a.example" }]);
    town.set(deployment, json!({ "name": "town", "title": "Untold", "links": links })).await.expect("kept");
    town.library.renew();

    let refused = take_newer(&town, deployment).await;
    let against = draft(&town, deployment).await.newer.expect("something newer").against;

    let told = |findings: &[Finding]| {
        findings.iter().map(|finding| (finding.path.to_string(), finding.code)).collect::<Vec<_>>()
    };
    let expected = [("homepage.title".to_owned(), Code::NotMigrated)];
    assert!(matches!(&refused, Err(WorkflowError::NotMigrated(findings)) if told(findings) == expected), "{refused:?}");
    assert_eq!(told(&against), expected);
    assert_eq!(options(&draft(&town, deployment).await)["links"], links, "nothing is lost");

    town.set(deployment, json!({ "name": "town", "title": "Town", "links": links })).await.expect("kept");
    let dropped = draft(&town, deployment).await.newer.expect("something newer").dropped;
    take_newer(&town, deployment).await.expect("taken");

    assert_eq!((dropped[0].path.to_string().as_str(), &dropped[0].got), ("homepage.links", &links));
    let taken = draft(&town, deployment).await;
    assert_eq!((options(&taken), taken.findings.len()), (&json!({ "label": "town", "title": "Town" }), 0));
}

#[tokio::test]
async fn a_secret_moves_with_the_option_that_it_is_kept_for() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.save(deployment, &[("password", "canary-hunter2")]).await.expect("saved");
    town.library.renew();

    take_newer(&town, deployment).await.expect("taken");

    let taken = draft(&town, deployment).await;
    assert_eq!(options(&taken)["key"], json!({ "edition": 1 }));
    assert_eq!(taken.findings, []);
    let sealed = town
        .records
        .sealed(town.organisation, deployment, &SecretName("homepage.key".into()), 1)
        .await
        .expect("kept")
        .sealed;
    assert_eq!(town.ports.sealer.open(&sealed).expect("opened").reveal(), "canary-hunter2");
    town.workflow.deployments.stage(&town.owner, town.organisation, deployment).await.expect("a revision");
}

#[tokio::test]
async fn what_an_application_keeps_is_dumped_before_an_upgrade_or_there_is_none() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.save(deployment, &[("password", "hunter2")]).await.expect("saved");
    let stage = async || town.workflow.deployments.stage(&town.owner, town.organisation, deployment).await;
    let first = stage().await.expect("a revision");
    town.request(first).await.expect("a run");
    town.work(Arc::new(NoProbe)).await;
    town.library.renew();
    take_newer(&town, deployment).await.expect("taken");

    let second = stage().await.expect("a revision");
    let refused = town.request(second).await;

    assert!(town.revision(second).await.plan.upgrades[0].needs_dump);
    assert!(matches!(&refused, Err(WorkflowError::NotDumped(name)) if name == "homepage"), "{refused:?}");
}

#[tokio::test]
async fn what_a_newer_version_keeps_is_not_given_to_an_older_one() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let first = town.stage(deployment, "town", "Town").await;
    let stage = async || town.workflow.deployments.stage(&town.owner, town.organisation, deployment).await;
    let deploy = async |revision| {
        town.request(revision).await.expect("a run");
        town.work(Arc::new(NoProbe)).await;
    };
    deploy(first).await;
    town.library.renew();
    take_newer(&town, deployment).await.expect("taken");
    let back = async || town.workflow.deployments.return_to(&town.owner, town.organisation, deployment, first).await;
    deploy(stage().await.expect("a revision")).await;
    back().await.expect("nothing is kept yet, and the name is the same by another name");

    town.save(deployment, &[("label", "town"), ("key", "hunter2")]).await.expect("saved");
    deploy(stage().await.expect("a revision")).await;
    let refused = back().await;

    let no_way_back = matches!(&refused, Err(WorkflowError::NoWayBack { version, .. }) if version == "1.0.0");
    assert!(no_way_back, "{refused:?}");
}

#[tokio::test]
async fn another_secret_is_a_change_even_where_the_closure_stays() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.save(deployment, &[("password", "hunter2")]).await.expect("saved");
    let stage = async || {
        let staged = town.workflow.deployments.stage(&town.owner, town.organisation, deployment).await;
        town.revision(staged.expect("a revision")).await
    };
    town.request(stage().await.id).await.expect("a run");
    town.work(Arc::new(NoProbe)).await;
    assert!(stage().await.plan.changes_nothing());

    town.save(deployment, &[("password", "another one")]).await.expect("saved");
    let renewed = stage().await.plan;

    assert!(renewed.renews_secrets && !renewed.changes_nothing());
}

#[tokio::test]
async fn what_is_for_good_stays_so_under_another_name_and_what_is_new_can_be_set() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.deploy(deployment, "town", "Town").await;
    town.library.renew();
    take_newer(&town, deployment).await.expect("taken");
    let findings = async |options: Value| {
        let found = town.set(deployment, options).await.expect("kept");
        found.into_iter().map(|finding| (finding.path.to_string(), finding.code)).collect::<Vec<_>>()
    };

    assert_eq!(draft(&town, deployment).await.open, [Path::default().key("homepage").key("region")]);
    assert_eq!(findings(json!({ "label": "town", "title": "Town", "region": "there" })).await, []);
    let renamed = findings(json!({ "label": "city", "title": "Town" })).await;

    assert_eq!(renamed, [("homepage.label".to_owned(), Code::Immutable)]);
}

#[tokio::test]
async fn a_form_of_one_version_is_not_read_as_one_of_another() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.deploy(deployment, "town", "Town").await;
    let opened = draft(&town, deployment).await.pin;
    town.library.renew();
    take_newer(&town, deployment).await.expect("taken");

    let fields =
        Fields::from([("homepage.name".into(), "town".into()), ("homepage.password".into(), "hunter2".into())]);
    let seen = Seen { pin: Some(opened), ..Seen::default() };
    let deployments = &town.workflow.deployments;
    let saved = deployments.save_draft(&town.owner, town.organisation, deployment, fields, "keep", seen).await;

    assert!(matches!(&saved, Err(WorkflowError::EditedMeanwhile { .. })), "{saved:?}");
    assert_eq!(options(&draft(&town, deployment).await)["label"], "town");
}

#[tokio::test]
async fn a_library_that_can_not_be_read_keeps_nobody_from_their_deployment() {
    let town = Town::new().await;
    let (written, lost) = (town.deployment().await, town.deployment().await);
    town.deploy(written, "town", "Town").await;
    town.deploy(lost, "lost", "Lost").await;
    town.library.renew();

    town.library.lose("memory-newer");
    let shown = draft(&town, written).await;
    assert_eq!((shown.pin.0.as_str(), shown.newer), ("memory", None), "today's is broken");
    town.stage(written, "town", "City").await;

    town.library.lose("memory");
    let carried = draft(&town, lost).await;
    assert_eq!(
        (carried.pin.0.as_str(), &options(&carried)["label"]),
        ("memory-newer", &json!("lost")),
        "its own is gone"
    );
}
