//! Deployments: the overview, one deployment with its parts, the form, review, history and removal.

pub mod form;
pub mod history;
pub mod list;
pub mod remove;
pub mod review;
pub mod summary;

pub(crate) mod changes;
mod tabs;

use std::str::FromStr;

use crate::error::AppError;

/// An id from an address; what is none leads to nothing.
fn parse<T: FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}
