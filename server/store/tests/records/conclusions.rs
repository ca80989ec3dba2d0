use domain::{
    deployment::{DeploymentState, Draft, RevisionState},
    run::{Failure, FailureCode, RunState, Step},
};
use time::Duration;
use workflow::port::store::{
    Deployments, Runs, StoreError,
    runs::{Conclusion, NewLine},
};

use crate::{
    database::Database,
    sample::{LEASE, NOW, Tenant, applications, reserve_names},
};

fn failure(code: FailureCode) -> Failure {
    Failure { step: Some(Step::Verify), code, detail: format!("{}ä", "x".repeat(1999)) }
}

pub(crate) async fn a_deployed_revision_is_live(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    let revision = tenant.revision(deployment, "Town").await;
    let run = tenant.request(deployment, Some(revision), NOW).await;
    let claim = tenant.claim("worker", NOW).await;
    let (addresses, later) = (vec!["http://town.localhost".to_owned()], NOW + Duration::minutes(1));

    let conclusion = Conclusion::Deployed { addresses: addresses.clone() };
    records.conclude(&claim, &conclusion, later).await.expect("concluded");

    let shown = records.deployment_detail(organisation, deployment).await.expect("a deployment");
    assert_eq!((shown.deployment.state, shown.deployment.addresses), (DeploymentState::Live, addresses));
    assert_eq!((shown.deployment.live, shown.deployment.changed), (Some(revision), later));
    assert_eq!(shown.deployment.changed_by, "town-owner");
    assert_eq!(shown.live.map(|live| (live.id, live.state)), Some((revision, RevisionState::Deployed)));
    assert_eq!(shown.draft, None, "the draft said the same");
    let finished = records.run(organisation, run).await.expect("a run");
    assert_eq!((finished.state, finished.finished), (RunState::Succeeded, Some(later)));
    assert!(records.claim_run("worker", later + LEASE, LEASE).await.expect("an answer").is_none());
}

pub(crate) async fn a_draft_that_says_something_else_outlives_a_deployment(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    let revision = tenant.revision(deployment, "Town").await;
    tenant.request(deployment, Some(revision), NOW).await;
    let draft = Draft { deployment, applications: applications("City"), pin: None, submitted: false };
    records.save_draft(organisation, &draft, "City", &[], None, tenant.by(NOW)).await.expect("typed meanwhile");

    let claim = tenant.claim("worker", NOW).await;
    records.conclude(&claim, &Conclusion::Deployed { addresses: vec![] }, NOW).await.expect("concluded");

    let shown = records.deployment_detail(organisation, deployment).await.expect("a deployment");
    assert_eq!((shown.draft, shown.deployment.title.as_str()), (Some(draft), "Town"));
}

pub(crate) async fn a_removed_deployment_gives_back_its_names(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let (one, two) = (tenant.deployment("One", NOW).await, tenant.deployment("Two", NOW).await);
    let names = ["town".to_owned()];
    reserve_names(records, organisation, one, &names).await.expect("reserved");
    tenant.deploy(one, "City", NOW).await;

    let run = tenant.request(one, None, NOW).await;
    assert_eq!(records.deployment(organisation, one).await.expect("one").state, DeploymentState::Removing);
    records.conclude(&tenant.claim("worker", NOW).await, &Conclusion::Removed, NOW).await.expect("concluded");

    let shown = records.deployment_detail(organisation, one).await.expect("a deployment");
    assert_eq!((shown.deployment.state, shown.deployment.live), (DeploymentState::Removed, None));
    assert_eq!((shown.deployment.addresses.len(), shown.draft, shown.live), (0, None, None));
    assert_eq!(records.run(organisation, run).await.expect("a run").state, RunState::Succeeded);
    assert_eq!(reserve_names(records, organisation, two, &names).await.expect("an answer"), [""; 0]);
}

