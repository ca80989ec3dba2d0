//! What a check found: data, not sentences. The sentences are made where they are shown, in the reader's language.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One thing that is wrong with a value, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub path: Path,
    pub code: Code,
    /// The value as it came, cut to 80 bytes between characters; the name of its type where it is not a scalar.
    #[serde(default)]
    pub got: Value,
    /// The options that the value was compared with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Path>,
}

/// Where a value stands among the options: `homepage.links.0.url`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Path(pub Vec<Part>);

/// A key of a group, or a place in a list, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub enum Part {
    Index(usize),
    Key(String),
}

/// A part of a path is a text or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of a path is neither a key nor a place in a list")]
pub struct NotAPart;

impl TryFrom<Value> for Part {
    type Error = NotAPart;

    fn try_from(value: Value) -> Result<Self, NotAPart> {
        match value {
            Value::String(key) => Ok(Self::Key(key)),
            other => other.as_u64().and_then(|index| index.try_into().ok()).map(Self::Index).ok_or(NotAPart),
        }
    }
}

impl From<Part> for Value {
    fn from(part: Part) -> Self {
        match part {
            Part::Index(index) => index.into(),
            Part::Key(key) => key.into(),
        }
    }
}

impl Part {
    /// The key of a group; none for a place in a list.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Key(key) => Some(key),
            Self::Index(_) => None,
        }
    }
}

impl Path {
    pub fn key(&self, name: &str) -> Self {
        self.with(Part::Key(name.to_owned()))
    }

    pub fn index(&self, index: usize) -> Self {
        self.with(Part::Index(index))
    }

    pub fn with(&self, part: Part) -> Self {
        let mut parts = self.0.clone();
        parts.push(part);
        Self(parts)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, part) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str(".")?;
            }
            match part {
                Part::Index(index) => write!(f, "{index}")?,
                Part::Key(key) => f.write_str(key)?,
            }
        }
        Ok(())
    }
}

/// What is wrong; the names are the contract's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    NotText,
    TooShort,
    TooLong,
    ControlCharacter,
    LineBreak,
    NotAnInteger,
    NotBetween,
    NotABoolean,
    NotAChoice,
    NotADomain,
    NotALabel,
    NotAnEmail,
    NotAUrl,
    NotAColour,
    NotASubdomain,
    NotAPort,
    NotALocale,
    NotAMultiple,
    /// The value is no reference to a secret; it may be the secret itself, so it isn't shown.
    NotASecret,
    NotAList,
    TooFew,
    TooMany,
    NotAGroup,
    NotDifferent,
    NoneSet,
    NotTogether,
    NotAtMost,
    Unknown,
    Missing,
    Duplicate,
    /// A name that the application gives to nobody.
    Reserved,
    /// An option that a newer version of the module doesn't have any more was set.
    Removed,
    /// A newer version of the module has no place for the value.
    NotMigrated,
    /// Options were stored for a newer version of the module than the one at hand.
    NewerVersion,
    /// It isn't known which version of the module options were stored for.
    NotAVersion,
    /// A configuration was asked for although the environment can't meet a requirement.
    Unmet,
    /// More than the hosting provider's policy allows.
    BeyondPolicy,
    /// Not among what the policy offers.
    NotOffered,
    /// Not below one of the policy's domains.
    NotBelow,
    /// The policy does not grant it.
    NotGranted,
    /// Two things that can't share a host, such as another architecture.
    NotShared,
    /// A pool of addresses or machines has none left.
    Exhausted,
    /// The server was given no nixpkgs to make NixOS systems of.
    NoNixpkgs,
    /// Not as a setting of an environment has to be; a hosting provider is told when the server starts.
    NotAPath,
    InTheStore,
    NotAServerName,
    NotAnSshKey,
    NotASigningKey,
    NotAUserName,
    /// Found in Rust, against the revision that is live: the option can't be changed after the first deploy.
    Immutable,
    /// Found when names are reserved, or when requirements are placed: something else has this one.
    Taken,
    /// What an application module, and no operator, did wrong; which code it was shows in the log.
    #[serde(other)]
    Fault,
}

impl Finding {
    pub fn new(path: &Path, code: Code, value: &Value) -> Self {
        Self { path: path.clone(), code, got: cut(value), others: Vec::new() }
    }

    /// The same for a value that may be a secret: only its type is shown, in Nix's words.
    pub fn withheld(path: &Path, code: Code, value: &Value) -> Self {
        let got = match value {
            Value::Null => "null",
            Value::Bool(_) => "bool",
            Value::Number(number) if number.is_f64() => "float",
            Value::Number(_) => "int",
            Value::String(_) => "string",
            Value::Array(_) => "list",
            Value::Object(_) => "set",
        };
        Self { path: path.clone(), code, got: got.into(), others: Vec::new() }
    }
}

fn cut(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text[..text.floor_char_boundary(80)].to_owned()),
        Value::Array(_) => "list".into(),
        Value::Object(_) => "set".into(),
        Value::Number(number) if number.is_f64() => "float".into(),
        scalar => scalar.clone(),
    }
}
