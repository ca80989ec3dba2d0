//! Whether a single text is what a rule says.

use regex::Regex;
use serde_json::{Number, Value};

use super::{
    Api, PropertyString, Rule,
    format::{self, Is},
    parameters::{is_false, is_true},
    source::Kind,
};

impl Api {
    /// What is wrong with a text, in the words that a host would use.
    pub(super) fn complaint(&self, rule: &Rule, text: &str) -> Option<String> {
        kind_complaint(rule.kind, text)
            .or_else(|| bounds_complaint(rule, text))
            .or_else(|| choice_complaint(rule.choices.as_deref(), text))
            .or_else(|| length_complaint(rule, text))
            .or_else(|| pattern_complaint(rule.pattern.as_deref(), text))
            .or_else(|| self.format_complaint(rule, text))
    }

    fn format_complaint(&self, rule: &Rule, text: &str) -> Option<String> {
        if let Some(name) = &rule.properties {
            let keys = self.format(name)?;
            return PropertyString::parse(text, keys)
                .and_then(|parsed| parsed.check(self, keys))
                .err()
                .map(|complaint| format!("invalid format - format error\n{complaint}"));
        }
        let name = rule.format.as_deref()?;
        match format::is(name, text) {
            Is::So => None,
            Is::Not => Some(format!("invalid format - value does not look like a valid {name}")),
        }
    }
}

fn kind_complaint(kind: Option<Kind>, text: &str) -> Option<String> {
    let (fits, name) = match kind? {
        Kind::Boolean => (is_true(text) || is_false(text), "boolean"),
        Kind::Integer => (text.parse::<i64>().is_ok(), "integer"),
        Kind::Number => (text.parse::<f64>().is_ok_and(f64::is_finite), "number"),
        Kind::Array => (false, "array"),
        Kind::Object => (false, "object"),
        Kind::String | Kind::Null => (true, "string"),
    };
    (!fits).then(|| format!("type check ('{name}') failed - got '{text}'"))
}

fn bounds_complaint(rule: &Rule, text: &str) -> Option<String> {
    let number: f64 = text.parse().ok()?;
    let bound = |bound: &Option<Number>| bound.as_ref().and_then(Number::as_f64);
    if let Some(minimum) = bound(&rule.minimum).filter(|minimum| number < *minimum) {
        return Some(format!("value must have a minimum value of {minimum}"));
    }
    let maximum = bound(&rule.maximum).filter(|maximum| number > *maximum)?;
    Some(format!("value must have a maximum value of {maximum}"))
}

pub(super) fn choice_complaint(choices: Option<&[Value]>, text: &str) -> Option<String> {
    let names: Vec<String> = choices?.iter().map(plain).collect();
    let known = names.iter().any(|name| name == text);
    (!known).then(|| format!("value '{text}' does not have a value in the enumeration '{}'", names.join(", ")))
}

fn length_complaint(rule: &Rule, text: &str) -> Option<String> {
    let length = text.chars().count();
    if let Some(longest) = rule.max_length.filter(|longest| length > *longest) {
        return Some(format!("value may only be {longest} characters long"));
    }
    let shortest = rule.min_length.filter(|shortest| length < *shortest)?;
    Some(format!("value must be at least {shortest} characters long"))
}

pub(super) fn pattern_complaint(pattern: Option<&str>, text: &str) -> Option<String> {
    let whole = format!("^(?:{})$", pattern?);
    let fits = Regex::new(&whole).is_ok_and(|pattern| pattern.is_match(text));
    (!fits).then(|| "value does not match the regex pattern".into())
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
