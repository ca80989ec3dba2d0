//! Secrets in a form, and references to them among options. Nothing here ever puts a text among options.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{
    Group, OptionType,
    check::{EXACT, wrong_secret},
    fields::{Fields, indices},
    finding::{Code, Finding, Part, Path},
};
use crate::secret::{Secret, SecretName};

/// A secret that was typed into a field.
#[derive(Clone, Debug)]
pub struct Typed {
    pub path: Path,
    pub secret: Secret,
    /// Why it can't be kept.
    pub wrong: Option<Code>,
}

impl Typed {
    /// What is wrong with it, without showing it.
    pub fn finding(&self) -> Option<Finding> {
        self.wrong.map(|code| Finding::withheld(&self.path, code, &Value::from("")))
    }
}

/// Takes what was typed into the secret fields of a group out of the fields, so that nobody else finds it there.
pub fn take_typed(group: &Group, path: &Path, fields: &mut Fields) -> Vec<Typed> {
    let mut typed = Vec::new();
    for (name, option) in &group.options {
        take(&option.kind, &path.key(name), fields, &mut typed);
    }
    typed
}

fn take(kind: &OptionType, path: &Path, fields: &mut Fields, typed: &mut Vec<Typed>) {
    match kind {
        OptionType::Secret { .. } => {
            if let Some(text) = fields.remove(&path.to_string()).filter(|text| !text.is_empty()) {
                let secret = Secret::new(text);
                typed.push(Typed { path: path.clone(), wrong: wrong_secret(kind, secret.reveal()), secret });
            }
        }
        OptionType::Optional { of } => take(of, path, fields, typed),
        OptionType::List { of, .. } => {
            for index in indices(path, fields) {
                take(of, &path.index(index), fields, typed);
            }
        }
        OptionType::Group(group) => {
            for (name, option) in &group.options {
                take(&option.kind, &path.key(name), fields, typed);
            }
        }
        _ => {}
    }
}

/// The field with the edition that is kept for a secret.
pub fn edition_field(path: &Path) -> String {
    path.key("edition").to_string()
}

/// The field that says that the secret is to go.
pub fn removal_field(path: &Path) -> String {
    path.key("remove").to_string()
}

/// Notes in the fields which edition takes the place of what they had.
pub fn refer(path: &Path, edition: i64, fields: &mut Fields) {
    fields.remove(&removal_field(path));
    fields.insert(edition_field(path), edition.to_string());
}

/// The edition that a value refers to; none for anything that is no reference.
pub fn edition(value: &Value) -> Option<i64> {
    let entries = value.as_object().filter(|entries| entries.len() == 1)?;
    entries.get("edition")?.as_i64().filter(|edition| (1..=EXACT).contains(edition))
}

/// The secrets that options of this form refer to, each with its place.
pub fn references(group: &Group, path: &Path, value: &Value) -> Vec<(Path, i64)> {
    let mut found = Vec::new();
    collect(&OptionType::Group(group.clone()), path, value, &mut found);
    found
}

fn collect(kind: &OptionType, path: &Path, value: &Value, found: &mut Vec<(Path, i64)>) {
    match (kind, value) {
        (OptionType::Secret { .. }, value) => found.extend(edition(value).map(|edition| (path.clone(), edition))),
        (OptionType::Optional { of }, value) => collect(of, path, value, found),
        (OptionType::List { of, .. }, Value::Array(items)) => {
            items.iter().enumerate().for_each(|(index, item)| collect(of, &path.index(index), item, found));
        }
        (OptionType::Group(group), Value::Object(entries)) => {
            for (name, option) in &group.options {
                if let Some(value) = entries.get(name) {
                    collect(&option.kind, &path.key(name), value, found);
                }
            }
        }
        _ => {}
    }
}

