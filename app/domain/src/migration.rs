//! Stored options of an older version of a module, as the contract in `nix/` carries them to the version at hand.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    language::LocalText,
    option::{
        finding::{Code, Finding, Path},
        reference::Reference,
    },
};

/// What became of the options of one application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Migration {
    /// Why they can't be used yet; empty when they can.
    pub findings: Vec<Finding>,
    /// What is not there any more.
    pub dropped: Vec<Dropped>,
    /// What has another name now. A secret that is kept for the old one has to move as well.
    pub moved: Vec<Moved>,
    pub options: Value,
}

/// A value that the version at hand has no option for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dropped {
    pub path: Path,
    pub code: Code,
    pub got: Value,
    /// Why, in the words of the module.
    pub reason: LocalText,
}

/// An option that was renamed, by its paths below the application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub from: Reference,
    pub to: Reference,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_the_contract_says_is_read() {
        let said = json!({
            "findings": [{"path": ["a", "smtp"], "code": "not-migrated", "got": "x", "others": [["a", "mail", "host"]]}],
            "dropped": [{"path": ["a", "colour"], "code": "removed", "got": "#ffffff", "reason": {"en": "Gone.", "de": "Weg."}}],
            "moved": [{"from": ["relay"], "to": ["smtp"]}],
            "options": {"threads": 3}
        });

        let migration: Migration = serde_json::from_value(said.clone()).expect("a migration");

        assert_eq!(migration.findings[0].others[0].to_string(), "a.mail.host");
        assert_eq!(migration.dropped[0].code, Code::Removed);
        assert_eq!(serde_json::to_value(migration).expect("JSON"), said);
    }
}
