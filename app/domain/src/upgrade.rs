//! Another version of an application in the place of one that is live.

use serde::{Deserialize, Serialize};

use crate::migration::Dropped;

/// An application that gets another version of its module: numbers with dots between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionChange {
    /// Its name within the deployment.
    pub application: String,
    pub from: String,
    pub to: String,
}

/// What a plan does to an application by building it with another library than what is live.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Upgrade {
    /// The same version before and after where only what it is built from differs.
    #[serde(flatten)]
    pub versions: VersionChange,
    /// It keeps what another version may change for good, so that it has to be dumped first.
    pub needs_dump: bool,
    /// The entries that the version to come has no place for.
    pub dropped: Vec<Dropped>,
}

impl Upgrade {
    pub fn goes_back(&self) -> bool {
        is_older(&self.versions.to, &self.versions.from)
    }
}

/// Whether a module's version comes before another one; as the contract in `nix/` compares them.
pub fn is_older(version: &str, than: &str) -> bool {
    numbers(version) < numbers(than)
}

fn numbers(version: &str) -> Vec<u64> {
    version.split('.').map(|number| number.parse().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        for (older, newer) in [("1.9.0", "1.10.0"), ("1.0", "1.0.0"), ("1.2.3", "2"), ("0.9", "1")] {
            assert!(is_older(older, newer), "{older} {newer}");
            assert!(!is_older(newer, older), "{newer} {older}");
        }
        assert!(!is_older("1.2.0", "1.2.0"));
    }
}
