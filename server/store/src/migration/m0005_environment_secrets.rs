//! Secrets that a hosting provider gives for an environment.

use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait::async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0005_environment_secrets"
    }
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "CREATE TABLE environment_secret (\
             environment TEXT NOT NULL REFERENCES environment (id), \
             setting TEXT NOT NULL, \
             edition BIGINT NOT NULL, \
             sealed TEXT NOT NULL, \
             PRIMARY KEY (environment, setting, edition))";
        manager.get_connection().execute_unprepared(table).await?;
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
