//! Deleting an account. What was done with it stays, under an id that says nothing of who it was.

use domain::{
    identifier::{OrganisationId, PersonId},
    person::Needed,
    policy::Role,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::LockType,
};
use time::OffsetDateTime;
use workflow::port::store::StoreError;

use crate::{
    Records,
    audit::{self, Entry},
    column::id,
    entity::{invitation, membership, new_password, organisation, person, session},
    failed::Failed,
    organisations,
};

pub(super) async fn delete(records: &Records, person: PersonId, now: OffsetDateTime) -> Result<Vec<Needed>, Failed> {
    let transaction = records.write().await?;
    // Before the organisations: whoever accepts an invitation waits here, so nothing is joined any more.
    let found = person::Entity::find_by_id(person.to_string()).lock(LockType::NoKeyUpdate).one(&transaction).await?;
    let found = found.ok_or(StoreError::NotFound)?;
    lock_where_needed(&transaction, person).await?;
    let needed = needed(&transaction, person).await?;
    if !needed.is_empty() {
        return Ok(needed);
    }
    let of = person.to_string();
    membership::Entity::delete_many().filter(membership::Column::Person.eq(&of)).exec(&transaction).await?;
    session::Entity::delete_many().filter(session::Column::Person.eq(&of)).exec(&transaction).await?;
    new_password::Entity::delete_many().filter(new_password::Column::Person.eq(&of)).exec(&transaction).await?;
    invitation::Entity::delete_many().filter(invitation::Column::Email.eq(&found.email)).exec(&transaction).await?;
    let mut changed = found.into_active_model();
    changed.name = Set(String::new());
    // No address looks like this, and no hash.
    changed.email = Set(format!("deleted {of}"));
    changed.password = Set(String::new());
    changed.update(&transaction).await?;
    let entry = Entry { person, organisation: None, verb: "delete account", subject: &person, at: now };
    audit::note(&transaction, entry).await?;
    transaction.commit().await?;
    Ok(Vec::new())
}

/// For what somebody can't be spared.
pub(super) async fn needed(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Needed>, Failed> {
    let mut needed = Vec::new();
    for (membership, organisation) in memberships(db, person).await? {
        match organisation {
            Some(organisation) if organisations::is_last_owner(db, &membership).await? => {
                needed.push(Needed::Owner { organisation: organisation.name });
            }
            None if is_last_administrator(db, &membership).await? => needed.push(Needed::HostingProvider),
            _ => {}
        }
    }
    Ok(needed)
}

/// Whoever else could take somebody's place stays in theirs until the end of the transaction.
async fn lock_where_needed(db: &impl ConnectionTrait, person: PersonId) -> Result<(), Failed> {
    for (membership, _) in memberships(db, person).await? {
        match membership.organisation {
            Some(organisation) => organisations::lock(db, id::<OrganisationId>(&organisation)?).await?,
            None => {
                administrators().order_by_asc(membership::Column::Id).lock(LockType::Update).all(db).await?;
            }
        }
    }
    Ok(())
}

async fn is_last_administrator(db: &impl ConnectionTrait, leaving: &membership::Model) -> Result<bool, Failed> {
    Ok(administrators().filter(membership::Column::Id.ne(&leaving.id)).count(db).await? == 0)
}

fn administrators() -> sea_orm::Select<membership::Entity> {
    membership::Entity::find()
        .filter(membership::Column::Organisation.is_null())
        .filter(membership::Column::Role.eq(Role::HostingProvider.as_str()))
}

/// In the order in which everybody locks organisations.
async fn memberships(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(membership::Model, Option<organisation::Model>)>, Failed> {
    let of = membership::Entity::find().filter(membership::Column::Person.eq(person.to_string()));
    Ok(of.find_also_related(organisation::Entity).order_by_asc(membership::Column::Organisation).all(db).await?)
}
