use domain::policy::Role;
use workflow::port::store::{Organisations, StoreError};

use crate::{
    database::Database,
    sample::{NOW, Tenant, by_administrator, label},
};

pub(crate) async fn a_label_is_taken_once(database: Database) {
    let records = &database.records;
    let by = by_administrator(records).await;
    let town = records.create_organisation(&label("town"), "Town", by).await.expect("an organisation");

    let again = records.create_organisation(&label("town"), "Other", by).await;

    assert!(matches!(again, Err(StoreError::Conflict)), "{again:?}");
    assert_eq!(records.organisation(&label("town")).await.expect("found"), town);
    let missing = records.organisation(&label("village")).await;
    assert!(matches!(missing, Err(StoreError::NotFound)), "{missing:?}");
}

pub(crate) async fn organisations_are_listed_with_their_numbers(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    tenant.member("Viewer", Role::Viewer).await;
    tenant.deployment("One", NOW).await;
    let gone = tenant.deployment("Two", NOW).await;
    tenant.remove(gone, NOW).await;
    database.records.create_organisation(&label("empty"), "Ärzte", tenant.by(NOW)).await.expect("an organisation");
    database.records.create_organisation(&label("first"), "archive", tenant.by(NOW)).await.expect("an organisation");

    let rows = database.records.organisations().await.expect("rows");

    let shown: Vec<_> = rows.iter().map(|row| (row.organisation.name.as_str(), row.people, row.deployments)).collect();
    assert_eq!(shown, [("archive", 0, 0), ("town", 2, 1), ("Ärzte", 0, 0)]);
}

pub(crate) async fn the_last_owner_stays(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, id) = (&database.records, tenant.organisation);
    let other = tenant.member("Other", Role::Viewer).await;

    let demoted = records.change_role(id, tenant.owner, Role::Operator, tenant.by(NOW)).await;
    let ended = records.end_membership(id, tenant.owner, tenant.by(NOW)).await;
    let provider = records.change_role(id, other, Role::HostingProvider, tenant.by(NOW)).await;

    assert!(matches!(demoted, Err(StoreError::Conflict)), "{demoted:?}");
    assert!(matches!(ended, Err(StoreError::Conflict)), "{ended:?}");
    assert!(matches!(provider, Err(StoreError::Conflict)), "{provider:?}");
    records.change_role(id, other, Role::Owner, tenant.by(NOW)).await.expect("a second owner");
    records.change_role(id, tenant.owner, Role::Viewer, tenant.by(NOW)).await.expect("demoted");
    records.end_membership(id, tenant.owner, tenant.by(NOW)).await.expect("ended");
    let members = records.members(id).await.expect("members");
    assert_eq!(members.iter().map(|member| (member.person, member.role)).collect::<Vec<_>>(), [(other, Role::Owner)]);
    let again = records.end_membership(id, tenant.owner, tenant.by(NOW)).await;
    assert!(matches!(again, Err(StoreError::NotFound)), "{again:?}");
}

pub(crate) async fn two_owners_who_leave_at_once_leave_one(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, id) = (&database.records, tenant.organisation);
    let other = tenant.member("Other", Role::Owner).await;

    let left = tokio::join!(
        records.end_membership(id, tenant.owner, tenant.by(NOW)),
        records.end_membership(id, other, tenant.by(NOW))
    );

    assert!(left.0.is_ok() != left.1.is_ok(), "{left:?}");
    assert_eq!(records.members(id).await.expect("members").len(), 1);
}
