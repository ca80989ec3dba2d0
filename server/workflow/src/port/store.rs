//! The records. Each trait is a noun; [`Store`] is all of them.
//!
//! Every call is one transaction: it happened wholly or not at all. Every question names the organisation that it is
//! about, so that what belongs to another one can't be found.

pub mod accounts;
pub mod deployments;
pub mod organisations;
pub mod runs;
pub mod secrets;

pub use accounts::Accounts;
pub use deployments::Deployments;
pub use organisations::Organisations;
pub use runs::Runs;
pub use secrets::Secrets;

use domain::identifier::PersonId;
use time::OffsetDateTime;

use super::Cause;

/// Who changes something, and when; kept with the change.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub person: PersonId,
    pub at: OffsetDateTime,
}

pub trait Store: Accounts + Organisations + Deployments + Runs + Secrets {}

impl<T: Accounts + Organisations + Deployments + Runs + Secrets> Store for T {}

/// How the records can fail.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is nothing like this, or not in this organisation.
    #[error("there is no such record")]
    NotFound,
    /// It exists already, or something else happened first; nothing was changed.
    #[error("another record stands in the way")]
    Conflict,
    /// There are as many as there may be; nothing was changed.
    #[error("there is no room for another record of this kind")]
    Full,
    /// The caller's lease on a run is over; somebody else has it.
    #[error("the lease is over")]
    Fenced,
    /// A record is there and can't be read: it was not written by us, or by a newer version.
    #[error("a record is not what it should be")]
    Damaged(#[source] Cause),
    #[error("the records can't be reached")]
    Unavailable(#[source] Cause),
}
