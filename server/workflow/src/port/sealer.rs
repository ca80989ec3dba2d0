//! Sealing: how secrets are kept, so that the records alone tell nobody anything.

use std::fmt;

use domain::secret::Secret;

use super::Cause;

/// Seals secrets to an identity that is kept apart from the records.
pub trait Sealer: Send + Sync {
    /// Sealing the same text again gives another result: nobody can tell by comparing.
    fn seal(&self, secret: &Secret) -> Result<Sealed, SealerError>;

    /// Opens what was sealed to the same identity, and nothing that was changed since.
    fn open(&self, sealed: &Sealed) -> Result<Secret, SealerError>;
}

/// A sealed secret, as text.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(pub String);

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(…)")
    }
}

/// How sealing can fail.
#[derive(Debug, thiserror::Error)]
pub enum SealerError {
    #[error("it was sealed to another identity")]
    OtherIdentity,
    #[error("it is no sealed secret, or was changed")]
    Damaged(#[source] Cause),
    #[error("it can't be sealed")]
    Failed(#[source] Cause),
}
