//! The form of `api.json`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Number, Value};

use super::{Api, Permission, Template};
use crate::Version;

/// One method of one path.
#[derive(Clone, Debug, Deserialize)]
pub struct Endpoint {
    pub method: String,
    pub path: Template,
    pub permissions: Permission,
    /// By name; a name that ends with `[n]` stands for that name with a number instead.
    #[serde(deserialize_with = "keys")]
    pub(crate) parameters: BTreeMap<String, Key>,
    #[serde(default = "yes")]
    pub(crate) token_allowed: bool,
    pub returns: Shape,
}

/// A parameter, or a key of a property string.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub optional: bool,
    /// May stand first in its property string without its name.
    pub is_default: bool,
    /// Another spelling of the key named here.
    pub alias: Option<Alias>,
    /// Makes no sense without the parameter named here.
    pub requires: Option<String>,
    pub rule: Rule,
}

/// A spelling that stands for the key `of`; the spelling itself is then the value of the key `names`.
#[derive(Clone, Debug)]
pub(crate) struct Alias {
    pub of: String,
    pub names: Option<String>,
}

/// What a single value must be.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Rule {
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    #[serde(rename = "enum")]
    pub choices: Option<Vec<Value>>,
    pub pattern: Option<String>,
    pub minimum: Option<Number>,
    pub maximum: Option<Number>,
    #[serde(rename = "minLength")]
    pub min_length: Option<usize>,
    #[serde(rename = "maxLength")]
    pub max_length: Option<usize>,
    pub format: Option<String>,
    /// The name of the keys of a property string.
    pub properties: Option<String>,
    pub items: Option<Box<Rule>>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Array,
    Boolean,
    Integer,
    Null,
    Number,
    Object,
    String,
}

/// What an answer looks like.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Shape {
    #[serde(rename = "type")]
    pub(crate) kind: Option<Kind>,
    #[serde(rename = "enum")]
    pub(crate) choices: Option<Vec<Value>>,
    pub(crate) pattern: Option<String>,
    pub(crate) minimum: Option<Number>,
    pub(crate) optional: bool,
    /// More members than are named may be there.
    pub(crate) open: bool,
    pub(crate) members: BTreeMap<String, Shape>,
    pub(crate) items: Option<Box<Shape>>,
}

#[derive(Deserialize)]
struct File {
    differences: BTreeMap<String, Difference>,
    #[serde(deserialize_with = "formats")]
    formats: BTreeMap<String, BTreeMap<String, Key>>,
    endpoints: Vec<Endpoint>,
}

/// How an older version differs; endpoints are named by method and path.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Difference {
    privileges: BTreeMap<String, String>,
    parameters: BTreeMap<String, BTreeMap<String, RawKey>>,
    returns: BTreeMap<String, Shape>,
}

#[derive(Deserialize)]
struct RawKey {
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    default_key: bool,
    alias: Option<String>,
    names: Option<String>,
    requires: Option<String>,
    #[serde(flatten)]
    rule: Rule,
}

impl From<RawKey> for Key {
    fn from(raw: RawKey) -> Self {
        let names = raw.names;
        Self {
            optional: raw.optional || raw.alias.is_some(),
            is_default: raw.default_key,
            alias: raw.alias.map(|of| Alias { of, names }),
            requires: raw.requires,
            rule: raw.rule,
        }
    }
}

const fn yes() -> bool {
    true
}

fn keys<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Key>, D::Error> {
    let raw = BTreeMap::<String, RawKey>::deserialize(deserializer)?;
    Ok(raw.into_iter().map(|(name, key)| (name, key.into())).collect())
}

fn formats<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, BTreeMap<String, Key>>, D::Error> {
    let raw = BTreeMap::<String, BTreeMap<String, RawKey>>::deserialize(deserializer)?;
    let keys = |keys: BTreeMap<String, RawKey>| keys.into_iter().map(|(name, key)| (name, key.into())).collect();
    Ok(raw.into_iter().map(|(name, raw)| (name, keys(raw))).collect())
}

/// The API of a version.
#[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
pub(super) fn read(version: Version) -> Api {
    let File { mut differences, formats, mut endpoints } =
        serde_json::from_str(include_str!("../../api.json")).expect("api.json");
    let Difference { privileges, mut parameters, mut returns } = differences.remove(version.name()).unwrap_or_default();

    for endpoint in &mut endpoints {
        let name = format!("{} {}", endpoint.method, endpoint.path);
        let changed = parameters.remove(&name).unwrap_or_default();
        endpoint.parameters.extend(changed.into_iter().map(|(name, key)| (name, key.into())));
        if let Some(shape) = returns.remove(&name) {
            endpoint.returns = shape;
        }
    }
    Api { endpoints, formats, privileges }
}
