//! Relations between options of a group, the Rust twin of `nix/contract/types/relations.nix`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    finding::{Code, Finding, Path},
    reference::Reference,
    scope::Scope,
};

/// What some options of a group have to be to each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    pub kind: RelationKind,
    pub options: Vec<Reference>,
}

/// Options that don't apply are left out of all of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// No two of them are equal.
    Differ,
    /// At least one of them is set.
    Any,
    /// All of them are set, or none is.
    Together,
    /// Each is at most the next one, for numbers.
    AtMost,
}

struct Entry<'a> {
    path: Path,
    value: &'a Value,
}

impl Entry<'_> {
    fn is_set(&self) -> bool {
        match self.value {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => true,
        }
    }

    fn is_scalar(&self) -> bool {
        self.value.is_string() || self.value.is_i64() || self.value.is_boolean()
    }

    fn found(&self, code: Code, others: &[&Self]) -> Finding {
        let others = others.iter().map(|other| other.path.clone()).collect();
        Finding { others, ..Finding::new(&self.path, code, self.value) }
    }
}

impl Relation {
    /// Where the relation does not hold; nothing while one of its options is wrong by itself.
    pub(super) fn findings(&self, path: &Path, scope: &Scope<'_>) -> Vec<Finding> {
        let applying: Vec<&Reference> =
            self.options.iter().filter(|option| option.first().is_some_and(|first| scope.applies(first))).collect();
        if applying.iter().any(|option| option.first().is_some_and(|first| scope.is_wrong(first))) {
            return Vec::new();
        }
        let entries: Vec<Entry<'_>> = applying
            .into_iter()
            .map(|option| Entry { path: option.below(path), value: scope.at(option).unwrap_or(&Value::Null) })
            .collect();
        match self.kind {
            RelationKind::Differ => differ(&entries),
            RelationKind::Any => any(&entries),
            RelationKind::Together => together(&entries),
            RelationKind::AtMost => at_most(&entries),
        }
    }
}

fn differ(entries: &[Entry<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.is_set() && entry.is_scalar()) {
        if let Some(equal) = entries[..place].iter().find(|other| other.value == entry.value) {
            findings.push(entry.found(Code::NotDifferent, &[equal]));
        }
    }
    findings
}

fn any(entries: &[Entry<'_>]) -> Vec<Finding> {
    match entries {
        [first, rest @ ..] if !entries.iter().any(Entry::is_set) => {
            vec![first.found(Code::NoneSet, &rest.iter().collect::<Vec<_>>())]
        }
        _ => Vec::new(),
    }
}

fn together(entries: &[Entry<'_>]) -> Vec<Finding> {
    let (set, unset): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) = entries.iter().partition(|entry| entry.is_set());
    if set.is_empty() {
        return Vec::new();
    }
    unset.into_iter().map(|entry| entry.found(Code::NotTogether, &set)).collect()
}

fn at_most(entries: &[Entry<'_>]) -> Vec<Finding> {
    let numbers: Vec<(&Entry<'_>, i64)> =
        entries.iter().filter_map(|entry| entry.value.as_i64().map(|number| (entry, number))).collect();
    numbers
        .windows(2)
        .filter_map(|pair| match pair {
            [(entry, number), (next, limit)] if number > limit => Some(entry.found(Code::NotAtMost, &[next])),
            _ => None,
        })
        .collect()
}
