//! The records: entities, migrations and queries, in SQLite or PostgreSQL.
//!
//! Start with [`Records`], which implements the ports of `workflow::port::store`; [`Sessions`] keeps signed-in
//! browsers on the same connection. Times are kept as microseconds since 1970, identifiers as text, options and plans
//! as JSON text, so that both databases hold the same.
//!
//! **Invariant:** a write is one transaction that takes its locks in one order (organisation, deployment, run), and a
//! query that is asked for an organisation never finds a row of another one.

mod accounts;
mod audit;
mod column;
mod deployments;
mod entity;
mod failed;
mod migration;
mod organisations;
mod records;
mod runs;
mod secrets;
mod sessions;

pub use records::{OpenError, Records};
pub use sessions::{SESSIONS, Sessions};
