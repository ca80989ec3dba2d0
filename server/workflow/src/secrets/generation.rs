//! Making secrets, each of the form that `nix/resources/generators.nix` says.

use base64::{Engine as _, engine::general_purpose};
use domain::secret::{Generator, Secret};
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use rand::distr::{Alphanumeric, SampleString as _};
use rsa::{
    PrivateKey,
    pkcs8::{EncodePrivateKey as _, EncodePublicKey as _, LineEnding},
};
use zeroize::Zeroizing;

use crate::{port::Cause, secret::hex};

const RSA_BITS: usize = 4096;

/// A secret that was made, and the half of it that everybody may know.
#[derive(Debug)]
pub(super) struct Generated {
    pub(super) secret: Secret,
    pub(super) public_half: Option<String>,
}

/// Why none could be made.
#[derive(Debug, thiserror::Error)]
pub enum GenerationError {
    #[error("what an operator gives can't be made")]
    Given,
    #[error("a key could not be made")]
    Key(#[source] Cause),
}

/// Makes a new secret. An RSA key takes seconds of processor time, so none of this is done where others wait.
pub(super) async fn generate(generator: Generator) -> Result<Generated, GenerationError> {
    let made = tokio::task::spawn_blocking(move || make(generator)).await;
    made.map_err(|error| GenerationError::Key(error.into()))?
}

fn make(generator: Generator) -> Result<Generated, GenerationError> {
    let text = match generator {
        Generator::Given => return Err(GenerationError::Given),
        Generator::Hex64 => hex(&*random::<32>()),
        Generator::Hex128 => hex(&*random::<64>()),
        Generator::Alphanumeric32 => Alphanumeric.sample_string(&mut rand::rng(), 32),
        Generator::Base64Key => {
            let mut text = String::from("base64:");
            general_purpose::STANDARD.encode_string(random::<32>().as_slice(), &mut text);
            text
        }
        Generator::VapidPair => return Ok(vapid_pair()),
        Generator::RsaPair => return rsa_pair(),
    };
    Ok(Generated { secret: Secret::new(text), public_half: None })
}

fn random<const BYTES: usize>() -> Zeroizing<[u8; BYTES]> {
    let mut bytes = Zeroizing::new([0; BYTES]);
    rand::fill(&mut *bytes);
    bytes
}

/// The private number and the uncompressed public point, as RFC 8292 has them.
fn vapid_pair() -> Generated {
    // One of 2^32 texts of 32 bytes is no private key.
    let key = loop {
        if let Ok(key) = p256::SecretKey::from_slice(&*random::<32>()) {
            break key;
        }
    };
    let encode = |bytes: &[u8]| general_purpose::URL_SAFE_NO_PAD.encode(bytes);
    let private = Zeroizing::new(<[u8; 32]>::from(key.to_bytes()));
    Generated {
        secret: Secret::new(encode(&*private)),
        public_half: Some(encode(key.public_key().to_encoded_point(false).as_bytes())),
    }
}

fn rsa_pair() -> Result<Generated, GenerationError> {
    let failed = |error: rsa::pkcs8::spki::Error| GenerationError::Key(error.into());
    let key = PrivateKey::new(&mut rand::rng(), RSA_BITS).map_err(|error| GenerationError::Key(error.into()))?;
    let private = key.to_pkcs8_pem(LineEnding::LF).map_err(|error| GenerationError::Key(error.into()))?;
    let public_half = key.to_public_key().to_public_key_pem(LineEnding::LF).map_err(failed)?;
    Ok(Generated { secret: Secret::new(private.as_str().to_owned()), public_half: Some(public_half) })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rsa::{
        PublicKey,
        pkcs8::{DecodePrivateKey as _, DecodePublicKey as _},
        traits::PublicKeyParts as _,
    };
    use serde::Deserialize;
    use serde_json::Value;

    use super::*;

    /// As the Nix library describes what a generator makes; a Nix test holds that it is what it describes.
    #[derive(Deserialize)]
    struct Described {
        random: Value,
        holds: Option<String>,
        length: Option<usize>,
        prefix: String,
        pair: bool,
    }

    fn described() -> BTreeMap<String, Described> {
        serde_json::from_str(include_str!("../../../../nix/tests/resources/generators.json")).expect("descriptions")
    }

    fn generators() -> Vec<(String, Generator, Described)> {
        let known = |name: &str| serde_json::from_value(Value::from(name)).expect("a generator that Rust has too");
        described().into_iter().map(|(name, described)| (name.clone(), known(&name), described)).collect()
    }

    fn is_of(alphabet: &str, text: &str) -> bool {
        let one = |c: char| match alphabet {
            "hex" => matches!(c, '0'..='9' | 'a'..='f'),
            "alphanumeric" => c.is_ascii_alphanumeric(),
            "base64" => c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='),
            "base64url" => c.is_ascii_alphanumeric() || matches!(c, '-' | '_'),
            "pem" => c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '-' | ' ' | '\n'),
            _ => false,
        };
        text.chars().all(one)
    }

    #[test]
    fn every_generator_makes_what_its_description_says() {
        for (name, generator, described) in generators() {
            let Some(holds) = described.holds else {
                assert!(matches!(make(generator), Err(GenerationError::Given)), "{name}");
                continue;
            };
            let made = make(generator).expect("a secret");
            let text = made.secret.reveal();

            let random = text.strip_prefix(&described.prefix).expect("its prefix");
            assert!(is_of(&holds, random), "{name} holds {holds}");
            assert!(described.length.is_none_or(|length| text.len() == length), "{name}: {}", text.len());
            assert_eq!(made.public_half.is_some(), described.pair, "{name}");
            let bytes = match holds.as_str() {
                "hex" => Some(random.len() / 2),
                "base64" => Some(general_purpose::STANDARD.decode(random).expect("base64").len()),
                "alphanumeric" => Some(random.len()),
                _ => None,
            };
            assert!(bytes.is_none_or(|bytes| described.random == bytes), "{name}: {bytes:?}");
        }
    }

    #[test]
    fn no_secret_is_made_twice() {
        for (_, generator, described) in generators().into_iter().filter(|(.., described)| !described.pair) {
            if described.holds.is_some() {
                let (one, two) = (make(generator).expect("a secret"), make(generator).expect("another"));
                assert_ne!(one.secret, two.secret);
            }
        }
        assert_ne!(vapid_pair().secret, vapid_pair().secret);
    }

    #[test]
    fn the_halves_of_pairs_belong_together() {
        let pair = vapid_pair();
        let decode = |text: &str| general_purpose::URL_SAFE_NO_PAD.decode(text).expect("base64url");
        let private = p256::SecretKey::from_slice(&decode(pair.secret.reveal())).expect("a private key");
        let public = decode(&pair.public_half.expect("a public half"));
        assert_eq!((public.len(), public[0]), (65, 4));
        assert_eq!(private.public_key().to_encoded_point(false).as_bytes(), public);

        let pair = rsa_pair().expect("a key");
        let private = PrivateKey::from_pkcs8_pem(pair.secret.reveal()).expect("a private key");
        let public = PublicKey::from_public_key_pem(&pair.public_half.expect("a public half")).expect("a public key");
        assert_eq!(private.to_public_key(), public);
        assert_eq!(public.n().bit_width(), 4096);
    }
}
