use domain::policy::Role;
use futures::future::join_all;
use time::Duration;
use workflow::port::store::{Organisations, StoreError, organisations::NewInvitation};

use crate::{
    database::Database,
    sample::{NOW, Tenant, invitation, new_person, token},
};

pub(crate) async fn an_invitation_works_once(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let new = invitation(tenant.organisation, tenant.owner, "Ada", Role::Operator);
    let id = records.invite(&new).await.expect("an invitation");
    let (shown, has_account) = records.invitation(&new.token, NOW).await.expect("an invitation");
    assert_eq!((shown.id, shown.email, shown.role, has_account), (id, new.email.clone(), Role::Operator, false));

    let ada = records.accept_as_new(&new.token, &new_person("Ada")).await.expect("accepted");

    let again = records.accept_as_new(&new.token, &new_person("Ada")).await;
    assert!(matches!(again, Err(StoreError::NotFound)), "{again:?}");
    let shown = records.invitation(&new.token, NOW).await;
    assert!(matches!(shown, Err(StoreError::NotFound)), "{shown:?}");
    let members = records.members(tenant.organisation).await.expect("members");
    assert!(members.iter().any(|member| member.person == ada && member.role == Role::Operator));
    let invited = records.invite(&new).await;
    assert!(matches!(invited, Err(StoreError::Conflict)), "a member is not invited: {invited:?}");
}

pub(crate) async fn an_invitation_accepted_twice_at_once_makes_one_member(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let village = Tenant::new(&database.records, "village").await;
    let records = &database.records;
    let new = invitation(village.organisation, village.owner, &tenant.owner_name, Role::Viewer);
    records.invite(&new).await.expect("an invitation");

    let both = tokio::join!(
        records.accept_as(&new.token, tenant.owner, NOW),
        records.accept_as(&new.token, tenant.owner, NOW)
    );

    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    assert_eq!(records.members(village.organisation).await.expect("members").len(), 2);
}

pub(crate) async fn an_invitation_is_for_its_address_and_its_time(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let village = Tenant::new(&database.records, "village").await;
    let records = &database.records;
    let for_owner = invitation(village.organisation, village.owner, &tenant.owner_name, Role::Viewer);
    records.invite(&for_owner).await.expect("an invitation");
    let late = for_owner.expires;

    let by_another = records.accept_as(&for_owner.token, village.owner, NOW).await;
    let as_new = records.accept_as_new(&for_owner.token, &new_person("Eve")).await;
    let too_late = records.accept_as(&for_owner.token, tenant.owner, late).await;

    assert!(matches!(by_another, Err(StoreError::NotFound)), "{by_another:?}");
    assert!(matches!(as_new, Err(StoreError::Conflict)), "{as_new:?}");
    assert!(matches!(too_late, Err(StoreError::NotFound)), "{too_late:?}");
    assert!(records.invitation(&for_owner.token, late).await.is_err());
    assert!(records.invitation(&for_owner.token, NOW).await.expect("still open").1, "the address has an account");
    assert_eq!(records.invitations(village.organisation, late).await.expect("open ones"), []);
    records.accept_as(&for_owner.token, tenant.owner, late - Duration::seconds(1)).await.expect("in time");
}

pub(crate) async fn a_new_invitation_replaces_the_earlier_one(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let earlier = invitation(tenant.organisation, tenant.owner, "Ada", Role::Viewer);
    let mut later = invitation(tenant.organisation, tenant.owner, "Ada", Role::Owner);
    later.token = token("later");
    records.invite(&earlier).await.expect("an invitation");

    let id = records.invite(&later).await.expect("an invitation");

    let open = records.invitations(tenant.organisation, NOW).await.expect("open ones");
    assert_eq!(open.iter().map(|one| (one.id, one.role)).collect::<Vec<_>>(), [(id, Role::Owner)]);
    assert!(records.invitation(&earlier.token, NOW).await.is_err());
    records.withdraw_invitation(tenant.organisation, id, tenant.by(NOW)).await.expect("withdrawn");
    assert!(records.invitation(&later.token, NOW).await.is_err());
}

pub(crate) async fn of_many_invited_at_once_there_are_as_many_as_may_be(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let mut expired = invitation(tenant.organisation, tenant.owner, "Late", Role::Viewer);
    expired.expires = NOW;
    records.invite(&expired).await.expect("an invitation");
    let invitations = (0..50).map(|number| {
        let new = invitation(tenant.organisation, tenant.owner, &format!("Guest{number}"), Role::Viewer);
        async move { records.invite(&NewInvitation { most: 5, ..new }).await }
    });

    let invited = join_all(invitations).await;

    assert_eq!(invited.iter().filter(|made| made.is_ok()).count(), 4, "beside the owner: {invited:?}");
    assert_eq!(invited.iter().filter(|made| matches!(made, Err(StoreError::Full))).count(), 46, "{invited:?}");
}
