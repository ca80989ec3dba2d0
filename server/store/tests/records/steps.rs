use domain::{
    identifier::DeploymentId,
    run::{Step, StepState},
};
use serde_json::json;
use time::Duration;
use tokio::task::JoinSet;
use workflow::port::store::{
    Runs, StoreError,
    runs::{Begun, Claim, Conclusion, NewLine},
};

use crate::{
    database::Database,
    sample::{LEASE, NOW, Tenant},
};

async fn claimed(tenant: &Tenant, deployment: DeploymentId) -> Claim {
    tenant.request(deployment, Some(tenant.revision(deployment, "Town").await), NOW).await;
    tenant.claim("worker", NOW).await
}

pub(crate) async fn the_note_of_a_step_stays_when_it_begins_again(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let claim = claimed(&tenant, tenant.deployment("Town", NOW).await).await;
    let unknown = records.end_step(&claim, Step::Build, StepState::Done, NOW).await;
    assert!(matches!(unknown, Err(StoreError::NotFound)), "{unknown:?}");

    let first = records.begin_step(&claim, Step::Activate, json!({"active": "/old"}), NOW).await.expect("begun");
    records.cancel_run(tenant.organisation, claim.run.id, tenant.by(NOW)).await.expect("asked");
    records.begin_step(&claim, Step::Preflight, json!(null), NOW).await.expect("begun");
    let later = tenant.claim("other", NOW + LEASE).await;
    let again =
        records.begin_step(&later, Step::Activate, json!({"active": "/new"}), NOW + LEASE).await.expect("begun");
    records.end_step(&later, Step::Activate, StepState::Done, NOW + LEASE).await.expect("ended");

    assert_eq!(first, Begun { before: json!({"active": "/old"}), cancelling: false });
    assert_eq!(again, Begun { before: json!({"active": "/old"}), cancelling: true });
    let steps = records.steps(&claim).await.expect("steps");
    let shown: Vec<_> = steps.iter().map(|one| (one.step, one.state, &one.before)).collect();
    let expected =
        [(Step::Preflight, StepState::Running, &json!(null)), (Step::Activate, StepState::Done, &first.before)];
    assert_eq!(shown, expected);
    let detail = records.run_detail(tenant.organisation, claim.run.id, 0).await.expect("a run");
    assert_eq!(detail.steps.iter().map(|one| one.step).collect::<Vec<_>>(), Step::DEPLOY);
    let activate = &detail.steps[3];
    assert_eq!((activate.started, activate.finished, activate.usual_ms), (Some(NOW), Some(NOW + LEASE), None));
    assert_eq!((detail.steps[5].state, detail.steps[5].started), (StepState::Waiting, None));
}

pub(crate) async fn the_usual_time_is_the_median_of_runs_that_succeeded(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let deployment = tenant.deployment("Town", NOW).await;
    for (milliseconds, conclusion) in [
        (100, Conclusion::Deployed { addresses: vec![] }),
        (900_000, Conclusion::Undone),
        (3000, Conclusion::Deployed { addresses: vec![] }),
        (200, Conclusion::Deployed { addresses: vec![] }),
    ] {
        let claim = claimed(&tenant, deployment).await;
        let end = NOW + Duration::milliseconds(milliseconds);
        records.begin_step(&claim, Step::Build, json!(null), NOW).await.expect("begun");
        records.end_step(&claim, Step::Build, StepState::Done, end).await.expect("ended");
        records.conclude(&claim, &conclusion, end).await.expect("concluded");
    }

    let claim = claimed(&tenant, deployment).await;
    let detail = records.run_detail(tenant.organisation, claim.run.id, 10).await.expect("a run");

    let usual: Vec<_> = detail.steps.iter().map(|one| (one.step, one.usual_ms)).collect();
    assert_eq!(usual[..3], [(Step::Preflight, None), (Step::Evaluate, None), (Step::Build, Some(200))]);
    assert_eq!(detail.title, "Town");
}

fn line(text: String) -> NewLine {
    NewLine { step: Some(Step::Build), text, at: NOW }
}

pub(crate) async fn lines_are_numbered_without_gaps_under_concurrency(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let claim = claimed(&tenant, tenant.deployment("Town", NOW).await).await;
    let mut writers = JoinSet::new();
    for writer in 0..20 {
        let (records, claim) = (database.records.clone(), claim.clone());
        let lines: Vec<_> = (0..3).map(|number| line(format!("{writer} {number}"))).collect();
        writers.spawn(async move { records.append_lines(&claim, &lines).await });
    }

    let answers = writers.join_all().await;

    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    let all = database.records.lines_after(tenant.organisation, claim.run.id, 0, 100).await.expect("lines");
    assert_eq!(all.iter().map(|line| line.number).collect::<Vec<_>>(), (1..=60).collect::<Vec<_>>());
    let together = all.chunks(3).all(|three| {
        let writer = three[0].text.split(' ').next();
        three.iter().enumerate().all(|(at, line)| line.text.split(' ').eq([writer.unwrap_or(""), &at.to_string()]))
    });
    assert!(together, "lines that were appended together stay together: {all:?}");
}

pub(crate) async fn many_lines_are_appended_at_once(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let claim = claimed(&tenant, tenant.deployment("Town", NOW).await).await;
    let lines: Vec<_> = (1..=15_000).map(|number| line(format!("line {number}\0"))).collect();

    records.append_lines(&claim, &lines).await.expect("appended");
    records.append_lines(&claim, &[]).await.expect("nothing to append");

    let some = records.lines_after(organisation, claim.run.id, 14_997, 2).await.expect("lines");
    assert_eq!(some.iter().map(|line| line.number).collect::<Vec<_>>(), [14_998, 14_999]);
    let last = records.run_detail(organisation, claim.run.id, 2).await.expect("a run").lines;
    assert_eq!(last.iter().map(|line| line.number).collect::<Vec<_>>(), [14_999, 15_000]);
    assert_eq!((last[1].text.as_str(), last[1].step, last[1].at), ("line 15000\u{fffd}", Some(Step::Build), NOW));
}
