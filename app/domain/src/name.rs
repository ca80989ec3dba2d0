//! Names with a form that the network prescribes: DNS labels, domains, e-mail addresses.
//!
//! The functions are the Rust twins of the contract's checks in `nix/contract`; the types hold what passed them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The longest domain, in bytes (RFC 1035, section 2.3.4, without the root).
pub const MAX_DOMAIN: usize = 253;
/// The longest labels below a domain, in bytes: the shortest domain has four.
pub const MAX_LABELS: usize = 248;
/// The longest e-mail address, in bytes (RFC 5321, section 4.5.3.1.3, without the angle brackets).
pub const MAX_EMAIL: usize = 254;
/// The longest web address, in bytes.
pub const MAX_URL: usize = 2000;

/// One DNS label in lower case, such as `town` (RFC 1035, section 2.3.1, without the rule on first digits; at most 63 bytes).
pub fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// A DNS name in lower case with at least two labels, such as `social.example.org` (at most [`MAX_DOMAIN`]).
pub fn is_domain(text: &str) -> bool {
    let Some((_, last)) = text.rsplit_once('.') else { return false };
    (4..=MAX_DOMAIN).contains(&text.len())
        && text.split('.').all(is_label)
        && last.len() >= 2
        && !last.bytes().all(|b| b.is_ascii_digit())
}

/// One or more labels that can stand below a domain, such as `media` (at most [`MAX_LABELS`]).
pub fn are_labels_below(text: &str) -> bool {
    text.len() <= MAX_LABELS && text.split('.').all(is_label)
}

/// A language in a small part of BCP 47 (RFC 5646, section 2.1), in its usual letter case: `de`, `pt-BR`, `zh-Hant-TW`.
pub fn is_locale(text: &str) -> bool {
    fn within(text: &str, lengths: std::ops::RangeInclusive<usize>, alphabet: fn(&u8) -> bool) -> bool {
        lengths.contains(&text.len()) && text.as_bytes().iter().all(alphabet)
    }
    fn is_script(text: &str) -> bool {
        text.split_at_checked(1).is_some_and(|(first, rest)| {
            within(first, 1..=1, u8::is_ascii_uppercase) && within(rest, 3..=3, u8::is_ascii_lowercase)
        })
    }
    fn is_region(text: &str) -> bool {
        within(text, 2..=2, u8::is_ascii_uppercase) || within(text, 3..=3, u8::is_ascii_digit)
    }
    let mut subtags = text.split('-').peekable();
    let language = subtags.next().is_some_and(|language| within(language, 2..=3, u8::is_ascii_lowercase));
    subtags.next_if(|subtag| is_script(subtag));
    subtags.next_if(|subtag| is_region(subtag));
    language && subtags.next().is_none()
}

/// An e-mail address as people write it (RFC 5321, section 4.1.2, the dot-string form only; at most [`MAX_EMAIL`]).
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    text.len() <= MAX_EMAIL
        && (1..=64).contains(&local.len())
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && is_domain(&domain.to_ascii_lowercase())
}

/// A web address with `http` or `https`, a domain, and nothing that could leave an HTML attribute (at most [`MAX_URL`]).
pub fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    text.len() <= MAX_URL
        && is_domain(&host.to_ascii_lowercase())
        && port.is_none_or(is_port)
        && tail.bytes().all(|b| (0x21..=0x7e).contains(&b) && !b"\"<>\\^`{|}".contains(&b))
}

fn is_port(text: &str) -> bool {
    (1..=5).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_digit())
        && !text.starts_with('0')
        && text.parse::<u16>().is_ok()
}

/// A colour as `#rrggbb`.
pub fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Why a text is not the name that it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    #[error("not a short name of lower-case letters, digits and hyphens")]
    NotALabel,
    #[error("not an e-mail address")]
    NotAnEmail,
}

/// A short name in addresses, such as an organisation's in `/o/town-archive`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Label(String);

impl TryFrom<String> for Label {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        if is_label(&text) { Ok(Self(text)) } else { Err(NameError::NotALabel) }
    }
}

impl From<Label> for String {
    fn from(label: Label) -> Self {
        label.0
    }
}

impl Label {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A person's e-mail address. It is compared without regard to case, as mail hosts do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl TryFrom<String> for EmailAddress {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        let text = text.trim();
        if is_email(text) { Ok(Self(text.to_lowercase())) } else { Err(NameError::NotAnEmail) }
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl EmailAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_in_lower_case() {
        let address = EmailAddress::try_from(" Ada@Example.ORG ".to_owned());

        assert_eq!(address.map(String::from), Ok("ada@example.org".to_owned()));
    }

    #[test]
    fn a_label_keeps_to_its_alphabet() {
        for text in ["", "-a", "a-", "A", "a.b", "ä", "a b"] {
            assert_eq!(Label::try_from(text.to_owned()), Err(NameError::NotALabel), "{text}");
        }
    }
}
