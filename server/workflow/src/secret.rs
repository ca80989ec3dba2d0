//! Passwords and one-time tokens: what is shown once, and what is kept.

use std::fmt;

use argon2::{
    ARGON2ID_IDENT, Argon2, Block, Params, Version,
    password_hash::{self, Output, ParamsString, Salt, SaltString, rand_core::OsRng},
};
use sha2::{Digest, Sha256};

/// A secret for one person's eyes: 32 random bytes as hexadecimal digits. Never kept; [`TokenHash`] is.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    pub fn generate() -> Self {
        Self(hex(&rand::random::<[u8; 32]>()))
    }

    /// Reads what came with a link.
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Whether it looks like one of ours.
    pub fn is_one(&self) -> bool {
        self.0.len() == 64 && self.0.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    /// The secret itself, for the link that is shown once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub fn hash(&self) -> TokenHash {
        TokenHash::of(self.0.as_bytes())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What is kept of a token: who reads the database can't use it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TokenHash(pub String);

impl TokenHash {
    pub fn of(secret: &[u8]) -> Self {
        Self(hex(&Sha256::digest(secret)))
    }
}

/// A password as somebody typed it.
#[derive(Clone)]
pub struct Password(pub String);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A password as it is kept: argon2id with the parameters in the text (PHC string format).
#[derive(Clone)]
pub struct PasswordHash(pub String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// The password could not be hashed: its text or the parameters are not ones that argon2 takes.
#[derive(Debug, thiserror::Error)]
#[error("the password can't be hashed: {0}")]
pub struct HashError(argon2::password_hash::Error);

impl PasswordHash {
    /// Takes tens of milliseconds of processor time: call it where that blocks nobody.
    pub fn of(password: &Password) -> Result<Self, HashError> {
        let hash = || {
            let salt = SaltString::generate(&mut OsRng);
            let argon2 = Argon2::default();
            let hash = compute(&argon2, password, salt.as_salt())?;
            let params = ParamsString::try_from(argon2.params())?;
            let (algorithm, version) = (ARGON2ID_IDENT, Some(Version::V0x13.into()));
            Ok(argon2::PasswordHash { algorithm, version, params, salt: Some(salt.as_salt()), hash: Some(hash) }
                .to_string())
        };
        hash().map(Self).map_err(HashError)
    }

    /// Whether the password is the one that was hashed. Takes as long as [`Self::of`].
    pub fn matches(&self, password: &Password) -> bool {
        let check = || {
            let hash = argon2::PasswordHash::new(&self.0).ok()?;
            let (algorithm, version) = (hash.algorithm.try_into().ok()?, hash.version?.try_into().ok()?);
            let argon2 = Argon2::new(algorithm, version, Params::try_from(&hash).ok()?);
            Some(compute(&argon2, password, hash.salt?).ok()? == hash.hash?)
        };
        check().unwrap_or(false)
    }
}

/// The C library gives a piece of this size back at once and never keeps it for later (mallopt(3), M_MMAP_THRESHOLD:
/// its own limit grows with what is freed, to 32 MiB). What is not touched of it costs nothing.
const PIECE: usize = 33 * 1024 * 1024;

fn compute(argon2: &Argon2<'_>, password: &Password, salt: Salt<'_>) -> Result<Output, password_hash::Error> {
    let mut bytes = [0; Salt::MAX_LENGTH];
    let salt = salt.decode_b64(&mut bytes)?;
    let mut blocks = Vec::with_capacity(PIECE / Block::SIZE);
    blocks.resize(argon2.params().block_count(), Block::default());
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    argon2.hash_password_into_with_memory(password.0.as_bytes(), salt, &mut out, &mut blocks)?;
    Output::new(&out)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_that_was_hashed_matches() {
        let hash = PasswordHash::of(&Password("correct horse battery".into())).expect("a hash");

        assert!(hash.matches(&Password("correct horse battery".into())));
        assert!(!hash.matches(&Password("correct horse batterz".into())));
        assert!(!PasswordHash("rubbish".into()).matches(&Password(String::new())));
    }

    #[test]
    fn secrets_do_not_show_in_logs() {
        let token = Token::generate();

        assert_eq!(format!("{token:?} {:?}", Password("x".into())), "Token(…) Password(…)");
        assert_eq!(token.reveal().len(), 64);
    }
}
