//! The verdict on a request, before anything is looked up.

use std::collections::BTreeMap;

use super::{Api, Endpoint, Key, Parameter, Parameters};

/// A request that a host would carry out, as far as its form is concerned.
#[derive(Debug)]
pub struct Valid<'a> {
    pub endpoint: &'a Endpoint,
    /// All of them, those in the path included.
    pub parameters: Parameters,
}

/// Why a host would refuse a request without looking further.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    /// Status 501.
    #[error("Method '{method} {path}' not implemented")]
    NotImplemented { method: String, path: String },
    /// Status 400: what is wrong, by the name of the parameter.
    #[error("Parameter verification failed.\n")]
    Parameters(BTreeMap<String, String>),
}

impl Api {
    /// Judges a request by method, path (below `/api2/json`) and parameters from query and body.
    ///
    /// # Errors
    ///
    /// What a host would refuse it for.
    pub fn check(&self, method: &str, path: &str, given: Parameters) -> Result<Valid<'_>, Violation> {
        let (endpoint, in_path) = self
            .find(method, path)
            .ok_or_else(|| Violation::NotImplemented { method: method.into(), path: path.into() })?;
        let mut parameters = given;
        parameters.extend(in_path);

        let mut errors: BTreeMap<String, String> = parameters
            .iter()
            .filter_map(|(name, value)| Some((name.into(), self.judge(endpoint, name, value)?)))
            .collect();
        errors.extend(missing(endpoint, &parameters));
        if errors.is_empty() { Ok(Valid { endpoint, parameters }) } else { Err(Violation::Parameters(errors)) }
    }

    fn judge(&self, endpoint: &Endpoint, name: &str, value: &Parameter) -> Option<String> {
        let Some(key) = endpoint.parameter(name) else {
            return Some(
                "property is not defined in schema and the schema does not allow additional properties".into(),
            );
        };
        match (value, &key.rule.items) {
            (Parameter::One(text), Some(items)) => self.complaint(items, text),
            (Parameter::Many(texts), Some(items)) => texts.iter().find_map(|text| self.complaint(items, text)),
            (Parameter::One(text), None) => self.complaint(&key.rule, text),
            (Parameter::Many(_) | Parameter::Nested(_), _) => Some("type check failed - got an array or object".into()),
        }
    }
}

impl Endpoint {
    /// A parameter by the name that a request gives it, such as `net0`.
    pub(crate) fn parameter(&self, name: &str) -> Option<&Key> {
        self.parameters.get(name).or_else(|| self.parameters.get(&indexed(name)?))
    }

    /// The names of the parameters in its path.
    pub(crate) fn in_path(&self, name: &str) -> bool {
        self.path.as_str().contains(&format!("{{{name}}}"))
    }
}

/// `net[n]` for `net0`. The number has no leading zero.
pub(crate) fn indexed(name: &str) -> Option<String> {
    let stem = name.trim_end_matches(|last: char| last.is_ascii_digit());
    let number = &name[stem.len()..];
    (!number.is_empty() && (number == "0" || !number.starts_with('0'))).then(|| format!("{stem}[n]"))
}

fn missing(endpoint: &Endpoint, parameters: &Parameters) -> BTreeMap<String, String> {
    let absent = |name: &str| parameters.get(name).is_none();
    let needed = endpoint.parameters.iter().filter(|(name, key)| !key.optional && absent(name));
    let needed = needed.map(|(name, _)| (name.clone(), "property is missing and it is not optional".into()));
    let required = parameters.iter().filter_map(|(name, _)| {
        let other = endpoint.parameter(name)?.requires.clone().filter(|other| absent(other))?;
        Some((other, format!("missing property - '{name}' requires this property")))
    });
    needed.chain(required).collect()
}
