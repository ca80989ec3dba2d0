//! Names that are reserved for deployments, each once in an environment.

use std::collections::BTreeSet;

use domain::{
    identifier::{DeploymentId, OrganisationId},
    plan::{Allocated, Plan, Pool},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, sea_query::OnConflict,
};

use workflow::port::store::deployments::Reservation;

use crate::{
    Records,
    column::from_json,
    entity::{deployment, reservation, revision, run},
    failed::Failed,
};

pub(super) async fn reserve(
    records: &Records,
    organisation: OrganisationId,
    deployment: DeploymentId,
    names: &[String],
    pools: &[Pool],
) -> Result<Reservation, Failed> {
    let transaction = records.write().await?;
    let of = super::lock_to_change(&transaction, organisation, deployment).await?;
    let mut keep = in_use(&transaction, &of).await?;
    let mut taken = take(&transaction, &of, names).await?;
    let mut allocated = Allocated::new();
    let mut exhausted = Vec::new();
    for pool in pools {
        match draw(&transaction, &of, pool, &allocated).await? {
            Some(value) => {
                keep.push(value.clone());
                allocated.entry(pool.host.clone()).or_default().insert(pool.field.clone(), value);
            }
            None => exhausted.push(pool.clone()),
        }
    }
    if !taken.is_empty() || !exhausted.is_empty() {
        taken.sort();
        return Ok(Reservation::Refused { taken, exhausted });
    }
    keep.extend_from_slice(names);
    release(&transaction, &of.id, &keep).await?;
    transaction.commit().await?;
    Ok(Reservation::Held(allocated))
}

/// Takes the first value of a pool that no other deployment has and that was not drawn for another host.
async fn draw(
    db: &impl ConnectionTrait,
    of: &deployment::Model,
    pool: &Pool,
    drawn: &Allocated,
) -> Result<Option<String>, Failed> {
    let held: BTreeSet<String> = reservation::Entity::find()
        .select_only()
        .column(reservation::Column::Name)
        .filter(reservation::Column::Environment.eq(&of.environment))
        .filter(reservation::Column::Deployment.ne(&of.id))
        .filter(reservation::Column::Name.is_in(&pool.from))
        .into_tuple()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let is_free = |value: &&String| {
        !held.contains(*value) && !drawn.values().any(|fields| fields.values().any(|other| other == *value))
    };
    for value in pool.from.iter().filter(is_free) {
        if take(db, of, std::slice::from_ref(value)).await?.is_empty() {
            return Ok(Some(value.clone()));
        }
    }
    Ok(None)
}

/// Takes each name that is free, in the caller's transaction; the ones that another deployment holds come back.
pub(crate) async fn take(
    db: &impl ConnectionTrait,
    of: &deployment::Model,
    names: &[String],
) -> Result<Vec<String>, Failed> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    // In one order everywhere, so that two that reserve at once can't wait for each other.
    let names: BTreeSet<&String> = names.iter().collect();
    let rows = names.iter().map(|name| reservation::ActiveModel {
        environment: Set(of.environment.clone()),
        name: Set((*name).clone()),
        deployment: Set(of.id.clone()),
    });
    let keep =
        OnConflict::columns([reservation::Column::Environment, reservation::Column::Name]).do_nothing().to_owned();
    reservation::Entity::insert_many(rows).on_conflict(keep).exec_without_returning(db).await?;
    let taken = reservation::Entity::find()
        .filter(reservation::Column::Environment.eq(&of.environment))
        .filter(reservation::Column::Name.is_in(names))
        .filter(reservation::Column::Deployment.ne(&of.id))
        .order_by_asc(reservation::Column::Name)
        .all(db)
        .await?;
    Ok(taken.into_iter().map(|row| row.name).collect())
}

/// The names that the live revision and the one of a run under way use.
async fn in_use(db: &impl ConnectionTrait, of: &deployment::Model) -> Result<Vec<String>, Failed> {
    let under_way = run::Entity::find()
        .select_only()
        .column(run::Column::Revision)
        .filter(run::Column::Deployment.eq(&of.id))
        .filter(run::Column::Finished.is_null())
        .filter(run::Column::Revision.is_not_null())
        .into_query();
    let plans: Vec<String> = revision::Entity::find()
        .select_only()
        .column(revision::Column::Plan)
        .filter(revision::Column::Deployment.eq(&of.id))
        .filter(
            Condition::any()
                .add(revision::Column::Id.eq(of.live.clone()))
                .add(revision::Column::Id.in_subquery(under_way)),
        )
        .into_tuple()
        .all(db)
        .await?;
    let mut names = Vec::new();
    for plan in plans {
        names.extend(from_json::<Plan>(&plan)?.names());
    }
    Ok(names)
}

/// Gives back all names but these, in the caller's transaction.
pub(crate) async fn release(db: &impl ConnectionTrait, deployment: &str, keep: &[String]) -> Result<(), Failed> {
    let mut gone = reservation::Entity::delete_many().filter(reservation::Column::Deployment.eq(deployment));
    if !keep.is_empty() {
        gone = gone.filter(reservation::Column::Name.is_not_in(keep));
    }
    gone.exec(db).await?;
    Ok(())
}