/// Everything in options that may be a reference, whatever their form is.
pub fn mentioned(path: &Path, value: &Value) -> Vec<(Path, i64)> {
    fn walk(path: &Path, value: &Value, found: &mut Vec<(Path, i64)>) {
        found.extend(edition(value).map(|edition| (path.clone(), edition)));
        match value {
            Value::Object(entries) => entries.iter().for_each(|(key, value)| walk(&path.key(key), value, found)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| walk(&path.index(index), item, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(path, value, &mut found);
    found
}

/// Has the value at a path refer to another edition.
pub fn refer_at(options: &mut Value, path: &[Part], edition: i64) {
    let at = path.iter().try_fold(options, |value, part| match part {
        Part::Key(key) => value.get_mut(key),
        Part::Index(index) => value.get_mut(index),
    });
    if let Some(value) = at {
        *value = reference(edition);
    }
}

fn reference(edition: i64) -> Value {
    Value::Object(Map::from_iter([("edition".to_owned(), edition.into())]))
}

/// The value of a secret field: the edition that is kept, unless it is to go.
pub(super) fn read(path: &Path, fields: &Fields) -> Option<Value> {
    if fields.contains_key(&removal_field(path)) {
        return None;
    }
    let edition = fields.get(&edition_field(path))?.trim().parse::<i64>().ok()?;
    Some(reference(edition))
}

/// The next edition of each secret, given the newest that there ever was.
#[derive(Clone, Debug, Default)]
pub struct Editions(BTreeMap<SecretName, i64>);

impl Editions {
    pub fn new(newest: impl IntoIterator<Item = (SecretName, i64)>) -> Self {
        let mut editions = Self::default();
        for (name, edition) in newest {
            let last = editions.0.entry(name).or_default();
            *last = edition.max(*last);
        }
        editions
    }

    pub fn next(&mut self, name: &SecretName) -> i64 {
        let last = self.0.entry(name.clone()).or_default();
        *last += 1;
        *last
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::option::fields::{read_group, shown};

    fn form() -> Group {
        let label = json!({"en": "", "de": ""});
        let form = serde_json::from_value(json!({"kind": "group", "order": ["key", "mail", "relays"], "options": {
            "key": {"kind": "optional", "label": label, "of": {"kind": "secret", "min": 1, "max": 200}},
            "mail": {"kind": "optional", "label": label, "of": {"kind": "group", "order": ["password"], "options": {
                "password": {"kind": "secret", "min": 1, "max": 9, "label": label}}}},
            "relays": {"kind": "list", "min": 0, "max": 9, "label": label, "of": {"kind": "group", "order": ["password"],
                "options": {"password": {"kind": "secret", "min": 1, "max": 9, "label": label}}}}}}))
        .expect("a form");
        match form {
            OptionType::Group(group) => group,
            other => panic!("{other:?} is not a group"),
        }
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn what_is_typed_is_taken_out_of_the_fields_and_never_a_value() {
        let mut sent = fields(&[("mail.password", "hunter2"), ("mail.password.edition", "3"), ("key", "")]);

        let typed = take_typed(&form(), &Path::default(), &mut sent);

        assert_eq!(typed.len(), 1);
        assert_eq!((typed[0].path.to_string(), typed[0].secret.reveal()), ("mail.password".into(), "hunter2"));
        assert!(!format!("{sent:?} {typed:?}").contains("hunter2"));
        let value = read_group(&form(), &Path::default(), &sent);
        assert_eq!(value, json!({"key": null, "mail": {"password": {"edition": 3}}, "relays": []}));
        assert_eq!(shown(&OptionType::Secret { min: 1, max: 9 }, Some(&json!("hunter2"))), "");
    }

    #[test]
    fn a_new_edition_takes_the_place_of_the_old_also_in_rows_and_when_it_was_to_go() {
        let mut sent = fields(&[("key.edition", "1"), ("key.remove", "on"), ("relays.3.password", "")]);
        let mut editions = Editions::new([(SecretName("key".into()), 1), (SecretName("key".into()), 4)]);
        assert_eq!(read_group(&form(), &Path::default(), &sent)["key"], json!(null));

        refer(&Path::default().key("key"), editions.next(&SecretName("key".into())), &mut sent);
        refer(&Path::default().key("relays").index(3).key("password"), 1, &mut sent);

        let value = read_group(&form(), &Path::default(), &sent);
        assert_eq!(value, json!({"key": {"edition": 5}, "mail": null, "relays": [{"password": {"edition": 1}}]}));
        let found = references(&form(), &Path::default(), &value);
        let shown: Vec<_> = found.iter().map(|(path, edition)| format!("{path} {edition}")).collect();
        assert_eq!(shown, ["key 5", "relays.0.password 1"]);
        assert_eq!(mentioned(&Path::default(), &value), found);
    }

    #[test]
    fn a_secret_that_is_wrong_is_named_and_not_shown() {
        let mut sent = fields(&[("mail.password", "much too long")]);

        let typed = take_typed(&form(), &Path::default(), &mut sent);

        let finding = typed[0].finding().expect("it is too long");
        assert_eq!(
            (finding.path.to_string(), finding.code, finding.got),
            ("mail.password".into(), Code::TooLong, json!("string"))
        );
    }
}
