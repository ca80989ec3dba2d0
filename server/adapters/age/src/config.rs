//! The part of the configuration that is ours.

use std::path::PathBuf;

use age::x25519::Recipient;
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AgeConfig {
    /// The identity file; without it the systemd credential of that name, or a file beside the state directory.
    pub identity: Option<PathBuf>,
    /// Who else can open every secret: for when the identity is lost.
    pub escrow: Vec<EscrowRecipient>,
}

/// Somebody to whom everything is sealed as well, by their public key (`age1…`).
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct EscrowRecipient(pub(crate) Recipient);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no age recipient: give the public key that age-keygen prints, such as age1…")]
pub struct NotARecipient(String);

impl TryFrom<String> for EscrowRecipient {
    type Error = NotARecipient;

    fn try_from(text: String) -> Result<Self, NotARecipient> {
        // Somebody who puts the private key here must not find it in a log.
        let shown =
            || if text.to_ascii_uppercase().starts_with("AGE-SECRET-KEY") { "AGE-SECRET-KEY-…" } else { &text };
        text.trim().parse().map(Self).map_err(|_| NotARecipient(shown().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipient_is_a_public_key_and_a_private_one_is_not_repeated() {
        let key = age::x25519::Identity::generate();

        assert!(EscrowRecipient::try_from(key.to_public().to_string()).is_ok());
        for wrong in ["", "ssh-ed25519 AAAA", "age1short"] {
            assert_eq!(EscrowRecipient::try_from(wrong.to_owned()).map(|_| ()), Err(NotARecipient(wrong.into())));
        }
        let private = EscrowRecipient::try_from("AGE-SECRET-KEY-1QQQ".to_owned()).map(|_| ());
        assert_eq!(private, Err(NotARecipient("AGE-SECRET-KEY-…".into())));
    }
}
