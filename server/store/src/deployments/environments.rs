//! Environments that are offered to organisations.

use domain::{
    environment::{Environment, ProviderConfiguration},
    identifier::EnvironmentId,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use workflow::port::store::StoreError;

use crate::{
    Records,
    column::{from_json, id, json, new_id},
    entity::environment,
    failed::Failed,
};

pub(super) async fn environments(db: &impl ConnectionTrait) -> Result<Vec<Environment>, Failed> {
    let rows = environment::Entity::find().all(db).await?;
    let read = |row: environment::Model| {
        let configuration = from_json(&row.configuration)?;
        Ok(Environment { id: id(&row.id)?, kind: row.kind, name: row.name, configuration })
    };
    let mut environments = rows.into_iter().map(read).collect::<Result<Vec<_>, Failed>>()?;
    environments.sort_by_cached_key(|environment| (environment.name.to_lowercase(), environment.id));
    Ok(environments)
}

pub(super) async fn ensure(
    records: &Records,
    kind: &str,
    name: &str,
    configuration: &ProviderConfiguration,
) -> Result<EnvironmentId, Failed> {
    let transaction = records.write().await?;
    let row = environment::ActiveModel {
        id: Set(new_id().to_string()),
        kind: Set(kind.to_owned()),
        name: Set(name.to_owned()),
        configuration: Set(json(configuration)?),
    };
    let configure = OnConflict::columns([environment::Column::Kind, environment::Column::Name])
        .update_column(environment::Column::Configuration)
        .to_owned();
    environment::Entity::insert(row).on_conflict(configure).exec_without_returning(&transaction).await?;
    let found = environment::Entity::find()
        .filter(environment::Column::Kind.eq(kind))
        .filter(environment::Column::Name.eq(name))
        .one(&transaction)
        .await?;
    let found = found.ok_or(StoreError::NotFound)?;
    transaction.commit().await?;
    id(&found.id)
}
