//! What the options of a group are within one value, the Rust twin of `nix/contract/types/scope.nix`.
//!
//! **Invariant:** a reference reaches only what stands before it in the form, so that there are no circles, and only
//! what passed its own check, so that one mistake is one finding.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{
    ApplicationOption, Group, OptionType,
    check::{check, complete_value},
    finding::{Code, Finding, Path},
    reference::{Part, Reference, derive},
};

/// The options of a group, as far as others may refer to them.
pub(super) struct Scope<'a> {
    states: BTreeMap<&'a str, State>,
}

#[derive(Default)]
struct State {
    applies: bool,
    /// What other options make of it, where nothing was given.
    made: Option<Value>,
    /// As it was given, made from others, or the default.
    held: Option<Value>,
    findings: Vec<Finding>,
    /// Completed, when it applies and passed; only for what is referred to.
    known: Option<Value>,
}

impl<'a> Scope<'a> {
    /// Looks at every option in the order of the form.
    pub(super) fn new(group: &'a Group, path: &Path, entries: &Map<String, Value>) -> Self {
        let referred = group.referred();
        let mut scope = Self { states: BTreeMap::new() };
        for (name, option) in group.ordered() {
            let mut state = scope.state(name, option, path, entries.get(name));
            if state.applies && state.findings.is_empty() && referred.contains(&name) {
                state.known = state.held.as_ref().map(|held| complete_value(&option.kind, held));
            }
            scope.states.insert(name, state);
        }
        scope
    }

    fn state(&self, name: &str, option: &ApplicationOption, path: &Path, given: Option<&Value>) -> State {
        if !option.visible_when.iter().all(|condition| condition.holds(self.at(condition.option()))) {
            return State::default();
        }
        let made = option.default_from.as_ref().and_then(|parts| derive(parts, |option| self.at(option)));
        let path = path.key(name);
        // A module's default is checked like all else: what passes can be completed, whoever wrote it.
        let held = given.or(made.as_ref()).cloned().or_else(|| option.default.clone());
        let findings = match &held {
            Some(value) => {
                let mut findings = check(&option.kind, &path, value);
                findings.extend(self.too_long(&option.kind, &path, value));
                findings
            }
            None => vec![Finding::new(&path, Code::Missing, &Value::Null)],
        };
        State { applies: true, made, held, findings, known: None }
    }

    /// Labels and the domain that they stand below are one name, which has its own bound.
    fn too_long(&self, kind: &OptionType, path: &Path, value: &Value) -> Option<Finding> {
        let base = self.at(kind.below()?)?.as_str()?;
        let long = value.as_str()?.len() + 1 + base.len() > 253;
        long.then(|| Finding::new(path, Code::TooLong, value))
    }

    /// What stands at a path; none where nothing does, or what does is wrong.
    pub(super) fn at(&self, reference: &Reference) -> Option<&Value> {
        reference.descend(self.states.get(reference.first()?)?.known.as_ref()?)
    }

    /// What other options make of it.
    pub(super) fn made(&self, name: &str) -> Option<&Value> {
        self.states.get(name)?.made.as_ref()
    }

    pub(super) fn applies(&self, name: &str) -> bool {
        self.states.get(name).is_some_and(|state| state.applies)
    }

    pub(super) fn is_wrong(&self, name: &str) -> bool {
        self.states.get(name).is_some_and(|state| !state.findings.is_empty())
    }

    /// What is wrong, in the order of names.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.states.values().flat_map(|state| &state.findings)
    }

    /// What the options that apply hold, by name.
    pub(super) fn into_held(self) -> impl Iterator<Item = (&'a str, Value)> {
        self.states.into_iter().filter_map(|(name, state)| Some((name, state.held.filter(|_| state.applies)?)))
    }
}

impl Group {
    /// The options that another one, or a relation, refers to.
    fn referred(&self) -> Vec<&str> {
        let relations = self.relations.iter().flat_map(|relation| &relation.options);
        self.options
            .values()
            .flat_map(ApplicationOption::references)
            .chain(relations)
            .filter_map(Reference::first)
            .collect()
    }
}

impl ApplicationOption {
    fn references(&self) -> impl Iterator<Item = &Reference> {
        let parts = self.default_from.iter().flatten().filter_map(|part| match part {
            Part::Option(option) => Some(option),
            Part::Text(_) => None,
        });
        self.visible_when.iter().map(super::reference::Condition::option).chain(parts).chain(self.kind.below())
    }
}
