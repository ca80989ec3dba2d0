//! A fresh database for each test.

use store::Records;
use tempfile::TempDir;

use crate::postgres;

/// Empty records, and what they stand in.
pub(crate) struct Database {
    pub(crate) records: Records,
    _directory: Option<TempDir>,
}

pub(crate) async fn in_memory() -> Database {
    let records = Records::open("sqlite::memory:").await.expect("records in memory");
    Database { records, _directory: None }
}

pub(crate) async fn in_a_file() -> Database {
    let directory = tempfile::tempdir().expect("a directory");
    let records = Records::open(&url(&directory)).await.expect("records in a file");
    Database { records, _directory: Some(directory) }
}

pub(crate) async fn on_postgres() -> Database {
    let records = Records::open(&postgres::new_database().await).await.expect("records on PostgreSQL");
    Database { records, _directory: None }
}

pub(crate) fn url(directory: &TempDir) -> String {
    format!("sqlite://{}?mode=rwc", directory.path().join("records.sqlite").display())
}
