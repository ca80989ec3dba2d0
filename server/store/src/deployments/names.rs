//! Names that are reserved for deployments, each once in an environment.

use std::collections::BTreeSet;

use domain::identifier::{DeploymentId, EnvironmentId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict,
};

use crate::{Records, entity::reservation, failed::Failed};

pub(super) async fn reserve(
    records: &Records,
    environment: EnvironmentId,
    deployment: DeploymentId,
    names: &[String],
) -> Result<Vec<String>, Failed> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    // In one order everywhere, so that two that reserve at once can't wait for each other.
    let names: BTreeSet<&String> = names.iter().collect();
    let rows = names.iter().map(|name| reservation::ActiveModel {
        environment: Set(environment.to_string()),
        name: Set((*name).clone()),
        deployment: Set(deployment.to_string()),
    });
    let transaction = records.write().await?;
    let keep =
        OnConflict::columns([reservation::Column::Environment, reservation::Column::Name]).do_nothing().to_owned();
    reservation::Entity::insert_many(rows).on_conflict(keep).exec_without_returning(&transaction).await?;
    let taken = reservation::Entity::find()
        .filter(reservation::Column::Environment.eq(environment.to_string()))
        .filter(reservation::Column::Name.is_in(names))
        .filter(reservation::Column::Deployment.ne(deployment.to_string()))
        .order_by_asc(reservation::Column::Name)
        .all(&transaction)
        .await?;
    if taken.is_empty() {
        transaction.commit().await?;
    }
    Ok(taken.into_iter().map(|row| row.name).collect())
}

pub(super) async fn release_but(records: &Records, deployment: DeploymentId, keep: &[String]) -> Result<(), Failed> {
    let transaction = records.write().await?;
    release(&transaction, &deployment.to_string(), keep).await?;
    transaction.commit().await?;
    Ok(())
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
