//! The key that closures are signed with.

use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::secret::Secret;
use processes::{RunError, Running, Starter, run};
use tokio::process::Command;

use crate::config::NixCommand;

const LIMIT: Duration = Duration::from_secs(20);
/// Of the public half, in bytes: it is the second part of what Nix calls the secret key (libsodium's Ed25519).
const HALF: usize = 32;

/// A key of Nix, `name:base64`, with its public half.
#[derive(Clone, Debug)]
pub struct Signer {
    pub(crate) secret: Secret,
    pub(crate) public: String,
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum SignerError {
    #[error("Nix can't be run")]
    Run(#[from] RunError),
    #[error("Nix made no key: {0}")]
    Refused(String),
    #[error("it is no secret key of Nix")]
    NotAKey,
}

impl Signer {
    /// Makes the secret half of one; `name` says whose it is.
    pub async fn generate(nix: &NixCommand, name: &str) -> Result<Secret, SignerError> {
        let starter = Starter::new("signer").map_err(|error| SignerError::Run(RunError::Start(error)))?;
        let mut command = Command::new(&nix.program);
        command.args(["--extra-experimental-features", "nix-command", "key", "generate-secret", "--key-name", name]);
        command.env_clear().envs(nix.environment.iter().map(|(name, value)| (name, value)));
        let ended = run(&starter, command, Running { limit: LIMIT, output_bytes: 4096, input: b"" }).await?;
        if ended.status.success() {
            Ok(Secret::new(String::from_utf8_lossy(&ended.stdout).trim().to_owned()))
        } else {
            Err(SignerError::Refused(String::from_utf8_lossy(&ended.stderr).trim().to_owned()))
        }
    }

    /// The one of a secret half.
    pub fn of(secret: Secret) -> Result<Self, SignerError> {
        let (name, key) = secret.reveal().split_once(':').ok_or(SignerError::NotAKey)?;
        let key = STANDARD.decode(key).map_err(|_| SignerError::NotAKey)?;
        let public = key.get(HALF..).filter(|half| half.len() == HALF).ok_or(SignerError::NotAKey)?;
        let public = format!("{name}:{}", STANDARD.encode(public));
        Ok(Self { secret, public })
    }

    /// What machines have to trust.
    pub fn public(&self) -> &str {
        &self.public
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_half_is_in_the_secret_one() {
        // From `nix key generate-secret` and `nix key convert-secret-to-public`.
        let secret = format!("town-1:{}", STANDARD.encode([[1; HALF], [2; HALF]].concat()));

        let signer = Signer::of(Secret::new(secret)).expect("a key");

        assert_eq!(signer.public(), format!("town-1:{}", STANDARD.encode([2; HALF])));
        assert!(!format!("{signer:?}").contains("AQEB"));
        for wrong in ["", "town-1", "town-1:AAAA", "town-1:*"] {
            assert!(matches!(Signer::of(Secret::new(wrong.into())), Err(SignerError::NotAKey)), "{wrong}");
        }
    }
}
