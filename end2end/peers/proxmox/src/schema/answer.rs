//! Whether an answer has the shape that the API documents.

use serde_json::Value;

use super::{
    Endpoint, Shape,
    judge::indexed,
    parameters::{is_false, is_true},
    source::Kind,
    value::{choice_complaint, pattern_complaint},
};

impl Endpoint {
    /// Where `data` is not what the API documents; one line each, with the place.
    ///
    /// As loose as the real thing: numbers and booleans may be texts. An object that the API leaves undescribed may
    /// have any member, and a described one has no other.
    #[must_use]
    pub fn deviations(&self, data: &Value) -> Vec<String> {
        let mut found = Vec::new();
        compare("data", data, &self.returns, &mut found);
        found
    }
}

impl Shape {
    pub(crate) fn member(&self, name: &str) -> Option<&Self> {
        self.members.get(name)
    }

    pub(crate) const fn is_number(&self) -> bool {
        matches!(self.kind, Some(Kind::Boolean | Kind::Integer | Kind::Number))
    }
}

fn compare(place: &str, value: &Value, shape: &Shape, found: &mut Vec<String>) {
    if shape.optional && value.is_null() {
        return;
    }
    let Some(kind) = shape.kind.filter(|kind| !has_kind(value, *kind)) else {
        return compare_content(place, value, shape, found);
    };
    found.push(format!("{place}: {value} is no {kind:?}").to_lowercase());
}

fn compare_content(place: &str, value: &Value, shape: &Shape, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                if let Some(shape) = &shape.items {
                    compare(&format!("{place}[{index}]"), item, shape, found);
                }
            }
        }
        Value::Object(_) => compare_members(place, value, shape, found),
        Value::Number(number) => {
            let least = shape.minimum.as_ref().and_then(serde_json::Number::as_f64);
            if least.zip(number.as_f64()).is_some_and(|(least, number)| number < least) {
                found.push(format!("{place}: {number} is too small"));
            }
        }
        Value::String(text) => {
            let complaint = choice_complaint(shape.choices.as_deref(), text);
            let complaint = complaint.or_else(|| pattern_complaint(shape.pattern.as_deref(), text));
            found.extend(complaint.map(|complaint| format!("{place}: {complaint}")));
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn compare_members(place: &str, value: &Value, shape: &Shape, found: &mut Vec<String>) {
    let Some(members) = value.as_object().filter(|_| !shape.members.is_empty()) else { return };
    for (name, member) in members {
        match shape.members.get(name).or_else(|| shape.members.get(&indexed(name)?)) {
            Some(shape) => compare(&format!("{place}.{name}"), member, shape, found),
            None if shape.open => {}
            None => found.push(format!("{place}.{name}: is not documented")),
        }
    }
    let missing = shape.members.iter().filter(|(name, shape)| !shape.optional && !members.contains_key(*name));
    found.extend(missing.map(|(name, _)| format!("{place}.{name}: is missing")));
}

fn has_kind(value: &Value, kind: Kind) -> bool {
    match (kind, value) {
        (Kind::Null, Value::Null)
        | (Kind::Array, Value::Array(_))
        | (Kind::Object, Value::Object(_))
        | (Kind::Number, Value::Number(_))
        | (Kind::String, Value::String(_))
        | (Kind::Boolean, Value::Bool(_)) => true,
        (Kind::Integer, Value::Number(number)) => number.is_i64() || number.is_u64(),
        (Kind::Boolean, Value::Number(number)) => matches!(number.as_u64(), Some(0 | 1)),
        (Kind::Boolean, Value::String(text)) => is_true(text) || is_false(text),
        (Kind::Integer, Value::String(text)) => text.parse::<i64>().is_ok(),
        (Kind::Number, Value::String(text)) => text.parse::<f64>().is_ok(),
        _ => false,
    }
}
