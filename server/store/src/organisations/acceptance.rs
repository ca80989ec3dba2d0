//! Accepting an invitation; its token works once.

use domain::identifier::{OrganisationId, PersonId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect, sea_query::LockType};
use time::OffsetDateTime;
use workflow::{
    port::store::{StoreError, accounts::NewPerson},
    secret::TokenHash,
};

use super::invitations;
use crate::{
    Records, accounts,
    audit::{self, Entry},
    column::{id, micros, new_id},
    entity::{invitation, membership, person},
    failed::Failed,
};

pub(super) async fn accept_as_new(records: &Records, token: &TokenHash, new: &NewPerson) -> Result<PersonId, Failed> {
    let transaction = records.write().await?;
    let invitation = use_up(&transaction, token, new.created).await?;
    if accounts::has_account(&transaction, &invitation.email).await? {
        return Err(StoreError::Conflict.into());
    }
    let person = accounts::add(&transaction, new, &invitation.email).await?;
    join(&transaction, &invitation, person, new.created).await?;
    transaction.commit().await?;
    Ok(person)
}

pub(super) async fn accept_as(
    records: &Records,
    token: &TokenHash,
    person: PersonId,
    now: OffsetDateTime,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let invitation = use_up(&transaction, token, now).await?;
    let found = person::Entity::find_by_id(person.to_string()).lock(LockType::NoKeyUpdate).one(&transaction).await?;
    if found.is_none_or(|person| person.email != invitation.email) {
        return Err(StoreError::NotFound.into());
    }
    join(&transaction, &invitation, person, now).await?;
    transaction.commit().await?;
    Ok(())
}

/// Who deletes the invitation has it; a second one waits for the first and finds none.
async fn use_up(
    db: &impl ConnectionTrait,
    token: &TokenHash,
    now: OffsetDateTime,
) -> Result<invitation::Model, Failed> {
    let invitation = invitations::open(db, token, now).await?;
    let used = invitation::Entity::delete_by_id(&invitation.id).exec(db).await?;
    if used.rows_affected == 0 { Err(StoreError::NotFound.into()) } else { Ok(invitation) }
}

async fn join(
    db: &impl ConnectionTrait,
    invitation: &invitation::Model,
    person: PersonId,
    now: OffsetDateTime,
) -> Result<(), Failed> {
    let row = membership::ActiveModel {
        id: Set(new_id().to_string()),
        person: Set(person.to_string()),
        organisation: Set(Some(invitation.organisation.clone())),
        role: Set(invitation.role.clone()),
        created: Set(micros(now)),
    };
    membership::Entity::insert(row).exec_without_returning(db).await?;
    let organisation = Some(id::<OrganisationId>(&invitation.organisation)?);
    audit::note(db, Entry { person, organisation, verb: "accept invitation", subject: &invitation.id, at: now }).await
}
