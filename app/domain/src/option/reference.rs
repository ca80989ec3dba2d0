//! How options refer to each other: as data that the contract writes, never as functions.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::finding::Path;

/// The names that lead from a group to one of its options, however deep: `mail`, `host`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(pub Vec<String>);

impl Reference {
    /// The option of the group itself with which it begins.
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(String::as_str)
    }

    /// The same place below a path.
    pub fn below(&self, path: &Path) -> Path {
        self.0.iter().fold(path.clone(), |path, name| path.key(name))
    }

    /// From the value of its first option on, along the rest.
    pub fn descend<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        self.0.iter().skip(1).try_fold(value, |value, name| value.as_object()?.get(name))
    }
}

/// What another option has to be, so that an option applies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "ConditionForm", into = "ConditionForm")]
pub enum Condition {
    Is(Reference, Vec<Value>),
    IsNot(Reference, Vec<Value>),
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ConditionForm {
    option: Reference,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    is: Option<Vec<Value>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    is_not: Option<Vec<Value>>,
}

/// A condition says one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a condition has either “is” or “isNot”")]
pub struct NotACondition;

impl TryFrom<ConditionForm> for Condition {
    type Error = NotACondition;

    fn try_from(form: ConditionForm) -> Result<Self, NotACondition> {
        match (form.is, form.is_not) {
            (Some(values), None) => Ok(Self::Is(form.option, values)),
            (None, Some(values)) => Ok(Self::IsNot(form.option, values)),
            _ => Err(NotACondition),
        }
    }
}

impl From<Condition> for ConditionForm {
    fn from(condition: Condition) -> Self {
        match condition {
            Condition::Is(option, values) => Self { option, is: Some(values), is_not: None },
            Condition::IsNot(option, values) => Self { option, is: None, is_not: Some(values) },
        }
    }
}

impl Condition {
    pub fn option(&self) -> &Reference {
        match self {
            Self::Is(option, _) | Self::IsNot(option, _) => option,
        }
    }

    /// Whether it is met by what its option holds; nothing meets no condition.
    pub fn holds(&self, found: Option<&Value>) -> bool {
        match self {
            Self::Is(_, values) => found.is_some_and(|value| values.contains(value)),
            Self::IsNot(_, values) => found.is_some_and(|value| !values.contains(value)),
        }
    }
}

/// A part of a default that is made from other options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub enum Part {
    Text(String),
    Option(Reference),
}

/// A part is a text, or names an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of a default is neither a text nor an option")]
pub struct NotAPart;

impl TryFrom<Value> for Part {
    type Error = NotAPart;

    fn try_from(value: Value) -> Result<Self, NotAPart> {
        match value {
            Value::String(text) => Ok(Self::Text(text)),
            other => {
                let option = other.get("option").cloned().ok_or(NotAPart)?;
                serde_json::from_value(option).map(Self::Option).map_err(|_| NotAPart)
            }
        }
    }
}

impl From<Part> for Value {
    fn from(part: Part) -> Self {
        match part {
            Part::Text(text) => text.into(),
            Part::Option(Reference(names)) => serde_json::json!({ "option": names }),
        }
    }
}

/// A default from its parts. One option alone is taken as it is; otherwise all parts make one text.
/// Nothing comes of an option that is null.
pub fn derive<'a>(parts: &[Part], follow: impl Fn(&Reference) -> Option<&'a Value>) -> Option<Value> {
    let found = |option| follow(option).filter(|value| !value.is_null());
    if let [Part::Option(option)] = parts {
        return found(option).cloned();
    }
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(part) => text.push_str(part),
            Part::Option(option) => match found(option)? {
                Value::String(part) => text.push_str(part),
                Value::Number(number) => text.push_str(&number.to_string()),
                _ => return None,
            },
        }
    }
    Some(text.into())
}
