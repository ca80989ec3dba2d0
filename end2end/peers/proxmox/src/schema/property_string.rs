use std::collections::BTreeMap;

use super::{Api, Key};

/// A value made of keys and values, such as `virtio,bridge=vmbr0`.
///
/// One key may stand first without its name. In `virtio=BC:24:11:00:00:01` the key is another spelling of `macaddr`, and
/// tells the model as well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PropertyString(BTreeMap<String, String>);

impl PropertyString {
    /// Reads it by the keys that it may have.
    ///
    /// # Errors
    ///
    /// In the words that a host would use: an unknown key, one that stands twice, or a value without a key.
    pub fn parse(text: &str, keys: &BTreeMap<String, Key>) -> Result<Self, String> {
        let default = keys.iter().find(|(_, key)| key.is_default).map(|(name, _)| name.as_str());
        let mut parsed = Self::default();
        for part in text.split(',').filter(|part| !part.trim().is_empty()) {
            match part.trim().split_once('=') {
                Some((key, value)) => parsed.put(key, value, keys)?,
                None => {
                    let key = default.ok_or("value without key, but schema does not define a default key")?;
                    parsed.insert(key, part.trim())?;
                }
            }
        }
        Ok(parsed)
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    pub fn set(&mut self, key: &str, value: &str) {
        self.0.insert(key.into(), value.into());
    }

    pub fn remove(&mut self, key: &str) -> Option<String> {
        self.0.remove(key)
    }

    /// As it stands in a configuration: a key without its name first, the others by their names.
    pub fn print(&self, first: &str) -> String {
        let head = self.get(first).map(str::to_owned);
        let rest = self.0.iter().filter(|(key, _)| *key != first).map(|(key, value)| format!("{key}={value}"));
        head.into_iter().chain(rest).collect::<Vec<_>>().join(",")
    }

    /// Whether each value is one that its key may have, and nothing is missing.
    pub(super) fn check(&self, api: &Api, keys: &BTreeMap<String, Key>) -> Result<(), String> {
        for (name, key) in keys {
            let Some(value) = self.get(name) else {
                if key.optional {
                    continue;
                }
                return Err(format!("{name}: property is missing and it is not optional"));
            };
            if let Some(complaint) = api.complaint(&key.rule, value) {
                return Err(format!("{name}: {complaint}"));
            }
            if let Some(needed) = key.requires.as_deref().filter(|needed| self.get(needed).is_none()) {
                return Err(format!("{needed}: missing property - '{name}' requires this property"));
            }
        }
        Ok(())
    }

    fn put(&mut self, key: &str, value: &str, keys: &BTreeMap<String, Key>) -> Result<(), String> {
        let known = keys.get(key).ok_or_else(|| {
            format!("{key}: property is not defined in schema and the schema does not allow additional properties")
        })?;
        let Some(alias) = &known.alias else { return self.insert(key, value) };
        if let Some(named) = &alias.names {
            self.insert(named, key)?;
        }
        self.insert(&alias.of, value)
    }

    fn insert(&mut self, key: &str, value: &str) -> Result<(), String> {
        if self.0.insert(key.into(), value.into()).is_some() {
            return Err(format!("duplicate key in comma-separated list property: {key}"));
        }
        Ok(())
    }
}
