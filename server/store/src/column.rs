//! How values stand in columns, the same in both databases.

use std::str::FromStr;

use domain::identifier::NotAnIdentifier;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::failed::Failed;

/// Microseconds since 1970, in UTC.
pub(crate) fn micros(moment: OffsetDateTime) -> i64 {
    i64::try_from(moment.unix_timestamp_nanos().div_euclid(1000)).unwrap_or(i64::MAX)
}

pub(crate) fn moment(micros: i64) -> Result<OffsetDateTime, Failed> {
    Ok(OffsetDateTime::from_unix_timestamp_nanos(i128::from(micros) * 1000)?)
}

/// A new identifier; later ones sort after earlier ones.
pub(crate) fn new_id() -> Uuid {
    Uuid::now_v7()
}

pub(crate) fn id<T: FromStr<Err = NotAnIdentifier>>(text: &str) -> Result<T, Failed> {
    Ok(text.parse()?)
}

pub(crate) fn optional_id<T: FromStr<Err = NotAnIdentifier>>(text: Option<&str>) -> Result<Option<T>, Failed> {
    text.map(id).transpose()
}

pub(crate) fn json(value: &impl Serialize) -> Result<String, Failed> {
    Ok(serde_json::to_string(value)?)
}

pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Failed> {
    Ok(serde_json::from_str(text)?)
}

/// The name of a state, kind or role: the one that it has in JSON.
pub(crate) fn word(value: impl Serialize) -> Result<String, Failed> {
    match serde_json::to_value(value)? {
        Value::String(text) => Ok(text),
        other => Ok(other.to_string()),
    }
}

pub(crate) fn from_word<T: DeserializeOwned>(text: &str) -> Result<T, Failed> {
    Ok(serde_json::from_value(Value::String(text.to_owned()))?)
}

/// Text that came from outside; PostgreSQL takes no NUL.
pub(crate) fn text(outside: &str) -> String {
    outside.replace('\0', "\u{fffd}")
}

/// At most this many bytes of a text, cut between two characters.
pub(crate) fn cut(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn a_moment_comes_back_to_the_microsecond() {
        for kept in [datetime!(2026-05-01 12:00:00.123456 UTC), datetime!(1969-12-31 23:59:59.999999 UTC)] {
            assert_eq!(moment(micros(kept)).ok(), Some(kept));
        }
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(cut("aä", 2), "a");
        assert_eq!(cut("aä", 3), "aä");
        assert_eq!(cut("", 2000), "");
    }
}
