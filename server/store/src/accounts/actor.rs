//! Who is signed in with a session.

use domain::{
    name::EmailAddress,
    organisation::Organisation,
    person::{Actor, Membership},
    policy::Role,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, sea_query::Expr,
};
use time::OffsetDateTime;
use uuid::Uuid;
use workflow::secret::TokenHash;

use crate::{
    Records,
    column::{from_word, id, micros},
    entity::{membership, organisation, person, session},
    failed::Failed,
};

/// How often we note that a session was seen, in microseconds.
const SEEN_EVERY: i64 = 60_000_000;

#[derive(FromQueryResult)]
struct SignedIn {
    session: String,
    last_seen: i64,
    person: String,
    name: String,
    email: String,
}

#[derive(FromQueryResult)]
struct Belonging {
    role: String,
    organisation: Option<String>,
    label: Option<String>,
    name: Option<String>,
}

pub(super) async fn actor(records: &Records, hash: &TokenHash, now: OffsetDateTime) -> Result<Option<Actor>, Failed> {
    let now = micros(now);
    let (signed_in, belongings) = {
        let transaction = records.read().await?;
        let Some(signed_in) = signed_in(&transaction, hash, now).await? else { return Ok(None) };
        let belongings = belongings(&transaction, &signed_in.person).await?;
        (signed_in, belongings)
    };
    if now.saturating_sub(signed_in.last_seen) >= SEEN_EVERY {
        // Somebody who only looks need not wait for a disk with room.
        if let Err(error) = note_seen(records, hash, now).await {
            tracing::warn!(?error, "could not note when a session was seen");
        }
    }
    assemble(signed_in, belongings).map(Some)
}

pub(super) async fn by_email(records: &Records, email: &EmailAddress) -> Result<Option<Actor>, Failed> {
    let transaction = records.read().await?;
    let found = person::Entity::find().filter(person::Column::Email.eq(email.as_str())).one(&transaction).await?;
    let Some(person::Model { id: person, name, email, .. }) = found else { return Ok(None) };
    let belongings = belongings(&transaction, &person).await?;
    let nobody = SignedIn { session: Uuid::nil().to_string(), last_seen: 0, person, name, email };
    assemble(nobody, belongings).map(Some)
}

fn assemble(signed_in: SignedIn, belongings: Vec<Belonging>) -> Result<Actor, Failed> {
    let is_provider = |one: &Belonging| one.organisation.is_none() && one.role == Role::HostingProvider.as_str();
    Ok(Actor {
        person: id(&signed_in.person)?,
        session: id(&signed_in.session)?,
        name: signed_in.name,
        email: signed_in.email.try_into()?,
        hosting_provider: belongings.iter().any(is_provider),
        memberships: belongings.into_iter().filter_map(membership).collect::<Result<_, _>>()?,
    })
}

async fn signed_in(db: &impl ConnectionTrait, hash: &TokenHash, now: i64) -> Result<Option<SignedIn>, Failed> {
    let found = session::Entity::find()
        .select_only()
        .column_as(session::Column::Id, "session")
        .columns([session::Column::LastSeen, session::Column::Person])
        .columns([person::Column::Name, person::Column::Email])
        .join(JoinType::InnerJoin, session::Relation::Person.def())
        .filter(session::Column::Hash.eq(&hash.0))
        .filter(session::Column::Expires.gt(now))
        // Whose account was deleted while they were signing in is nobody.
        .filter(person::Column::Password.ne(""))
        .into_model()
        .one(db)
        .await?;
    Ok(found)
}

async fn belongings(db: &impl ConnectionTrait, person: &str) -> Result<Vec<Belonging>, Failed> {
    let found = membership::Entity::find()
        .select_only()
        .columns([membership::Column::Role, membership::Column::Organisation])
        .columns([organisation::Column::Label, organisation::Column::Name])
        .join(JoinType::LeftJoin, membership::Relation::Organisation.def())
        .filter(membership::Column::Person.eq(person))
        .order_by_asc(organisation::Column::Name)
        .order_by_asc(membership::Column::Id)
        .into_model()
        .all(db)
        .await?;
    Ok(found)
}

/// None for the hosting provider's own side.
fn membership(found: Belonging) -> Option<Result<Membership, Failed>> {
    let (organisation, label, name) = (found.organisation?, found.label?, found.name?);
    let read = || {
        let organisation = Organisation { id: id(&organisation)?, label: label.try_into()?, name };
        Ok(Membership { organisation, role: from_word(&found.role)? })
    };
    Some(read())
}

async fn note_seen(records: &Records, hash: &TokenHash, now: i64) -> Result<(), Failed> {
    let transaction = records.write().await?;
    session::Entity::update_many()
        .col_expr(session::Column::LastSeen, Expr::value(now))
        .filter(session::Column::Hash.eq(&hash.0))
        .filter(session::Column::LastSeen.lt(now))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}