pub(crate) async fn a_failed_run_says_why_and_changes_nothing(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    let revision = tenant.revision(deployment, "Town").await;
    let run = tenant.request(deployment, Some(revision), NOW).await;
    let claim = tenant.claim("worker", NOW).await;

    records.fail_run(&claim, &failure(FailureCode::NotAnswering)).await.expect("noted");
    let undoing = records.run(organisation, run).await.expect("a run");
    records.conclude(&claim, &Conclusion::Undone, NOW).await.expect("concluded");

    assert_eq!(undoing.state, RunState::Undoing);
    let failed = records.run(organisation, run).await.expect("a run");
    assert_eq!(failed.state, RunState::Failed);
    assert_eq!(failed.failure.map(|failure| failure.detail), Some("x".repeat(1999)), "cut between characters");
    let shown = records.deployment_detail(organisation, deployment).await.expect("a deployment");
    assert_eq!((shown.deployment.state, shown.deployment.live), (DeploymentState::Failed, None));
    assert!(shown.draft.is_some(), "nothing typed is lost");
    let kept = records.revision(organisation, revision).await.expect("a revision");
    assert_eq!(kept.state, RevisionState::Failed);
}

pub(crate) async fn a_cancelled_run_leaves_what_was_there(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    let cancelled = async |revision| {
        let run = tenant.request(deployment, Some(revision), NOW).await;
        let claim = tenant.claim("worker", NOW).await;
        records.fail_run(&claim, &failure(FailureCode::Cancelled)).await.expect("noted");
        records.conclude(&claim, &Conclusion::Undone, NOW).await.expect("concluded");
        assert_eq!(records.run(organisation, run).await.expect("a run").state, RunState::Cancelled);
        records.deployment(organisation, deployment).await.expect("a deployment")
    };

    let never_live = cancelled(tenant.revision(deployment, "Town").await).await;
    let live = tenant.deploy(deployment, "Town", NOW).await;
    let once_live = cancelled(tenant.revision(deployment, "City").await).await;
    let the_same = cancelled(live).await;

    assert_eq!((never_live.state, never_live.live), (DeploymentState::Draft, None));
    assert_eq!((once_live.state, once_live.live), (DeploymentState::Live, Some(live)));
    assert_eq!((the_same.state, the_same.live), (DeploymentState::Live, Some(live)));
    let kept = records.revision(organisation, live).await.expect("a revision");
    assert_eq!(kept.state, RevisionState::Deployed, "what was live stays deployed");
}

pub(crate) async fn a_run_that_could_not_be_undone_says_so(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    let live = tenant.deploy(deployment, "Town", NOW).await;
    let run = tenant.request(deployment, Some(tenant.revision(deployment, "City").await), NOW).await;
    let claim = tenant.claim("worker", NOW).await;
    records.fail_run(&claim, &failure(FailureCode::Cancelled)).await.expect("noted");

    records.conclude(&claim, &Conclusion::NotUndone, NOW).await.expect("concluded");

    assert_eq!(records.run(organisation, run).await.expect("a run").state, RunState::Failed, "more than cancelled");
    let shown = records.deployment(organisation, deployment).await.expect("a deployment");
    assert_eq!((shown.state, shown.live), (DeploymentState::Failed, Some(live)));
    tenant.deploy(deployment, "Town", NOW).await;
    let shown = records.deployment(organisation, deployment).await.expect("a deployment");
    assert_eq!(shown.state, DeploymentState::Live);
}

pub(crate) async fn a_finished_run_takes_no_more_notes(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let deployment = tenant.deployment("Town", NOW).await;
    let run = tenant.request(deployment, Some(tenant.revision(deployment, "Town").await), NOW).await;
    let claim = tenant.claim("worker", NOW).await;
    records.conclude(&claim, &Conclusion::Deployed { addresses: vec![] }, NOW).await.expect("concluded");

    let line = NewLine { step: None, text: "late".into(), at: NOW };
    let late = [records.append_lines(&claim, &[line]).await, records.conclude(&claim, &Conclusion::Undone, NOW).await];
    records.cancel_run(tenant.organisation, run, tenant.by(NOW)).await.expect("stays as it is");

    assert!(late.iter().all(|answer| matches!(answer, Err(StoreError::Fenced))), "{late:?}");
    assert_eq!(records.run(tenant.organisation, run).await.expect("a run").state, RunState::Succeeded);
}
