//! The check of values against their types, the Rust twin of the one in `nix/contract`.

use serde_json::{Map, Value};

use super::{
    Group, OptionType, Quantity,
    finding::{Code, Finding, Path},
    scope::Scope,
    secrets,
};
use crate::name;

/// How many unknown keys of one group are reported.
const UNKNOWN_REPORTED: usize = 20;
pub(super) const EXACT: i64 = 1 << 53;

/// Everything that is wrong with a value; empty when it is right.
pub fn check(kind: &OptionType, path: &Path, value: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    collect(kind, path, value, &mut findings);
    findings
}

fn collect(kind: &OptionType, path: &Path, value: &Value, findings: &mut Vec<Finding>) {
    match kind {
        OptionType::Group(group) => collect_group(group, path, value, findings),
        OptionType::List { of, min, max } => collect_list(of, (*min, *max), path, value, findings),
        OptionType::Optional { .. } if value.is_null() => {}
        OptionType::Optional { of } => collect(of, path, value, findings),
        OptionType::Secret { .. } if value.is_null() => findings.push(Finding::withheld(path, Code::Missing, value)),
        OptionType::Secret { .. } if secrets::edition(value).is_some() => {}
        OptionType::Secret { .. } => findings.push(Finding::withheld(path, Code::NotASecret, value)),
        scalar => findings.extend(wrong(scalar, value).map(|code| Finding::new(path, code, value))),
    }
}

/// What is wrong with a single value.
fn wrong(kind: &OptionType, value: &Value) -> Option<Code> {
    match kind {
        OptionType::Text { min, max, lines } => wrong_text((*min, *max), *lines, value),
        OptionType::Integer { min, max } => wrong_integer((*min, *max), value),
        OptionType::Size(Quantity { min, max, step }) | OptionType::Duration(Quantity { min, max, step }) => {
            wrong_integer((*min, *max), value)
                .or_else(|| unless(value.as_i64().is_some_and(|number| number % step == 0), Code::NotAMultiple))
        }
        OptionType::Port => unless(value.as_i64().is_some_and(|number| (1..=65_535).contains(&number)), Code::NotAPort),
        OptionType::Locale => unless(value.as_str().is_some_and(name::is_locale), Code::NotALocale),
        OptionType::Subdomain { .. } => unless(value.as_str().is_some_and(name::are_labels_below), Code::NotASubdomain),
        OptionType::Boolean => unless(value.is_boolean(), Code::NotABoolean),
        OptionType::Choice { choices } => unless(
            value.as_str().is_some_and(|text| choices.iter().any(|choice| choice.value == text)),
            Code::NotAChoice,
        ),
        OptionType::Domain => unless(value.as_str().is_some_and(name::is_domain), Code::NotADomain),
        OptionType::Label => unless(value.as_str().is_some_and(name::is_label), Code::NotALabel),
        OptionType::Email => unless(value.as_str().is_some_and(name::is_email), Code::NotAnEmail),
        OptionType::Url => unless(value.as_str().is_some_and(name::is_url), Code::NotAUrl),
        OptionType::Colour => unless(value.as_str().is_some_and(name::is_colour), Code::NotAColour),
        OptionType::Secret { .. } | OptionType::List { .. } | OptionType::Optional { .. } | OptionType::Group(_) => {
            None
        }
    }
}

fn wrong_integer((min, max): (i64, i64), value: &Value) -> Option<Code> {
    match value.as_i64() {
        Some(number) if !(-EXACT..=EXACT).contains(&number) => Some(Code::NotAnInteger),
        Some(number) => unless((min..=max).contains(&number), Code::NotBetween),
        None => Some(Code::NotAnInteger),
    }
}

/// What is wrong with the text of a secret, before it is kept; the check of options never sees it.
pub fn wrong_secret(kind: &OptionType, text: &str) -> Option<Code> {
    match kind {
        OptionType::Secret { min, max } => wrong_text((*min, *max), false, &Value::from(text)),
        OptionType::Optional { of } => wrong_secret(of, text),
        _ => Some(Code::NotASecret),
    }
}

fn wrong_text((min, max): (usize, usize), lines: bool, value: &Value) -> Option<Code> {
    let Some(text) = value.as_str() else { return Some(Code::NotText) };
    let length = text.chars().count();
    if length > max {
        Some(Code::TooLong)
    } else if length < min || (min > 0 && text.bytes().all(|b| b == b' ' || b == b'\n')) {
        Some(Code::TooShort)
    } else if text.bytes().any(|b| (b < 0x20 && b != b'\n') || b == 0x7f) {
        Some(Code::ControlCharacter)
    } else {
        unless(lines || !text.contains('\n'), Code::LineBreak)
    }
}

fn unless(holds: bool, code: Code) -> Option<Code> {
    (!holds).then_some(code)
}

fn collect_list(of: &OptionType, (min, max): (usize, usize), path: &Path, value: &Value, findings: &mut Vec<Finding>) {
    let Value::Array(items) = value else {
        return findings.push(Finding::new(path, Code::NotAList, value));
    };
    if items.len() < min {
        return findings.push(Finding::new(path, Code::TooFew, value));
    }
    if items.len() > max {
        return findings.push(Finding::new(path, Code::TooMany, value));
    }
    for (index, item) in items.iter().enumerate() {
        collect(of, &path.index(index), item, findings);
    }
    let scalar = !matches!(
        of,
        OptionType::List { .. } | OptionType::Optional { .. } | OptionType::Group(_) | OptionType::Secret { .. }
    );
    for (index, item) in items.iter().enumerate().filter(|_| scalar) {
        if (item.is_string() || item.is_i64() || item.is_boolean()) && items[..index].contains(item) {
            findings.push(Finding::new(&path.index(index), Code::Duplicate, item));
        }
    }
}

