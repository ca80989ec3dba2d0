use std::{collections::BTreeMap, fmt};

use serde::{Serialize, Serializer};
use serde_json::Value;

/// The parameters of a request, wherever they stood: in the path, the query or the body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Parameters(BTreeMap<String, Parameter>);

/// A value as a form gives it: a text, or several under one name.
#[derive(Clone, PartialEq, Eq)]
pub enum Parameter {
    One(String),
    Many(Vec<String>),
    /// JSON that no form can give: an object, or an array of something else than texts.
    Nested(Value),
}

impl Parameters {
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Parameter> {
        self.0.get(name)
    }

    /// A single value.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.0.get(name)? {
            Parameter::One(text) => Some(text),
            Parameter::Many(_) | Parameter::Nested(_) => None,
        }
    }

    /// A value or several.
    #[must_use]
    pub fn texts(&self, name: &str) -> Vec<String> {
        match self.0.get(name) {
            Some(Parameter::One(text)) => vec![text.clone()],
            Some(Parameter::Many(texts)) => texts.clone(),
            Some(Parameter::Nested(_)) | None => Vec::new(),
        }
    }

    #[must_use]
    pub fn is_set(&self, name: &str) -> bool {
        self.text(name).is_some_and(is_true)
    }

    #[must_use]
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.text(name)?.parse().ok()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Parameter)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    pub fn set(&mut self, name: &str, value: Parameter) {
        self.0.insert(name.into(), value);
    }

    /// Adds a value; one under the same name makes several of it.
    pub fn add(&mut self, name: &str, value: String) {
        match self.0.get_mut(name) {
            Some(Parameter::Many(values)) => values.push(value),
            Some(Parameter::One(first)) => {
                let values = vec![std::mem::take(first), value];
                self.0.insert(name.into(), Parameter::Many(values));
            }
            Some(Parameter::Nested(_)) | None => self.set(name, Parameter::One(value)),
        }
    }

    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

impl<N: Into<String>, V: Into<Parameter>> FromIterator<(N, V)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(values: I) -> Self {
        Self(values.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl From<&str> for Parameter {
    fn from(text: &str) -> Self {
        Self::One(text.into())
    }
}

impl From<String> for Parameter {
    fn from(text: String) -> Self {
        Self::One(text)
    }
}

impl From<Value> for Parameter {
    /// As a form would give the same: a boolean is `0` or `1`.
    fn from(value: Value) -> Self {
        let text = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(is) => Some(u8::from(*is).to_string()),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        };
        if let Value::Array(items) = &value {
            let texts: Option<Vec<String>> = items.iter().map(text).collect();
            return texts.map_or(Self::Nested(value), Self::Many);
        }
        text(&value).map_or(Self::Nested(value), Self::One)
    }
}

impl Serialize for Parameter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => text.serialize(serializer),
            Self::Many(texts) => texts.serialize(serializer),
            Self::Nested(value) => value.serialize(serializer),
        }
    }
}

impl fmt::Debug for Parameter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(text) => text.fmt(formatter),
            Self::Many(texts) => texts.fmt(formatter),
            Self::Nested(value) => value.fmt(formatter),
        }
    }
}

/// How Proxmox VE spells that something is so.
pub(crate) fn is_true(text: &str) -> bool {
    ["1", "on", "yes", "true"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// How Proxmox VE spells that something is not so.
pub(super) fn is_false(text: &str) -> bool {
    ["0", "off", "no", "false"].iter().any(|word| text.eq_ignore_ascii_case(word))
}
