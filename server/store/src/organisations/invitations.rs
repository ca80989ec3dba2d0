//! Invitations: who may become a member with the right token.

use domain::{
    identifier::{InvitationId, OrganisationId},
    organisation::Invitation,
    policy::Role,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;
use workflow::{
    port::store::{By, StoreError, organisations::NewInvitation},
    secret::TokenHash,
};

use super::members;
use crate::{
    Records, accounts,
    audit::{self, Entry},
    column::{from_word, id, micros, moment, new_id},
    entity::{invitation, organisation},
    failed::Failed,
};

pub(super) async fn invite(records: &Records, new: &NewInvitation) -> Result<InvitationId, Failed> {
    if !Role::IN_ORGANISATION.contains(&new.role) {
        return Err(StoreError::Conflict.into());
    }
    let transaction = records.write().await?;
    super::lock(&transaction, new.organisation).await?;
    if members::is_member(&transaction, new.organisation, new.email.as_str()).await? {
        return Err(StoreError::Conflict.into());
    }
    invitation::Entity::delete_many()
        .filter(invitation::Column::Organisation.eq(new.organisation.to_string()))
        .filter(invitation::Column::Email.eq(new.email.as_str()))
        .exec(&transaction)
        .await?;
    let open = invitation::Entity::find()
        .filter(invitation::Column::Organisation.eq(new.organisation.to_string()))
        .filter(invitation::Column::Expires.gt(micros(new.created)))
        .count(&transaction)
        .await?;
    if members::count(&transaction, new.organisation).await? + open >= new.most {
        return Err(StoreError::Full.into());
    }
    let id = InvitationId(new_id());
    let row = invitation::ActiveModel {
        id: Set(id.to_string()),
        organisation: Set(new.organisation.to_string()),
        email: Set(new.email.to_string()),
        role: Set(new.role.as_str().to_owned()),
        token: Set(new.token.0.clone()),
        invited_by: Set(new.invited_by.to_string()),
        created: Set(micros(new.created)),
        expires: Set(micros(new.expires)),
    };
    invitation::Entity::insert(row).exec_without_returning(&transaction).await?;
    let organisation = Some(new.organisation);
    let entry = Entry { person: new.invited_by, organisation, verb: "invite", subject: &id, at: new.created };
    audit::note(&transaction, entry).await?;
    transaction.commit().await?;
    Ok(id)
}

pub(super) async fn invitations(
    db: &impl ConnectionTrait,
    id: OrganisationId,
    now: OffsetDateTime,
) -> Result<Vec<Invitation>, Failed> {
    let Some(of) = organisation::Entity::find_by_id(id.to_string()).one(db).await? else {
        return Err(StoreError::NotFound.into());
    };
    let rows = invitation::Entity::find()
        .filter(invitation::Column::Organisation.eq(&of.id))
        .filter(invitation::Column::Expires.gt(micros(now)))
        .order_by_desc(invitation::Column::Created)
        .order_by_desc(invitation::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(|row| shown(row, of.clone())).collect()
}

pub(super) async fn withdraw(
    records: &Records,
    organisation: OrganisationId,
    id: InvitationId,
    by: By,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let gone = invitation::Entity::delete_many()
        .filter(invitation::Column::Id.eq(id.to_string()))
        .filter(invitation::Column::Organisation.eq(organisation.to_string()))
        .exec(&transaction)
        .await?;
    if gone.rows_affected == 0 {
        return Err(StoreError::NotFound.into());
    }
    audit::note(&transaction, Entry::of(by, organisation, "withdraw invitation", &id)).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn by_token(
    records: &Records,
    token: &TokenHash,
    now: OffsetDateTime,
) -> Result<(Invitation, bool), Failed> {
    let transaction = records.read().await?;
    let row = open(&transaction, token, now).await?;
    let of =
        organisation::Entity::find_by_id(&row.organisation).one(&transaction).await?.ok_or(StoreError::NotFound)?;
    let has_account = accounts::has_account(&transaction, &row.email).await?;
    Ok((shown(row, of)?, has_account))
}

/// The invitation of a token that can still be accepted.
pub(super) async fn open(
    db: &impl ConnectionTrait,
    token: &TokenHash,
    now: OffsetDateTime,
) -> Result<invitation::Model, Failed> {
    let found = invitation::Entity::find()
        .filter(invitation::Column::Token.eq(&token.0))
        .filter(invitation::Column::Expires.gt(micros(now)))
        .one(db)
        .await?;
    found.ok_or(StoreError::NotFound.into())
}

fn shown(row: invitation::Model, of: organisation::Model) -> Result<Invitation, Failed> {
    Ok(Invitation {
        id: id(&row.id)?,
        organisation: super::organisation(of)?,
        email: row.email.try_into()?,
        role: from_word(&row.role)?,
        expires: moment(row.expires)?,
    })
}
