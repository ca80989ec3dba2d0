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

#[cfg(test)]
mod tests {
    use domain::name::Label;
    use sea_orm::ConnectionTrait as _;
    use time::OffsetDateTime;
    use workflow::{
        port::store::{Accounts as _, By, Organisations as _},
        secret::{PasswordHash, TokenHash},
    };

    use super::*;

    /// As a full disk: SQLite answers the same.
    #[tokio::test]
    async fn after_a_write_found_no_room_the_next_ones_are_kept() {
        let directory = tempfile::tempdir().expect("a directory");
        let url = format!("sqlite://{}?mode=rwc", directory.path().join("records.sqlite").display());
        let records = Records::open(&url).await.expect("records");
        let now = OffsetDateTime::UNIX_EPOCH;
        let token = TokenHash::of(b"token");
        records.set_first_token(&token, now).await.expect("a token");
        let person = workflow::port::store::accounts::NewPerson {
            name: "Ada".into(),
            email: "ada@example.org".to_owned().try_into().expect("an address"),
            password: PasswordHash("hash".into()),
            created: now,
        };
        let by = By { person: records.create_first(&token, &person).await.expect("an account"), at: now };
        let make = async |name: &str| {
            let label = Label::try_from(name.to_lowercase()).expect("a label");
            records.create_organisation(&label, &name.repeat(20_000), by).await.map(|_| ())
        };
        make("Before").await.expect("there is room");

        records.writes.execute_unprepared("PRAGMA max_page_count = 1").await.expect("set to what there is");
        make("Full").await.expect_err("there is no room");
        records.writes.execute_unprepared("PRAGMA max_page_count = 1000000").await.expect("room again");
        make("After").await.expect("there is room again");

        let other = Records::open(&url).await.expect("somebody else can write as well");
        let labels: Vec<_> = other.organisations().await.expect("organisations").into_iter().collect();
        let labels: Vec<&str> = labels.iter().map(|row| row.organisation.label.as_str()).collect();
        assert_eq!(labels, ["after", "before"]);
    }
}
