//! A thousand deployments of one organisation, in every state that lasts.

use domain::{
    plan::{Placement, Plan, Reserved},
    run::{Failure, FailureCode, RunKind, Step},
};
use serde_json::json;
use time::Duration;
use workflow::port::store::{
    deployments::{NewDeployment, NewRevision},
    runs::{Conclusion, NewRun},
};

use crate::{homepage, journey::Records};

const DEPLOYMENTS: usize = 1000;
/// Besides; they don't show before somebody asks for them.
const REMOVED: usize = 50;
const WHO: [&str; 10] = [
    "Choir",
    "Orchestra",
    "Public library",
    "Primary school",
    "Volunteer fire brigade",
    "Rowing club",
    "Allotments",
    "Repair café",
    "Youth centre",
    "History society",
];
const WHERE: [&str; 10] = [
    "Weidenau",
    "Upper Weidenau",
    "Kreuztal",
    "Hilchenbach",
    "Netphen",
    "Freudenberg",
    "Burbach",
    "Neunkirchen",
    "Wilnsdorf",
    "Bad Berleburg",
];

/// How a deployment stands.
enum Standing {
    Draft,
    Live,
    Failed,
    Removed,
}

pub(super) fn seed(records: &Records) {
    let first = records.runtime.block_on(async {
        let query = domain::deployment::DeploymentQuery::default();
        let page = records.wiring.ports.store.deployments(records.organisation, &query).await.expect("a page");
        let live = page.rows[0].live.expect("a live revision");
        records.wiring.ports.store.revision(records.organisation, live).await.expect("a revision")
    });
    records.runtime.block_on(async {
        // One is there already.
        for number in 1..DEPLOYMENTS + REMOVED {
            // Every kind of title comes in every state.
            let standing = match (number + number / 10 + number / 100) % 10 {
                _ if number >= DEPLOYMENTS => Standing::Removed,
                0 => Standing::Draft,
                1 => Standing::Failed,
                _ => Standing::Live,
            };
            add(records, &first, number, &standing).await;
        }
    });
}

async fn add(records: &Records, first: &domain::deployment::Revision, number: usize, standing: &Standing) {
    let (store, clock) = (&records.wiring.ports.store, &records.wiring.ports.clock);
    let (organisation, by) = (records.organisation, records.operator.person);
    let title = format!("{} of {} {}", WHO[number % 10], WHERE[number / 10 % 10], number / 100 + 1);
    let name = format!("site-{number}");
    let applications = homepage::applications(&name, &title);
    let environment = store.environments().await.expect("environments")[0].id;
    let new = NewDeployment {
        organisation,
        environment,
        applications: applications.clone(),
        pin: first.pin.clone(),
        title: title.clone(),
        created_by: by,
        created: clock.now(),
        most: u64::MAX,
    };
    let deployment = store.create_deployment(&new).await.expect("a deployment");
    if matches!(standing, Standing::Draft) {
        return;
    }

    let plan = plan(&first.plan, &name);
    let addresses = plan.addresses();
    let revision =
        NewRevision { deployment, applications, pin: first.pin.clone(), plan, created_by: by, created: clock.now() };
    let revision = store.stage_revision(organisation, &revision).await.expect("a revision");
    let carry_out = async |kind, revision, conclusion: &Conclusion| {
        let live = store.deployment(organisation, deployment).await.expect("a deployment").live;
        let run = NewRun { organisation, deployment, kind, revision, live, requested_by: by, requested: clock.now() };
        store.request_run(&run).await.expect("a run");
        let claim =
            store.claim_run("seed", clock.now(), Duration::minutes(1)).await.expect("an answer").expect("a claim");
        if matches!(conclusion, Conclusion::Undone) {
            let failure = Failure { step: Some(Step::Build), code: FailureCode::BuildFailed, detail: String::new() };
            store.fail_run(&claim, &failure).await.expect("a note");
        }
        store.conclude(&claim, conclusion, clock.now()).await.expect("an end");
    };
    let deployed = Conclusion::Deployed { addresses };
    let outcome = if matches!(standing, Standing::Failed) { &Conclusion::Undone } else { &deployed };
    carry_out(RunKind::Deploy, Some(revision), outcome).await;
    if matches!(standing, Standing::Removed) {
        carry_out(RunKind::Remove, None, &Conclusion::Removed).await;
    }
}

/// The plan of the first deployment, for another name.
fn plan(first: &Plan, name: &str) -> Plan {
    let host = format!("{name}.localhost");
    let site = json!({ "host": host, "address": format!("http://{host}:8090") });
    let results = [("homepage".to_owned(), [("site".to_owned(), site)].into())].into();
    let reserved = Reserved {
        name: host,
        application: "homepage".to_owned(),
        requirement: "site".to_owned(),
        option: Some("name".to_owned()),
    };
    Plan { placement: Placement { results, ..first.placement.clone() }, reserved: vec![reserved], ..first.clone() }
}