fn collect_group(group: &Group, path: &Path, value: &Value, findings: &mut Vec<Finding>) {
    let Value::Object(entries) = value else {
        return findings.push(Finding::new(path, Code::NotAGroup, value));
    };
    let unknown = entries.iter().filter(|(key, _)| !group.options.contains_key(*key));
    // A misspelt name may hold what should have been a secret.
    let secret = group.options.values().any(|option| option.kind.is_secret());
    let tell = if secret { Finding::withheld } else { Finding::new };
    for (key, value) in unknown.take(UNKNOWN_REPORTED) {
        findings.push(tell(&path.key(key), Code::Unknown, value));
    }
    let scope = Scope::new(group, path, entries);
    findings.extend(scope.findings().cloned());
    findings.extend(group.relations.iter().flat_map(|relation| relation.findings(path, &scope)));
}

/// The values with every default filled in, as an application sees them; what doesn't apply is not there.
pub fn complete(group: &Group, value: &Value) -> Value {
    let empty = Map::new();
    let scope = Scope::new(group, &Path::default(), value.as_object().unwrap_or(&empty));
    let completed = scope.into_held().filter_map(|(key, held)| {
        let option = group.options.get(key)?;
        Some((key.to_owned(), complete_value(&option.kind, &held)))
    });
    Value::Object(completed.collect())
}

/// The values without those that don't apply, which nobody checks: only these are stored.
pub fn prune(group: &Group, value: &Value) -> Value {
    let Value::Object(entries) = value else { return value.clone() };
    let scope = Scope::new(group, &Path::default(), entries);
    let applies = |key: &String| scope.applies(key) || !group.options.contains_key(key);
    let kept = entries.iter().filter(|(key, _)| applies(key)).map(|(key, value)| {
        let kind = group.options.get(key).map(|option| &option.kind);
        (key.clone(), kind.map_or_else(|| value.clone(), |kind| prune_value(kind, value)))
    });
    Value::Object(kept.collect())
}

fn prune_value(kind: &OptionType, value: &Value) -> Value {
    match (kind, value) {
        (OptionType::Group(group), value) => prune(group, value),
        (OptionType::Optional { of }, value) if !value.is_null() => prune_value(of, value),
        (OptionType::List { of, .. }, Value::Array(items)) => items.iter().map(|item| prune_value(of, item)).collect(),
        (_, value) => value.clone(),
    }
}

pub(super) fn complete_value(kind: &OptionType, value: &Value) -> Value {
    match (kind, value) {
        (OptionType::Group(group), Value::Object(_)) => complete(group, value),
        (OptionType::Optional { of }, value) if !value.is_null() => complete_value(of, value),
        (OptionType::List { of, .. }, Value::Array(items)) => {
            items.iter().map(|item| complete_value(of, item)).collect()
        }
        (_, value) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Vector {
        name: String,
        r#type: OptionType,
        value: Value,
        findings: Vec<Expected>,
        completed: Option<Value>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Expected {
        path: Path,
        code: Code,
        /// Seldom said: what is shown of the value.
        got: Option<Value>,
        #[serde(default)]
        others: Vec<Path>,
    }

    #[test]
    fn the_vectors_that_nix_runs_have_the_same_verdict_here() {
        let vectors: Vec<Vector> =
            serde_json::from_str(include_str!("../../../../nix/tests/vectors.json")).expect("vectors");
        assert!(vectors.len() >= 100, "{} vectors", vectors.len());

        for vector in vectors {
            let said = |place: usize| vector.findings.get(place).is_some_and(|finding| finding.got.is_some());
            let found: Vec<Expected> = check(&vector.r#type, &Path::default(), &vector.value)
                .into_iter()
                .enumerate()
                .map(|(place, Finding { path, code, got, others })| Expected {
                    path,
                    code,
                    got: said(place).then_some(got),
                    others,
                })
                .collect();

            assert_eq!(found, vector.findings, "{}", vector.name);
            if let Some(completed) = vector.completed {
                assert_eq!(complete_value(&vector.r#type, &vector.value), completed, "{}", vector.name);
            }
        }
    }

    #[test]
    fn what_does_not_apply_is_not_stored() {
        let label = serde_json::json!({"en": "", "de": ""});
        let kind: OptionType = serde_json::from_value(serde_json::json!({
            "kind": "group", "order": ["mail", "relay"], "options": {
                "mail": {"kind": "boolean", "label": label},
                "relay": {"kind": "optional", "of": {"kind": "domain"}, "label": label,
                    "visibleWhen": [{"option": ["mail"], "is": [true]}]}}}))
        .expect("a form");
        let prune = |value| prune(kind.group().expect("a group"), &value);

        let off = prune(serde_json::json!({"mail": false, "relay": "hunter2", "unknown": 1}));
        let on = prune(serde_json::json!({"mail": true, "relay": "hunter2"}));

        assert_eq!(off, serde_json::json!({"mail": false, "unknown": 1}));
        assert_eq!(on, serde_json::json!({"mail": true, "relay": "hunter2"}));
    }
}
