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

impl Moved {
    /// Where the value at a path was before, if this is what moved it; `at` is the application.
    pub fn before(&self, at: &Path, path: &Path) -> Option<Path> {
        let rest = path.0.strip_prefix(&*self.to.below(at).0)?;
        Some(rest.iter().fold(self.from.below(at), |path, part| path.with(part.clone())))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_below_a_renamed_option_was_below_the_earlier_name() {
        let reference = |names: &[&str]| Reference(names.iter().map(|name| (*name).to_owned()).collect());
        let moved = Moved { from: reference(&["relay"]), to: reference(&["mail", "relay"]) };
        let at = Path::default().key("town");
        let before = |path: Path| moved.before(&at, &path).map(|path| path.to_string());

        assert_eq!(
            before(at.key("mail").key("relay").index(0).key("password")).as_deref(),
            Some("town.relay.0.password")
        );
        assert_eq!(before(at.key("mail").key("from")), None);
    }

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
