//! What is entered in the form, and what is wrong with it, as the browser knows it.
//!
//! The fields themselves hold what is typed; the form is read when something changes. Without JavaScript all this
//! stands still, and the server does the same with the same code.

use std::collections::BTreeSet;

use domain::{
    application::{ApplicationModule, SizeChoice},
    option::{
        OptionType,
        fields::{Fields, RowChange, at, read_group},
        finding::{Finding, Part, Path},
        secrets::{edition_field, refer, take_typed},
        standing::Standing,
    },
};
use leptos::{ev, prelude::*};
use serde_json::{Map, Value};

use super::{super::changes, FormContent};
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
    /// Counts the sizes that were chosen: each changes fields all over the form.
    presets: RwSignal<u32>,
    /// Of the options to each other, as of the last key.
    standing: RwSignal<Standing>,
    findings: RwSignal<Vec<Finding>>,
    /// The fields that somebody was in; only what they left wrong is shown before they go on.
    touched: RwSignal<BTreeSet<String>>,
    /// Whether somebody asked to go on.
    submitted: RwSignal<bool>,
    /// Whether what is immutable is so by now.
    pub live: bool,
    /// What is immutable and can be set all the same.
    open: StoredValue<Vec<Path>>,
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
        let standing = standing(&content.applications, &values);
        Self {
            modules: StoredValue::new(content.applications.clone()),
            rows: RwSignal::new(values.clone()),
            current: RwSignal::new(values),
            generation: RwSignal::new(0),
            presets: RwSignal::new(0),
            standing: RwSignal::new(standing),
            findings: RwSignal::new(content.findings.clone()),
            touched: RwSignal::default(),
            submitted: RwSignal::new(content.draft.submitted),
            live: content.live,
            open: StoredValue::new(content.open.clone()),
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

    /// How often a size was chosen.
    pub fn presets(self) -> u32 {
        self.presets.get()
    }

    /// The value at a path, as of the last key.
    pub fn current(self, path: &Path) -> Option<Value> {
        self.current.with(|values| at(values, path).cloned())
    }

    /// Whether the option at a path applies to what is entered now.
    pub fn applies(self, path: &Path) -> bool {
        self.standing.with(|standing| standing.applies(path))
    }

    /// What other options make of the one at a path, where it is left empty.
    pub fn made(self, path: &Path) -> Option<Value> {
        self.standing.with(|standing| standing.made(path).cloned())
    }

    /// Whether what is at a path can't be changed any more: by itself, or because of what it is part of.
    pub fn locked(self, path: &Path) -> bool {
        let Some((Part::Key(name), rest)) = path.0.split_first().filter(|_| self.live) else { return false };
        if self.open.with_value(|open| open.iter().any(|open| path.0.starts_with(&open.0))) {
            return false;
        }
        let immutable = |module: &ApplicationModule, depth: usize| {
            module.option(&rest[..depth]).is_some_and(|option| option.immutable)
        };
        self.modules.with_value(|modules| {
            let module = modules.iter().find(|(known, _)| known == name);
            module.is_some_and(|(_, module)| (1..=rest.len()).any(|depth| immutable(module, depth)))
        })
    }

    /// What the form calls the option at a path.
    pub fn label(self, path: &Path) -> String {
        self.modules.with_value(|modules| changes::label(modules, &path.0))
    }

    /// A value of the option at a path, in words.
    pub fn told(self, path: &Path, value: &Value) -> String {
        self.modules.with_value(|modules| changes::told(modules, &path.0, value))
    }

    /// What a finding says, measured against what is entered now, with the entries that this was compared with.
    pub fn sentence(self, finding: &Finding) -> String {
        let t = texts();
        let sentence = self.modules.with_value(|modules| {
            let kind = || {
                let (Part::Key(name), rest) = finding.path.0.split_first()? else { return None };
                modules.iter().find(|(known, _)| known == name)?.1.kind(rest)
            };
            self.current.with(|values| text::finding::finding(t, finding, kind(), at(values, &finding.path)))
        });
        if finding.others.is_empty() {
            return sentence;
        }
        let others: Vec<String> = finding.others.iter().map(|path| self.label(path)).collect();
        (t.problem.others)(&sentence, &others.join(", "))
    }

    /// The size that the options of an application come closest to: for how many people, and what was changed.
    pub fn closest_size(self, application: &str) -> Option<(u32, usize)> {
        self.modules.with_value(|modules| {
            let (_, module) = modules.iter().find(|(known, _)| known == application)?;
            self.current.with(|values| {
                module.closest_size(values.get(application)?).map(|(size, otherwise)| (size.people, otherwise))
            })
        })
    }

    /// Somebody typed: reads the form and checks it.
    pub fn typed(self, event: &ev::Event) {
        if let Some((name, fields)) = browser::form_of(event) {
            self.touched.update(|touched| {
                touched.insert(name);
            });
            let (values, refused) = self.read(fields);
            self.see(values, refused);
        }
    }

    /// What is entered, and what is wrong with the secrets among it.
    fn read(self, mut fields: Fields) -> (Value, Vec<Finding>) {
        self.modules.with_value(|modules| {
            let (mut values, mut refused) = (Map::new(), Vec::new());
            for (name, module) in modules {
                let path = Path::default().key(name);
                refused.extend(stand_in(module, &path, &mut fields));
                values.insert(name.clone(), read_group(&module.options.group, &path, &fields));
            }
            (Value::Object(values), refused)
        })
    }

    /// What is entered but for new secrets: what is drawn of it says of a secret what the server keeps.
    fn kept(self, mut fields: Fields) -> Value {
        self.modules.with_value(|modules| {
            let mut values = Map::new();
            for (name, module) in modules {
                let path = Path::default().key(name);
                take_typed(&module.options.group, &path, &mut fields);
                values.insert(name.clone(), read_group(&module.options.group, &path, &fields));
            }
            Value::Object(values)
        })
    }

    /// Checks what is entered now; of a secret that was refused nothing else is said.
    fn see(self, values: Value, refused: Vec<Finding>) {
        let (standing, findings) = self.modules.with_value(|modules| {
            let check = |(name, module): &(String, ApplicationModule)| {
                module.check(&Path::default().key(name), values.get(name).unwrap_or(&Value::Null))
            };
            let is_new = |one: &Finding| !refused.iter().any(|other| other.path == one.path);
            let mut findings: Vec<Finding> = modules.iter().flat_map(check).filter(is_new).collect();
            findings.extend(refused.iter().cloned());
            (standing(modules, &values), findings)
        });
        self.standing.set(standing);
        self.findings.set(findings);
        self.current.set(values);
    }

    /// A button asks for a row more or less: done here, without a way to the server.
    pub fn change_rows(self, event: &ev::MouseEvent, change: &RowChange) {
        let Some((_, fields)) = browser::form_of(event) else { return };
        event.prevent_default();
        let (values, refused) = self.read(fields.clone());
        self.see(values, refused);
        let mut values = self.kept(fields);
        change.apply(&mut values);
        self.current.set(values.clone());
        self.rows.set(values);
        self.generation.update(|generation| *generation += 1);
    }

    /// A button asks for what is preset for so many people.
    pub fn choose_size(self, event: &ev::MouseEvent, choice: &SizeChoice) {
        let Some((_, fields)) = browser::form_of(event) else { return };
        event.prevent_default();
        let (_, refused) = self.read(fields.clone());
        let mut values = self.kept(fields);
        self.modules.with_value(|modules| {
            let module = modules.iter().find(|(known, _)| *known == choice.application);
            if let (Some((name, module)), Value::Object(values)) = (module, &mut values)
                && let Some(options) = values.get_mut(name)
            {
                choice.apply(module, options);
            }
        });
        self.see(values.clone(), refused);
        self.rows.set(values);
        self.presets.update(|presets| *presets += 1);
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

fn standing(modules: &[(String, ApplicationModule)], values: &Value) -> Standing {
    let mut standing = Standing::default();
    for (name, module) in modules {
        let path = Path::default().key(name);
        standing.add(&module.options.group, &path, values.get(name).unwrap_or(&Value::Null));
    }
    standing
}
