use domain::{
    deployment::{DeploymentState, RevisionState},
    run::{FailureCode, RunKind, RunState},
};
use tokio::task::JoinSet;
use workflow::port::store::{Deployments, Runs, StoreError, runs::NewRun};

use crate::{
    database::Database,
    sample::{LEASE, NOW, Tenant, reserve_names},
};

pub(crate) async fn a_deployment_has_one_unfinished_run_under_parallel_requests(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let deployment = tenant.deployment("Town", NOW).await;
    let revision = tenant.revision(deployment, "Town").await;
    let mut requests = JoinSet::new();
    for _ in 0..20 {
        let (records, new) = (database.records.clone(), tenant.new_run(deployment, Some(revision), NOW).await);
        requests.spawn(async move { records.request_run(&new).await });
    }

    let answers = requests.join_all().await;

    let (made, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    assert_eq!(made.len(), 1);
    assert!(refused.iter().all(|answer| matches!(answer, Err(StoreError::Conflict))), "{refused:?}");
    let shown = database.records.deployment_detail(tenant.organisation, deployment).await.expect("a deployment");
    assert_eq!(shown.deployment.state, DeploymentState::Deploying);
    assert_eq!(shown.run.map(|run| run.id), made.into_iter().next().and_then(Result::ok));
}

pub(crate) async fn a_run_needs_a_revision_of_its_deployment(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (one, two) = (tenant.deployment("One", NOW).await, tenant.deployment("Two", NOW).await);
    let (first, second) = (tenant.revision(one, "One").await, tenant.revision(two, "Two").await);
    let refused = async |new: NewRun| {
        let answer = tenant.records.request_run(&new).await;
        assert!(matches!(answer, Err(StoreError::Conflict)), "{new:?}: {answer:?}");
    };

    refused(tenant.new_run(one, Some(second), NOW).await).await;
    refused(NewRun { revision: None, ..tenant.new_run(one, Some(first), NOW).await }).await;
    refused(NewRun { kind: RunKind::Remove, ..tenant.new_run(one, Some(first), NOW).await }).await;

    tenant.deploy(one, "One", NOW).await;
    tenant.remove(one, NOW).await;
    refused(tenant.new_run(one, Some(first), NOW).await).await;
}

pub(crate) async fn a_run_is_asked_for_by_who_knows_what_is_live(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let deployment = tenant.deployment("Town", NOW).await;
    let revision = tenant.revision(deployment, "City").await;
    let late = tenant.new_run(deployment, Some(revision), NOW).await;
    tenant.deploy(deployment, "Town", NOW).await;

    let refused = tenant.records.request_run(&late).await;

    assert!(matches!(refused, Err(StoreError::Conflict)), "{refused:?}");
    tenant.request(deployment, Some(revision), NOW).await;
}

pub(crate) async fn a_run_needs_the_names_of_its_revision(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (one, two) = (tenant.deployment("One", NOW).await, tenant.deployment("Two", NOW).await);
    let (first, second) = (tenant.revision(one, "Town").await, tenant.revision(two, "Town").await);
    let run = tenant.request(one, Some(first), NOW).await;

    let refused = tenant.records.request_run(&tenant.new_run(two, Some(second), NOW).await).await;

    assert!(matches!(refused, Err(StoreError::Conflict)), "{refused:?}");
    tenant.records.cancel_run(tenant.organisation, run, tenant.by(NOW)).await.expect("cancelled");
    let given_back = reserve_names(&tenant.records, tenant.organisation, one, &[]).await;
    assert_eq!(given_back.expect("an answer"), [""; 0]);
    tenant.request(two, Some(second), NOW).await;
}

pub(crate) async fn a_run_that_nobody_took_is_cancelled_at_once(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    let revision = tenant.revision(deployment, "Town").await;
    let run = tenant.request(deployment, Some(revision), NOW).await;

    records.cancel_run(organisation, run, tenant.by(NOW)).await.expect("cancelled");

    let cancelled = records.run(organisation, run).await.expect("a run");
    assert_eq!((cancelled.state, cancelled.finished, cancelled.cancelling), (RunState::Cancelled, Some(NOW), true));
    assert_eq!(cancelled.failure.map(|failure| failure.code), Some(FailureCode::Cancelled));
    assert!(records.claim_run("worker", NOW, LEASE).await.expect("an answer").is_none());
    let state = async || records.deployment(organisation, deployment).await.expect("a deployment").state;
    assert_eq!(state().await, DeploymentState::Draft);
    let kept = records.revision(organisation, revision).await.expect("a revision");
    assert_eq!(kept.state, RevisionState::Staged, "it was never tried");
    tenant.deploy(deployment, "Town", NOW).await;
    let again = tenant.request(deployment, None, NOW).await;
    records.cancel_run(organisation, again, tenant.by(NOW)).await.expect("cancelled");
    assert_eq!(state().await, DeploymentState::Live);
}

pub(crate) async fn a_run_that_was_taken_is_asked_to_stop(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    let run = tenant.request(deployment, Some(tenant.revision(deployment, "Town").await), NOW).await;
    let claim = tenant.claim("worker", NOW).await;
    assert!(!records.prolong(&claim, NOW + LEASE).await.expect("prolonged"));

    records.cancel_run(organisation, run, tenant.by(NOW)).await.expect("asked");

    assert!(records.prolong(&claim, NOW + LEASE).await.expect("prolonged"));
    let running = records.run(organisation, run).await.expect("a run");
    assert_eq!((running.state, running.cancelling, running.finished), (RunState::Running, true, None));
    assert_eq!(records.deployment(organisation, deployment).await.expect("one").state, DeploymentState::Deploying);
}
