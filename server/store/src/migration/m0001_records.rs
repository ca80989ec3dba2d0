//! Everything that the first version keeps.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait::async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0001_records"
    }
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // PostgreSQL knows no table before it is made, SQLite adds no constraint after; and only in PostgreSQL does
        // the order of texts depend on where it runs, unless we say otherwise.
        let (live, by_bytes, afterwards) = match manager.get_database_backend() {
            DbBackend::Postgres => {
                ("", "COLLATE \"C\"", "ALTER TABLE deployment ADD FOREIGN KEY (live) REFERENCES revision (id);")
            }
            _ => ("REFERENCES revision (id)", "", ""),
        };
        let tables = include_str!("m0001_records.sql").replace("/*live*/", live).replace("/*by bytes*/", by_bytes);
        let connection = manager.get_connection();
        connection.execute_unprepared(&tables).await?;
        if !afterwards.is_empty() {
            connection.execute_unprepared(afterwards).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
