//! Environments: run-time backends that a hosting provider offers to organisations.

use serde::{Deserialize, Serialize};

use crate::identifier::EnvironmentId;

/// A run-time backend with its provider configuration, offered to organisations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Environment {
    pub id: EnvironmentId,
    /// The kind of backend; the name of its module in `nix/environments`.
    pub kind: String,
    /// What the hosting provider calls it.
    pub name: String,
}
