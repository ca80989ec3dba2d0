//! Who belongs to an organisation.

use domain::{
    identifier::{OrganisationId, PersonId},
    organisation::Member,
    policy::Role,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    RelationTrait, sea_query::Expr,
};
use workflow::port::store::{By, StoreError};

use crate::{
    Records,
    audit::{self, Entry},
    column::{from_word, id},
    entity::{membership, person},
    failed::Failed,
};

#[derive(FromQueryResult)]
struct Row {
    person: String,
    name: String,
    email: String,
    role: String,
}

pub(super) async fn members(db: &impl ConnectionTrait, organisation: OrganisationId) -> Result<Vec<Member>, Failed> {
    let rows: Vec<Row> = membership::Entity::find()
        .select_only()
        .columns([membership::Column::Person, membership::Column::Role])
        .columns([person::Column::Name, person::Column::Email])
        .join(JoinType::InnerJoin, membership::Relation::Person.def())
        .filter(membership::Column::Organisation.eq(organisation.to_string()))
        .into_model()
        .all(db)
        .await?;
    let mut members = rows
        .into_iter()
        .map(|row| {
            let (person, role) = (id(&row.person)?, from_word(&row.role)?);
            Ok(Member { person, name: row.name, email: row.email.try_into()?, role })
        })
        .collect::<Result<Vec<_>, Failed>>()?;
    members.sort_by_cached_key(|member| (member.name.to_lowercase(), member.person));
    Ok(members)
}

pub(super) async fn change_role(
    records: &Records,
    organisation: OrganisationId,
    person: PersonId,
    role: Role,
    by: By,
) -> Result<(), Failed> {
    if !Role::IN_ORGANISATION.contains(&role) {
        return Err(StoreError::Conflict.into());
    }
    let transaction = records.write().await?;
    super::lock(&transaction, organisation).await?;
    let found = membership(&transaction, organisation, person).await?;
    if role != Role::Owner {
        keep_an_owner(&transaction, &found).await?;
    }
    membership::Entity::update_many()
        .col_expr(membership::Column::Role, Expr::value(role.as_str()))
        .filter(membership::Column::Id.eq(found.id))
        .exec(&transaction)
        .await?;
    audit::note(&transaction, Entry::of(by, organisation, "change role", &person)).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn end(
    records: &Records,
    organisation: OrganisationId,
    person: PersonId,
    by: By,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    super::lock(&transaction, organisation).await?;
    let found = membership(&transaction, organisation, person).await?;
    keep_an_owner(&transaction, &found).await?;
    membership::Entity::delete_by_id(found.id).exec(&transaction).await?;
    audit::note(&transaction, Entry::of(by, organisation, "end membership", &person)).await?;
    transaction.commit().await?;
    Ok(())
}

/// How many belong to it.
pub(super) async fn count(db: &impl ConnectionTrait, organisation: OrganisationId) -> Result<u64, Failed> {
    let of = membership::Column::Organisation.eq(organisation.to_string());
    Ok(membership::Entity::find().filter(of).count(db).await?)
}

/// Whether somebody with this address belongs to it.
pub(super) async fn is_member(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    email: &str,
) -> Result<bool, Failed> {
    let count = membership::Entity::find()
        .join(JoinType::InnerJoin, membership::Relation::Person.def())
        .filter(membership::Column::Organisation.eq(organisation.to_string()))
        .filter(person::Column::Email.eq(email))
        .count(db)
        .await?;
    Ok(count > 0)
}

async fn membership(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<membership::Model, Failed> {
    let found = membership::Entity::find()
        .filter(membership::Column::Organisation.eq(organisation.to_string()))
        .filter(membership::Column::Person.eq(person.to_string()))
        .one(db)
        .await?;
    found.ok_or(StoreError::NotFound.into())
}

/// `Conflict` when this membership is the last owner's.
async fn keep_an_owner(db: &impl ConnectionTrait, leaving: &membership::Model) -> Result<(), Failed> {
    if is_last_owner(db, leaving).await? { Err(StoreError::Conflict.into()) } else { Ok(()) }
}

/// Whether this membership is the only owner's of its organisation.
pub(crate) async fn is_last_owner(db: &impl ConnectionTrait, leaving: &membership::Model) -> Result<bool, Failed> {
    if leaving.role != Role::Owner.as_str() {
        return Ok(false);
    }
    let others = membership::Entity::find()
        .filter(membership::Column::Organisation.eq(leaving.organisation.clone()))
        .filter(membership::Column::Role.eq(Role::Owner.as_str()))
        .filter(membership::Column::Id.ne(&leaving.id))
        .count(db)
        .await?;
    Ok(others == 0)
}
