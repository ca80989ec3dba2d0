//! One connection to the records, cheap to clone.

mod open;

use sea_orm::{
    AccessMode, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

pub use open::OpenError;

/// The records: organisations, people, deployments, runs.
#[derive(Clone, Debug)]
pub struct Records {
    reads: DatabaseConnection,
    /// In SQLite a pool of one: writers wait for their turn here, not in the database.
    writes: DatabaseConnection,
}

impl Records {
    /// Opens the records and brings their schema up to date. `sqlite:///path?mode=rwc`, `sqlite::memory:` (gone when
    /// the last clone is) or `postgres://…`.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        open::open(url).await
    }

    /// Waits for what is under way and closes; the other clones are closed too.
    pub async fn close(&self) {
        for connection in [&self.reads, &self.writes] {
            if let Err(error) = connection.close_by_ref().await {
                tracing::warn!(error = &error as &dyn std::error::Error, "the records did not close");
            }
        }
    }

    /// For a single query; several that belong together are asked in [`Self::read`].
    pub(crate) fn reads(&self) -> &DatabaseConnection {
        &self.reads
    }

    /// Every query of the transaction sees the same moment.
    pub(crate) async fn read(&self) -> Result<DatabaseTransaction, DbErr> {
        let postgres = self.reads.get_database_backend() == DbBackend::Postgres;
        let options = TransactionOptions {
            isolation_level: postgres.then_some(IsolationLevel::RepeatableRead),
            access_mode: postgres.then_some(AccessMode::ReadOnly),
            sqlite_transaction_mode: None,
        };
        self.reads.begin_with_options(options).await
    }

    /// Undone when it is dropped before it was committed. In SQLite it has the write lock from its first moment, so
    /// that it can't be refused half-way.
    pub(crate) async fn write(&self) -> Result<DatabaseTransaction, DbErr> {
        let immediate = Some(SqliteTransactionMode::Immediate);
        self.writes
            .begin_with_options(TransactionOptions { sqlite_transaction_mode: immediate, ..Default::default() })
            .await
    }
}
