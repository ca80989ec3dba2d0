use std::collections::HashSet;

use domain::run::{Failure, FailureCode, RunState, Step, StepState};
use serde_json::Value;
use time::Duration;
use tokio::task::JoinSet;
use workflow::port::store::{
    Runs, StoreError,
    runs::{Claim, Conclusion, NewLine},
};

use crate::{
    database::Database,
    sample::{LEASE, NOW, Tenant},
};

pub(crate) async fn two_workers_at_once_get_one_run_once(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    for number in 0..5 {
        let deployment = tenant.deployment(&format!("Site {number}"), NOW).await;
        tenant.request(deployment, Some(tenant.revision(deployment, &format!("Site {number}")).await), NOW).await;
    }
    let mut workers = JoinSet::new();
    for number in 0..20 {
        let records = database.records.clone();
        workers.spawn(async move { records.claim_run(&format!("worker {number}"), NOW, LEASE).await });
    }

    let claims: Vec<Claim> =
        workers.join_all().await.into_iter().filter_map(|claim| claim.expect("an answer")).collect();

    let runs: HashSet<_> = claims.iter().map(|claim| claim.run.id).collect();
    assert_eq!((claims.len(), runs.len()), (5, 5));
    assert!(claims.iter().all(|claim| claim.epoch == 1 && claim.fence == 1 && claim.run.state == RunState::Running));
}

pub(crate) async fn the_oldest_run_is_taken_first(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (young, old) = (tenant.deployment("Young", NOW).await, tenant.deployment("Old", NOW).await);
    let young = tenant.request(young, Some(tenant.revision(young, "Young").await), NOW).await;
    let earlier = NOW - Duration::hours(1);
    let old = tenant.request(old, Some(tenant.revision(old, "Old").await), earlier).await;

    let order = [tenant.claim("worker", NOW).await.run.id, tenant.claim("worker", NOW).await.run.id];

    assert_eq!(order, [old, young]);
    assert!(database.records.claim_run("worker", NOW, LEASE).await.expect("an answer").is_none());
}

pub(crate) async fn a_lease_that_is_over_fences_its_worker(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let deployment = tenant.deployment("Town", NOW).await;
    tenant.request(deployment, Some(tenant.revision(deployment, "Town").await), NOW).await;
    let old = tenant.claim("old", NOW).await;
    let early = records.claim_run("new", NOW + LEASE - Duration::seconds(1), LEASE).await.expect("an answer");
    assert!(early.is_none(), "the lease is not over");
    records.prolong(&old, NOW + LEASE * 2).await.expect("prolonged");
    assert!(records.claim_run("new", NOW + LEASE, LEASE).await.expect("an answer").is_none(), "it was prolonged");

    let new = tenant.claim("new", NOW + LEASE * 2).await;

    assert!(new.run.id == old.run.id && new.epoch == old.epoch + 1 && new.fence > old.fence, "{old:?} {new:?}");
    let failure = Failure { step: None, code: FailureCode::Internal, detail: String::new() };
    let line = NewLine { step: None, text: "late".into(), at: NOW };
    let late = [
        records.prolong(&old, NOW + LEASE * 9).await.map(|_| ()),
        records.give_back(&old).await,
        records.begin_step(&old, Step::Preflight, Value::Null, NOW).await.map(|_| ()),
        records.end_step(&old, Step::Preflight, StepState::Done, NOW).await,
        records.append_lines(&old, &[line]).await,
        records.fail_run(&old, &failure).await,
        records.conclude(&old, &Conclusion::Undone, NOW).await,
    ];
    assert!(late.iter().all(|answer| matches!(answer, Err(StoreError::Fenced))), "{late:?}");
    assert!(records.steps(&new).await.expect("steps").is_empty());
    records.prolong(&new, NOW + LEASE * 3).await.expect("the new worker has it");
}

pub(crate) async fn a_run_that_was_given_back_is_taken_at_once(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let deployment = tenant.deployment("Town", NOW).await;
    let run = tenant.request(deployment, Some(tenant.revision(deployment, "Town").await), NOW).await;
    let first = tenant.claim("worker", NOW).await;
    let failure = Failure { step: Some(Step::Build), code: FailureCode::BuildFailed, detail: "why".into() };
    records.fail_run(&first, &failure).await.expect("noted");

    records.give_back(&first).await.expect("given back");
    let second = tenant.claim("worker", NOW).await;

    assert_eq!((second.run.id, second.run.state, second.epoch), (run, RunState::Undoing, 2));
    assert_eq!(second.run.failure, Some(failure));
    let late = records.prolong(&first, NOW + LEASE).await;
    assert!(matches!(late, Err(StoreError::Fenced)), "{late:?}");
}

pub(crate) async fn fences_grow_over_all_runs_of_a_deployment(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (deployment, other) = (tenant.deployment("Town", NOW).await, tenant.deployment("Other", NOW).await);
    tenant.deploy(deployment, "Town", NOW).await;
    tenant.deploy(other, "Other", NOW).await;
    tenant.request(deployment, None, NOW).await;

    let claim = tenant.claim("worker", NOW).await;
    let again = tenant.claim("worker", NOW + LEASE).await;

    assert_eq!((claim.epoch, claim.fence), (1, 2));
    assert_eq!((again.epoch, again.fence), (2, 3));
}

pub(crate) async fn a_lease_from_a_clock_that_was_set_back_is_over(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let deployment = tenant.deployment("Town", NOW).await;
    tenant.request(deployment, Some(tenant.revision(deployment, "Town").await), NOW).await;
    let claim = tenant.claim("worker", NOW).await;

    let a_little_late = tenant.records.claim_run("other", NOW - LEASE / 2, LEASE).await.expect("an answer");
    let an_hour_earlier = tenant.records.claim_run("other", NOW - Duration::hours(1), LEASE).await.expect("an answer");

    assert!(a_little_late.is_none(), "clocks may differ a little");
    assert_eq!(an_hour_earlier.map(|next| next.epoch), Some(claim.epoch + 1));
}
