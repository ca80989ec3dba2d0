//! Opening the records: whole, readable, and with the schema that we know.

use std::{error::Error, time::Duration};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, RuntimeErr, Statement,
    sqlx::{self, Connection as _},
};

use super::Records;
use crate::migration;

/// Why the records can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file is damaged or no database at all; a backup helps.
    #[error("the file of the records is damaged, or not one of ours")]
    Corrupt(#[source] Box<dyn Error + Send + Sync>),
    /// The file can't be opened for writing: a missing directory, permissions, a failing disk.
    #[error("the file of the records can't be read and written")]
    Unreadable(#[source] Box<dyn Error + Send + Sync>),
    /// The schema has a step that this version does not know.
    #[error("the records were made by a newer version of this software (step {step})")]
    Newer { step: String },
    /// The database does not answer, or not as it should.
    #[error("the database of the records can't be reached")]
    Unavailable(#[source] Box<dyn Error + Send + Sync>),
}

/// What the database says about a damaged file.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Damage(String);

const READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;
const BUSY: &str = "5000";

pub(super) async fn open(url: &str) -> Result<Records, OpenError> {
    let records = connect(url).await?;
    if records.writes.get_database_backend() == sea_orm::DbBackend::Sqlite {
        check(&records.writes).await?;
    }
    let transaction = records.write().await?;
    if let Some(step) = migration::unknown(&transaction).await? {
        return Err(OpenError::Newer { step });
    }
    migration::migrate(&transaction).await?;
    transaction.commit().await?;
    Ok(records)
}

async fn connect(url: &str) -> Result<Records, OpenError> {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).acquire_timeout(Duration::from_secs(30));
    if !url.starts_with("sqlite:") {
        let both = Database::connect(options.max_connections(POSTGRES_CONNECTIONS).clone()).await?;
        return Ok(Records { reads: both.clone(), writes: both });
    }
    // The only connection to a memory is the memory: it must never be given up for another.
    options.min_connections(1).max_connections(1).idle_timeout(None).max_lifetime(None).test_before_acquire(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "NORMAL")
            .pragma("foreign_keys", "ON")
            .pragma("busy_timeout", BUSY)
    });
    if url.contains(":memory:") || url.contains("mode=memory") {
        let both = Database::connect(options).await?;
        return Ok(Records { reads: both.clone(), writes: both });
    }
    options.map_sqlx_sqlite_pool_opts(|pool| pool.before_acquire(|connection, _| Box::pin(is_idle(connection))));
    let writes = Database::connect(options.clone()).await?;
    let reads = Database::connect(options.max_connections(READERS).clone()).await?;
    Ok(Records { reads, writes })
}

/// Whether nothing is open on a connection that comes back to the pool; else the pool opens another.
///
/// When the disk is full SQLite may end a transaction by itself (sqlite.org/lang_transaction.html). The driver goes on
/// counting it, so that all transactions after it would be parts of one that is never committed.
async fn is_idle(connection: &mut sqlx::SqliteConnection) -> Result<bool, sqlx::Error> {
    // What was dropped is rolled back before the answer.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// A damaged file is found before anything is written into it.
async fn check(connection: &DatabaseConnection) -> Result<(), OpenError> {
    let statement = Statement::from_string(connection.get_database_backend(), "PRAGMA quick_check(1)");
    let said: Option<String> =
        connection.query_one_raw(statement).await?.map(|row| row.try_get_by_index(0)).transpose()?;
    match said {
        Some(said) if said != "ok" => Err(OpenError::Corrupt(Box::new(Damage(said)))),
        _ => Ok(()),
    }
}

impl From<DbErr> for OpenError {
    /// Sorts by SQLite's result codes (sqlite.org/rescode.html); the low byte of an extended code is the code.
    fn from(error: DbErr) -> Self {
        match sqlite_code(&error).map(|code| code & 0xff) {
            // CORRUPT, NOTADB
            Some(11 | 26) => Self::Corrupt(Box::new(error)),
            // PERM, READONLY, IOERR, CANTOPEN, AUTH
            Some(3 | 8 | 10 | 14 | 23) => Self::Unreadable(Box::new(error)),
            _ => Self::Unavailable(Box::new(error)),
        }
    }
}

fn sqlite_code(error: &DbErr) -> Option<u32> {
    let (DbErr::Conn(RuntimeErr::SqlxError(cause))
    | DbErr::Exec(RuntimeErr::SqlxError(cause))
    | DbErr::Query(RuntimeErr::SqlxError(cause))) = error
    else {
        return None;
    };
    let database = cause.as_database_error()?;
    database.try_downcast_ref::<sqlx::sqlite::SqliteError>()?;
    database.code()?.parse().ok()
}
