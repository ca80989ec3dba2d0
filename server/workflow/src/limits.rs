//! How much of everything an organisation may have, so that none takes the room of the others.

use serde::Deserialize;

/// At most so many, for each organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Those that were removed don't count; each has at most one draft.
    pub deployments: u64,
    /// Members, and invitations that can still be accepted.
    pub people: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { deployments: 1000, people: 500 }
    }
}
