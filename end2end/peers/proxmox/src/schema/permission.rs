use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;

/// What a caller needs for a call, before the call itself looks further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Also without a login.
    World,
    /// Everybody who is logged in; the call looks further.
    Everybody,
    /// Privileges on a path, in which `{name}` stands for a parameter.
    Privileges {
        path: String,
        privileges: Vec<String>,
        /// One of them is enough.
        any: bool,
        /// Counts only where this parameter is given.
        with: Option<String>,
    },
    /// The right to change permissions on a path.
    Modify {
        path: String,
    },
    /// The caller is the user that the parameter `userid` names.
    Own,
    /// May add users to the realm of `userid`.
    Realm,
    /// Privileges on the groups of `userid`, or on all of them.
    Groups {
        privileges: Vec<String>,
    },
    All(Vec<Permission>),
    Any(Vec<Permission>),
}

impl Permission {
    pub(super) fn privileges(&self) -> Vec<&str> {
        match self {
            Self::Privileges { privileges, .. } | Self::Groups { privileges } => {
                privileges.iter().map(String::as_str).collect()
            }
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::privileges).collect(),
            Self::World | Self::Everybody | Self::Modify { .. } | Self::Own | Self::Realm => Vec::new(),
        }
    }

    fn read(expression: &[Value]) -> Option<Self> {
        let word = |index: usize| expression.get(index).and_then(Value::as_str);
        let words = |index: usize| -> Option<Vec<String>> {
            expression.get(index)?.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect()
        };
        let parts =
            || -> Option<Vec<Self>> { expression[1..].iter().map(|part| Self::read(part.as_array()?)).collect() };
        let option = |name: &str| expression[3.min(expression.len())..].iter().position(|word| word == name);

        Some(match word(0)? {
            "and" => Self::All(parts()?),
            "or" => Self::Any(parts()?),
            "perm" => Self::Privileges {
                path: word(1)?.into(),
                privileges: words(2)?,
                any: option("any").is_some(),
                with: option("require_param").and_then(|at| word(3 + at + 1)).map(str::to_owned),
            },
            "perm-modify" => Self::Modify { path: word(1)?.into() },
            "userid-param" if word(1)? == "self" => Self::Own,
            "userid-param" => Self::Realm,
            "userid-group" => Self::Groups { privileges: words(1)? },
            _ => return None,
        })
    }
}

impl<'de> Deserialize<'de> for Permission {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let known = match value["user"].as_str() {
            Some("world") => Some(Self::World),
            Some("all") => Some(Self::Everybody),
            _ => value["check"].as_array().and_then(|expression| Self::read(expression)),
        };
        known.ok_or_else(|| D::Error::custom(format!("a permission that is not understood: {value}")))
    }
}
