//! Setting a new password with a one-time token, for who has forgotten the old one.

use domain::{identifier::PersonId, name::EmailAddress};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::OnConflict,
};
use time::OffsetDateTime;
use workflow::{
    port::store::StoreError,
    secret::{PasswordHash, TokenHash},
};

use crate::{
    Records,
    audit::{self, Entry},
    column::{id, micros},
    entity::{new_password, person, session},
    failed::Failed,
};

pub(super) async fn offer(
    records: &Records,
    email: &EmailAddress,
    token: &TokenHash,
    expires: OffsetDateTime,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let found = person::Entity::find().filter(person::Column::Email.eq(email.as_str())).one(&transaction).await?;
    let row = new_password::ActiveModel {
        person: Set(found.ok_or(StoreError::NotFound)?.id),
        token: Set(token.0.clone()),
        expires: Set(micros(expires)),
    };
    let replace = OnConflict::column(new_password::Column::Person)
        .update_columns([new_password::Column::Token, new_password::Column::Expires])
        .to_owned();
    new_password::Entity::insert(row).on_conflict(replace).exec_without_returning(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn whose(records: &Records, token: &TokenHash, now: OffsetDateTime) -> Result<EmailAddress, Failed> {
    let transaction = records.read().await?;
    let offered = open(&transaction, token, now).await?;
    let found = person::Entity::find_by_id(offered.person).one(&transaction).await?.ok_or(StoreError::NotFound)?;
    Ok(found.email.try_into()?)
}

pub(super) async fn set(
    records: &Records,
    token: &TokenHash,
    password: &PasswordHash,
    now: OffsetDateTime,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let offered = open(&transaction, token, now).await?;
    // Who deletes the token has it; a second one waits for the first and finds none.
    let used =
        new_password::Entity::delete_many().filter(new_password::Column::Token.eq(&token.0)).exec(&transaction).await?;
    let found = person::Entity::find_by_id(offered.person).one(&transaction).await?;
    let found = found.filter(|_| used.rows_affected > 0).ok_or(StoreError::NotFound)?;
    let owner: PersonId = id(&found.id)?;
    let mut changed = found.into_active_model();
    changed.password = Set(password.0.clone());
    changed.update(&transaction).await?;
    session::Entity::delete_many().filter(session::Column::Person.eq(owner.to_string())).exec(&transaction).await?;
    let entry = Entry { person: owner, organisation: None, verb: "set password", subject: &owner, at: now };
    audit::note(&transaction, entry).await?;
    transaction.commit().await?;
    Ok(())
}

async fn open(
    db: &impl ConnectionTrait,
    token: &TokenHash,
    now: OffsetDateTime,
) -> Result<new_password::Model, Failed> {
    let found = new_password::Entity::find()
        .filter(new_password::Column::Token.eq(&token.0))
        .filter(new_password::Column::Expires.gt(micros(now)))
        .one(db)
        .await?;
    found.ok_or(StoreError::NotFound.into())
}
