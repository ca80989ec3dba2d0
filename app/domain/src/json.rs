//! Operator values as JSON, refused before anything else sees them when they are not plain data.
//!
//! Nix keeps the last of two equal keys and accepts any depth; other readers decide differently. So that nobody
//! downstream can be made to see another value than the one that was checked, such texts stop here.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The largest text of options that we read, in bytes.
pub const MAX_BYTES: usize = 512 * 1024;
/// How deep options may nest.
pub const MAX_DEPTH: usize = 16;

/// Why a text is not a set of options.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    #[error("the options are {0} bytes long; at most {MAX_BYTES} are allowed")]
    TooLong(usize),
    #[error("not a JSON text that we accept: {0}")]
    Malformed(String),
}

/// Reads JSON that is plain data: no duplicate keys, no NUL, no deep nesting, no number beyond what every reader keeps exactly.
pub fn parse(text: &str) -> Result<Value, JsonError> {
    if text.len() > MAX_BYTES {
        return Err(JsonError::TooLong(text.len()));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict { depth: 0 }.deserialize(&mut reader).map_err(malformed)?;
    reader.end().map_err(malformed)?;
    Ok(value)
}

/// Whether a value that did not come through [`parse`] (from a form, say) keeps the same rules.
pub fn is_plain(value: &Value) -> bool {
    fn plain(value: &Value, depth: usize) -> bool {
        depth <= MAX_DEPTH
            && match value {
                Value::String(text) => !text.contains('\0'),
                Value::Array(items) => items.iter().all(|item| plain(item, depth + 1)),
                Value::Object(entries) => {
                    entries.iter().all(|(key, item)| !key.contains('\0') && plain(item, depth + 1))
                }
                Value::Null | Value::Bool(_) | Value::Number(_) => true,
            }
    }
    plain(value, 0)
}

fn malformed(error: serde_json::Error) -> JsonError {
    JsonError::Malformed(error.to_string().chars().take(200).collect())
}

struct Strict {
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.depth > MAX_DEPTH {
            return Err(Error::custom(format_args!("nested deeper than {MAX_DEPTH} levels")));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("a number that is not finite"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        without_nul(text).map(|text| Value::String(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Strict { depth: self.depth + 1 })? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key_seed(Key)? {
            let value = entries.next_value_seed(Strict { depth: self.depth + 1 })?;
            if map.contains_key(&key) {
                let key: String = key.chars().take(80).collect();
                return Err(Error::custom(format_args!("the key “{key}” stands twice")));
            }
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        let text = String::deserialize(deserializer)?;
        without_nul::<D::Error>(&text)?;
        Ok(text)
    }
}

fn without_nul<E: Error>(text: &str) -> Result<&str, E> {
    if text.contains('\0') { Err(E::custom("a text with a NUL character")) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_options_are_read_unchanged() {
        let text = r#"{"a":[1,-2,5.0,true,null,"ä${x}"],"b":{"c":""}}"#;

        assert_eq!(parse(text), Ok(serde_json::json!({"a": [1, -2, 5.0, true, null, "ä${x}"], "b": {"c": ""}})));
    }

    #[test]
    fn what_readers_disagree_about_is_refused() {
        let deep = "[".repeat(200_000);
        let nested = format!("{}{}", "[".repeat(40), "]".repeat(40));
        for text in [
            r#"{"a":1,"a":2}"#,
            r#"{"x":{"a":1,"a":2}}"#,
            r#"["\u0000"]"#,
            r#"{"\u0000":1}"#,
            r#""\ud800""#,
            &deep,
            &nested,
            "",
            "{} {}",
        ] {
            assert!(matches!(parse(text), Err(JsonError::Malformed(_))), "{}", &text[..text.len().min(40)]);
        }
    }

    #[test]
    fn a_megabyte_is_too_long() {
        let text = format!("\"{}\"", "a".repeat(1_000_000));

        assert_eq!(parse(&text), Err(JsonError::TooLong(1_000_002)));
    }
}
