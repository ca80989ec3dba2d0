//! Secrets of the server itself, which all that share the records use.

use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait::async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0006_server_secrets"
    }
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "CREATE TABLE server_secret (\
             name TEXT NOT NULL PRIMARY KEY, \
             sealed TEXT NOT NULL, \
             created BIGINT NOT NULL)";
        manager.get_connection().execute_unprepared(table).await?;
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
