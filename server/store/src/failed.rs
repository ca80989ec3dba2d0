//! How queries fail, sorted into what a caller could do next.

use domain::{identifier::NotAnIdentifier, name::NameError};
use sea_orm::{DbErr, SqlErr};
use workflow::port::store::StoreError;

/// A [`StoreError`] that `?` can make of the errors met on the way.
#[derive(Debug)]
pub(crate) struct Failed(StoreError);

impl From<Failed> for StoreError {
    fn from(failed: Failed) -> Self {
        failed.0
    }
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self(error)
    }
}

impl From<DbErr> for Failed {
    fn from(error: DbErr) -> Self {
        Self(match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => StoreError::Conflict,
            // What the new row would point to is not there.
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => StoreError::NotFound,
            _ => StoreError::Unavailable(Box::new(error)),
        })
    }
}

/// A row that we can't read was not written by us.
macro_rules! unreadable {
    ($($error:ty),* $(,)?) => {$(
        impl From<$error> for Failed {
            fn from(error: $error) -> Self {
                Self(StoreError::Damaged(Box::new(error)))
            }
        }
    )*};
}

unreadable!(serde_json::Error, NotAnIdentifier, NameError, time::error::ComponentRange, std::num::TryFromIntError);
