//! What is entered in the form, and what is wrong with it, as the browser knows it.
//!
//! The fields themselves hold what is typed; the form is read when something changes. Without JavaScript all this
//! stands still, and the server does the same with the same code.

use std::collections::BTreeSet;

use domain::{
    application::ApplicationModule,
    option::{
        OptionType,
        fields::{Fields, RowChange, at, read_group},
        finding::{Finding, Part, Path},
        secrets::{edition_field, refer, take_typed},
    },
};
use leptos::{ev, prelude::*};
use serde_json::{Map, Value};

use super::FormContent;
use crate::{
    browser,
    text::{self, texts},
};

/// What is entered in one form.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    modules: StoredValue<Vec<(String, ApplicationModule)>>,
    /// As of the last change of rows; what a list is drawn from.
    rows: RwSignal<Value>,
    /// As of the last key.
    current: RwSignal<Value>,
    /// Counts the changes of rows, so that what is drawn after one is drawn anew.
    generation: RwSignal<u32>,
    findings: RwSignal<Vec<Finding>>,
    /// The fields that somebody was in; only what they left wrong is shown before they go on.
    touched: RwSignal<BTreeSet<String>>,
    /// Whether somebody asked to go on.
    submitted: RwSignal<bool>,
    /// Whether what is immutable is so by now.
    pub live: bool,
    pub may_edit: bool,
}

impl Entry {
    pub fn new(content: &FormContent) -> Self {
        let values: Map<String, Value> = content
            .draft
            .applications
            .iter()
            .map(|(name, configured)| (name.clone(), configured.options.clone()))
            .collect();
        let values = Value::Object(values);
        Self {
            modules: StoredValue::new(content.applications.clone()),
            rows: RwSignal::new(values.clone()),
            current: RwSignal::new(values),
            generation: RwSignal::new(0),
            findings: RwSignal::new(content.findings.clone()),
            touched: RwSignal::default(),
            submitted: RwSignal::new(content.draft.submitted),
            live: content.live,
            may_edit: content.may_edit,
        }
    }

    /// The value at a path, as of the last change of rows.
    pub fn value(self, path: &Path) -> Option<Value> {
        self.rows.with(|values| at(values, path).cloned())
    }

    /// How often rows were added or removed.
    pub fn generation(self) -> u32 {
        self.generation.get()
    }

    /// Somebody typed: reads the form and checks it.
    pub fn typed(self, event: &ev::Event) {
        if let Some((name, fields)) = browser::form_of(event) {
            self.touched.update(|touched| {
                touched.insert(name);
            });
            self.read(fields);
        }
    }

    fn read(self, mut fields: Fields) {
        let (values, findings) = self.modules.with_value(|modules| {
            let mut values = Map::new();
            let mut findings = Vec::new();
            for (name, module) in modules {
                let path = Path::default().key(name);
                let refused = stand_in(module, &path, &mut fields);
                let value = read_group(&module.options.group, &path, &fields);
                let found = module.check(&path, &value);
                findings.extend(found.into_iter().filter(|one| !refused.iter().any(|other| other.path == one.path)));
                findings.extend(refused);
                values.insert(name.clone(), value);
            }
            (Value::Object(values), findings)
        });
        self.findings.set(findings);
        self.current.set(values);
    }

    /// A button asks for a row more or less: done here, without a way to the server.
    pub fn change_rows(self, event: &ev::MouseEvent, change: &RowChange) {
        let Some((_, fields)) = browser::form_of(event) else { return };
        event.prevent_default();
        self.read(fields);
        let mut values = self.current.get_untracked();
        change.apply(&mut values);
        self.current.set(values.clone());
        self.rows.set(values);
        self.generation.update(|generation| *generation += 1);
    }

    /// The server did not go on with it, for these reasons.
    pub fn refuse(self, findings: Vec<Finding>) {
        self.findings.set(findings);
        self.submitted.set(true);
        browser::focus("problems");
    }

    /// What is wrong at a path, if it is time to say so.
    pub fn problem(self, path: &str) -> Option<Finding> {
        let shown = self.submitted.get() || self.touched.with(|touched| touched.contains(path));
        if !shown {
            return None;
        }
        self.findings.with(|findings| findings.iter().find(|finding| finding.path.to_string() == path).cloned())
    }

    /// Everything that is wrong, once somebody asked to go on.
    pub fn problems(self) -> Vec<Finding> {
        if self.submitted.get() { self.findings.get() } else { Vec::new() }
    }

    /// What a finding says, measured against what is entered now.
    pub fn sentence(self, finding: &Finding) -> String {
        self.modules.with_value(|modules| {
            let kind = || {
                let (Part::Key(name), rest) = finding.path.0.split_first()? else { return None };
                modules.iter().find(|(known, _)| known == name)?.1.kind(rest)
            };
            self.current.with(|values| text::finding::finding(texts(), finding, kind(), at(values, &finding.path)))
        })
    }

    /// The short name that makes up the address, if one is entered.
    pub fn short_name(self) -> Option<String> {
        self.modules.with_value(|modules| {
            let (name, _) = modules.iter().find(|(_, module)| {
                module.option(&[Part::Key("name".into())]).is_some_and(|option| option.kind == OptionType::Label)
            })?;
            self.current.with(|values| {
                let text = values.get(name)?.get("name")?.as_str()?;
                domain::name::is_label(text).then(|| text.to_owned())
            })
        })
    }
}

/// What is wrong with the secrets that were typed. The others stand for the edition that the server will give them, which
/// is not known here: the one that there is will do, or the first.
fn stand_in(module: &ApplicationModule, path: &Path, fields: &mut Fields) -> Vec<Finding> {
    let mut refused = Vec::new();
    for typed in take_typed(&module.options.group, path, fields) {
        match typed.finding() {
            Some(finding) => refused.push(finding),
            None if fields.contains_key(&edition_field(&typed.path)) => {}
            None => refer(&typed.path, 1, fields),
        }
    }
    refused
}
