//! Secrets: what is never shown, and what may be said of it.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::option::finding::{Part, Path};

/// The text of a secret. It can't be serialised, shows nowhere, and is overwritten when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself, for what seals or delivers it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// What a secret is made of. The names, and what each of them holds, are those of `nix/resources/generators.nix`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Generator {
    /// Nothing: an operator gives it, by an option.
    #[serde(rename = "given")]
    Given,
    #[serde(rename = "hex-64")]
    Hex64,
    #[serde(rename = "hex-128")]
    Hex128,
    #[serde(rename = "alphanumeric-32")]
    Alphanumeric32,
    #[serde(rename = "base64-key")]
    Base64Key,
    #[serde(rename = "vapid-pair")]
    VapidPair,
    #[serde(rename = "rsa-pair")]
    RsaPair,
}

/// Under which name a deployment's secret is kept.
///
/// One that an operator gives has the path of its option, without places in lists, so that it stays the same when a row
/// before it goes: `mastodon.smtp.password`. One that is generated has its requirement
/// (`mastodon/secret-key-base`) or its host (`hosts/all/garage-rpc`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SecretName(pub String);

impl SecretName {
    pub fn of_option(path: &Path) -> Self {
        let keys = path.0.iter().filter_map(|part| match part {
            Part::Key(key) => Some(key.as_str()),
            Part::Index(_) => None,
        });
        Self(keys.collect::<Vec<_>>().join("."))
    }

    pub fn of_requirement(application: &str, requirement: &str) -> Self {
        Self(format!("{application}/{requirement}"))
    }

    pub fn of_host(host: &str, secret: &str) -> Self {
        Self(format!("hosts/{host}/{secret}"))
    }
}

impl fmt::Display for SecretName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text of a secret, by what may be said of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SecretEdition {
    pub name: SecretName,
    /// Counted from 1; what is generated stays at that.
    pub edition: i64,
    pub generator: Generator,
}

#[cfg(test)]
mod tests {
    use std::marker::PhantomData;

    use super::*;

    /// Whether a type can be serialised: the constant of the type comes before the one of the trait.
    struct Serialises<T>(PhantomData<T>);

    trait Otherwise {
        const ANSWER: bool = false;
    }

    impl<T> Otherwise for Serialises<T> {}

    impl<T: Serialize> Serialises<T> {
        const ANSWER: bool = true;
    }

    #[test]
    fn a_secret_shows_nowhere() {
        let secret = Secret::new("hunter2".into());

        assert_eq!(format!("{secret:?} {:?}", Some(&secret)), "*** Some(***)");
        assert_eq!(secret.reveal(), "hunter2");
        let answers =
            [Serialises::<Secret>::ANSWER, Serialises::<Option<Secret>>::ANSWER, Serialises::<String>::ANSWER];
        assert_eq!(answers, [false, false, true]);
    }

    #[test]
    fn a_row_that_goes_changes_no_name() {
        let rows = |index| Path::default().key("a").key("relays").index(index).key("password");

        assert_eq!(SecretName::of_option(&rows(1)), SecretName::of_option(&rows(0)));
        assert_eq!(SecretName::of_option(&rows(0)).0, "a.relays.password");
    }
}
