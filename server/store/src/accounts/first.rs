//! The first account: whoever can read the server's log may make it, once.

use domain::{identifier::PersonId, policy::Role};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::OnConflict,
};
use time::OffsetDateTime;
use workflow::{
    port::store::{StoreError, accounts::NewPerson},
    secret::TokenHash,
};

use crate::{
    Records,
    audit::{self, Entry},
    column::{micros, new_id},
    entity::{first_account, membership, person},
    failed::Failed,
};

/// The only row's key.
const ONLY: i32 = 1;

pub(super) async fn is_empty(db: &impl ConnectionTrait) -> Result<bool, Failed> {
    Ok(person::Entity::find().count(db).await? == 0)
}

pub(super) async fn set_token(records: &Records, token: &TokenHash, now: OffsetDateTime) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let row = first_account::ActiveModel { id: Set(ONLY), token: Set(token.0.clone()), created: Set(micros(now)) };
    let replace = OnConflict::column(first_account::Column::Id)
        .update_columns([first_account::Column::Token, first_account::Column::Created])
        .to_owned();
    first_account::Entity::insert(row).on_conflict(replace).exec_without_returning(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn is_token(db: &impl ConnectionTrait, token: &TokenHash) -> Result<bool, Failed> {
    Ok(first_account::Entity::find().filter(first_account::Column::Token.eq(&token.0)).count(db).await? > 0)
}

pub(super) async fn create(records: &Records, token: &TokenHash, person: &NewPerson) -> Result<PersonId, Failed> {
    let transaction = records.write().await?;
    // Who deletes the token has it; a second one waits for the first and finds none.
    let used = first_account::Entity::delete_many()
        .filter(first_account::Column::Token.eq(&token.0))
        .exec(&transaction)
        .await?;
    if used.rows_affected == 0 || !is_empty(&transaction).await? {
        return Err(StoreError::Conflict.into());
    }
    let id = super::add(&transaction, person, person.email.as_str()).await?;
    let row = membership::ActiveModel {
        id: Set(new_id().to_string()),
        person: Set(id.to_string()),
        organisation: Set(None),
        role: Set(Role::HostingProvider.as_str().to_owned()),
        created: Set(micros(person.created)),
    };
    membership::Entity::insert(row).exec_without_returning(&transaction).await?;
    let entry =
        Entry { person: id, organisation: None, verb: "create first account", subject: &id, at: person.created };
    audit::note(&transaction, entry).await?;
    transaction.commit().await?;
    Ok(id)
}
