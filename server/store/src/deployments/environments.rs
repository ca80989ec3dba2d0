//! Environments that are offered to organisations.

use std::collections::BTreeMap;

use domain::{environment::Environment, identifier::EnvironmentId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict},
};
use workflow::port::{
    sealer::Sealed,
    store::{
        StoreError,
        deployments::{EnvironmentSecret, NewEnvironment},
    },
};

use crate::{
    Records,
    column::{from_json, id, json, new_id},
    entity::{environment, environment_secret},
    failed::Failed,
};

pub(super) async fn environments(db: &impl ConnectionTrait) -> Result<Vec<Environment>, Failed> {
    let rows = environment::Entity::find().filter(environment::Column::Offered.eq(true)).all(db).await?;
    let mut environments = rows.into_iter().map(read).collect::<Result<Vec<_>, Failed>>()?;
    environments.sort_by_cached_key(|environment| (environment.name.to_lowercase(), environment.id));
    Ok(environments)
}

fn read(row: environment::Model) -> Result<Environment, Failed> {
    let configuration = from_json(&row.configuration)?;
    Ok(Environment { id: id(&row.id)?, kind: row.kind, name: row.name, configuration })
}

/// The newest edition of each secret of an environment.
pub(super) async fn secrets(
    db: &impl ConnectionTrait,
    kind: &str,
    name: &str,
) -> Result<Vec<EnvironmentSecret>, Failed> {
    let Some(id) = named(db, kind, name).await? else { return Ok(Vec::new()) };
    let rows = environment_secret::Entity::find()
        .filter(environment_secret::Column::Environment.eq(id))
        .order_by_asc(environment_secret::Column::Edition)
        .all(db)
        .await?;
    let mut newest = BTreeMap::new();
    for environment_secret::Model { setting, edition, sealed, .. } in rows {
        newest.insert(setting.clone(), EnvironmentSecret { setting, edition, sealed: Sealed(sealed) });
    }
    Ok(newest.into_values().collect())
}

pub(super) async fn secret(
    db: &impl ConnectionTrait,
    environment: EnvironmentId,
    setting: &str,
    edition: i64,
) -> Result<Sealed, Failed> {
    let key = (environment.to_string(), setting.to_owned(), edition);
    let found = environment_secret::Entity::find_by_id(key).one(db).await?;
    Ok(Sealed(found.ok_or(StoreError::NotFound)?.sealed))
}

async fn named(db: &impl ConnectionTrait, kind: &str, name: &str) -> Result<Option<String>, Failed> {
    let found = environment::Entity::find()
        .filter(environment::Column::Kind.eq(kind))
        .filter(environment::Column::Name.eq(name))
        .one(db)
        .await?;
    Ok(found.map(|row| row.id))
}

/// These are offered from now on, and no others.
pub(super) async fn offer(records: &Records, offered: &[NewEnvironment]) -> Result<(), Failed> {
    let transaction = records.write().await?;
    environment::Entity::update_many()
        .col_expr(environment::Column::Offered, Expr::value(false))
        .exec(&transaction)
        .await?;
    for new in offered {
        let row = environment::ActiveModel {
            id: Set(new_id().to_string()),
            kind: Set(new.kind.clone()),
            name: Set(new.name.clone()),
            configuration: Set(json(&new.configuration)?),
            offered: Set(true),
        };
        let configure = OnConflict::columns([environment::Column::Kind, environment::Column::Name])
            .update_columns([environment::Column::Configuration, environment::Column::Offered])
            .to_owned();
        environment::Entity::insert(row).on_conflict(configure).exec_without_returning(&transaction).await?;
        let id = named(&transaction, &new.kind, &new.name).await?.ok_or(StoreError::NotFound)?;
        for EnvironmentSecret { setting, edition, sealed } in &new.secrets {
            let row = environment_secret::ActiveModel {
                environment: Set(id.clone()),
                setting: Set(setting.clone()),
                edition: Set(*edition),
                sealed: Set(sealed.0.clone()),
            };
            // A server that starts at the same time may have kept it a moment ago.
            let stay = OnConflict::columns([
                environment_secret::Column::Environment,
                environment_secret::Column::Setting,
                environment_secret::Column::Edition,
            ])
            .do_nothing()
            .to_owned();
            environment_secret::Entity::insert(row).on_conflict(stay).exec_without_returning(&transaction).await?;
        }
    }
    transaction.commit().await?;
    Ok(())
}
