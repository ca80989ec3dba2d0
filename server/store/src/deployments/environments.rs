//! Environments that are offered to organisations.

use domain::environment::Environment;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use workflow::port::store::deployments::NewEnvironment;

use crate::{
    Records,
    column::{from_json, id, json, new_id},
    entity::environment,
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
    }
    transaction.commit().await?;
    Ok(())
}
