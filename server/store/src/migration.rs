//! The schema, one step after the other. A step that was released is never changed; the next one follows it.

mod m0001_records;
mod m0002_hosts;
mod m0003_secrets;
mod m0004_draft_pin;
mod m0005_environment_secrets;
mod m0006_server_secrets;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, QuerySelect};
use sea_orm_migration::{MigrationTrait, MigratorTrait, SchemaManager, async_trait::async_trait, seaql_migrations};

struct Migrator;

#[async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_records::Migration),
            Box::new(m0002_hosts::Migration),
            Box::new(m0003_secrets::Migration),
            Box::new(m0004_draft_pin::Migration),
            Box::new(m0005_environment_secrets::Migration),
            Box::new(m0006_server_secrets::Migration),
        ]
    }
}

/// Brings the schema up to date; each step is wholly there or not at all.
pub(crate) async fn migrate(transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    if transaction.get_database_backend() == DbBackend::Postgres {
        // Two servers that start together: the second waits until the first has migrated.
        transaction.execute_unprepared("SELECT pg_advisory_xact_lock(7239184501)").await?;
    }
    Migrator::up(transaction, None).await
}

/// A step in the records that this version does not know: a newer one made it.
pub(crate) async fn unknown(transaction: &DatabaseTransaction) -> Result<Option<String>, DbErr> {
    if !SchemaManager::new(transaction).has_table("seaql_migrations").await? {
        return Ok(None);
    }
    let known = Migrator::migrations();
    let applied: Vec<String> = seaql_migrations::Entity::find()
        .select_only()
        .column(seaql_migrations::Column::Version)
        .into_tuple()
        .all(transaction)
        .await?;
    Ok(applied.into_iter().find(|version| !known.iter().any(|step| step.name() == version)))
}
