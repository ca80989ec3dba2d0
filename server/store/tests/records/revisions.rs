use domain::deployment::{LibraryPin, RevisionState};
use time::Duration;
use workflow::port::store::{Deployments, Runs, runs::Conclusion};

use crate::{
    database::Database,
    sample::{NOW, Tenant, applications, plan},
};

pub(crate) async fn the_same_plan_is_staged_once(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let deployment = tenant.deployment("Town", NOW).await;
    let mut pinned = tenant.new_revision(deployment, "Town");
    let first = tenant.revision(deployment, "Town").await;

    let again = tenant.revision(deployment, "Town").await;
    pinned.pin = LibraryPin("sha256-2".into());
    let other_pin = records.stage_revision(tenant.organisation, &pinned).await.expect("a revision");
    let both = tokio::join!(tenant.revision(deployment, "City"), tenant.revision(deployment, "City"));

    assert_eq!(first, again);
    assert_ne!(first, other_pin);
    assert_eq!(both.0, both.1);
    let kept = records.revision(tenant.organisation, first).await.expect("a revision");
    assert_eq!((kept.number, kept.state, kept.created_by.as_str()), (1, RevisionState::Staged, "town-owner"));
    assert_eq!((kept.applications, kept.plan, kept.created), (applications("Town"), plan("Town"), NOW));
    assert_eq!(records.revision(tenant.organisation, both.0).await.expect("a revision").number, 3);
}

pub(crate) async fn the_history_tells_what_is_live_and_how_it_was_deployed(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let deployment = tenant.deployment("Town", NOW).await;
    let first = tenant.deploy(deployment, "Town", NOW).await;
    let second = tenant.deploy(deployment, "City", NOW + Duration::minutes(1)).await;
    let staged = tenant.revision(deployment, "Other").await;

    let history = records.history(tenant.organisation, deployment, None, 10).await.expect("a history");

    let shown: Vec<_> = history
        .iter()
        .map(|entry| (entry.revision.id, entry.revision.state, entry.live, entry.run.is_some()))
        .collect();
    let expected = [
        (staged, RevisionState::Staged, false, false),
        (second, RevisionState::Deployed, true, true),
        (first, RevisionState::Deployed, false, true),
    ];
    assert_eq!(shown, expected);
    let older = records.history(tenant.organisation, deployment, Some(3), 1).await.expect("a history");
    assert_eq!(older.iter().map(|entry| entry.revision.id).collect::<Vec<_>>(), [second]);
    let again = tenant.request(deployment, Some(first), NOW + Duration::minutes(2)).await;
    let history = records.history(tenant.organisation, deployment, None, 10).await.expect("a history");
    assert_eq!(history[2].run, Some(again));
}

pub(crate) async fn what_is_live_is_told_of_all_organisations(database: Database) {
    let records = &database.records;
    let (town, city) = (Tenant::new(records, "town").await, Tenant::new(records, "city").await);
    let (live, gone) = (town.deployment("Town", NOW).await, town.deployment("Gone", NOW).await);
    town.deployment("Draft", NOW).await;
    town.deploy(live, "Old", NOW).await;
    let newer = town.deploy(live, "New", NOW).await;
    town.deploy(gone, "Gone", NOW).await;
    town.remove(gone, NOW).await;
    let of_city = city.deployment("City", NOW).await;
    let revision = city.deploy(of_city, "City", NOW).await;

    let found = records.live_deployments().await.expect("what is live");

    let told: Vec<_> =
        found.iter().map(|live| (live.organisation.as_str(), live.deployment.id, live.revision.id)).collect();
    assert_eq!(told, [("city", of_city, revision), ("town", live, newer)]);
}

pub(crate) async fn only_what_was_live_is_kept(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let (deployment, gone) = (tenant.deployment("Town", NOW).await, tenant.deployment("Gone", NOW).await);
    let first = tenant.deploy(deployment, "Town", NOW).await;
    let second = tenant.deploy(deployment, "City", NOW).await;
    tenant.deploy(gone, "Gone", NOW).await;
    tenant.remove(gone, NOW).await;
    let failed = tenant.revision(deployment, "Failed").await;
    tenant.request(deployment, Some(failed), NOW).await;
    records.conclude(&tenant.claim("worker", NOW).await, &Conclusion::Undone, NOW).await.expect("undone");

    let under_way = tenant.revision(deployment, "Coming").await;
    tenant.request(deployment, Some(under_way), NOW).await;

    let kept = records.kept_revisions().await.expect("revisions");

    assert_eq!(kept.iter().map(|revision| revision.id).collect::<Vec<_>>(), [first, second, under_way]);
    let pin = |number: u8| LibraryPin(format!("sha256-{number}"));
    assert_eq!(records.kept_pins().await.expect("pins"), [pin(1)]);
    tenant.deployment("Drafted", NOW).await;
    assert_eq!(records.kept_pins().await.expect("pins"), [pin(0), pin(1)], "a draft is written for it");
    let failed = records.revision(tenant.organisation, failed).await.expect("a revision");
    assert_eq!(failed.state, RevisionState::Failed);
}
