//! Sealing and opening.

use std::{
    fmt,
    io::{self, Read, Write},
    iter,
};

use age::{
    DecryptError, Decryptor, Encryptor,
    armor::{ArmoredReader, ArmoredWriter, Format},
    x25519::{Identity, Recipient},
};
use domain::secret::Secret;
use workflow::port::sealer::{Sealed, Sealer, SealerError};

use crate::{
    config::EscrowRecipient,
    identity::{IdentityError, IdentityPlace},
};

/// Seals to an identity and to escrow recipients; opens with the identity.
pub struct Age {
    identity: Identity,
    escrow: Vec<Recipient>,
}

impl fmt::Debug for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Age").field("recipient", &self.identity.to_public()).finish_non_exhaustive()
    }
}

impl Age {
    /// Takes the identity at a place. Where there is none one is made, unless something is sealed to the one that was there.
    pub fn open(
        place: &IdentityPlace,
        escrow: &[EscrowRecipient],
        something_sealed: bool,
    ) -> Result<Self, IdentityError> {
        let identity = match place.read()? {
            Some(identity) => identity,
            None if something_sealed => return Err(IdentityError::Missing(place.path().to_owned())),
            None => place.create()?,
        };
        Ok(Self { identity, escrow: escrow.iter().map(|recipient| recipient.0.clone()).collect() })
    }

    fn write(&self, text: &[u8]) -> io::Result<Vec<u8>> {
        let ours = self.identity.to_public();
        let recipients = iter::once(&ours).chain(&self.escrow).map(|recipient| recipient as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
        let mut sealed = Vec::new();
        let mut writer = encryptor.wrap_output(ArmoredWriter::wrap_output(&mut sealed, Format::AsciiArmor)?)?;
        writer.write_all(text)?;
        writer.finish()?.finish()?;
        Ok(sealed)
    }
}

impl Sealer for Age {
    fn seal(&self, secret: &Secret) -> Result<Sealed, SealerError> {
        let sealed = self.write(secret.reveal().as_bytes()).map_err(|error| SealerError::Failed(error.into()))?;
        String::from_utf8(sealed).map(Sealed).map_err(|error| SealerError::Failed(error.into()))
    }

    fn open(&self, sealed: &Sealed) -> Result<Secret, SealerError> {
        let decryptor = Decryptor::new_buffered(ArmoredReader::new(sealed.0.as_bytes())).map_err(failed)?;
        let mut reader = decryptor.decrypt(iter::once(&self.identity as &dyn age::Identity)).map_err(failed)?;
        // Room for all of it: a text that has to move leaves a copy behind.
        let mut text = String::with_capacity(sealed.0.len());
        let read = reader.read_to_string(&mut text);
        let secret = Secret::new(text);
        read.map_err(|error| SealerError::Damaged(error.into()))?;
        Ok(secret)
    }
}

fn failed(error: DecryptError) -> SealerError {
    match error {
        DecryptError::NoMatchingKeys => SealerError::OtherIdentity,
        other => SealerError::Damaged(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use workflow::testing::sealer;

    use super::*;

    fn age(directory: &tempfile::TempDir, name: &str, escrow: &[EscrowRecipient]) -> Age {
        Age::open(&IdentityPlace::File(directory.path().join(name)), escrow, false).expect("an identity")
    }

    fn recipient(identity: &Identity) -> EscrowRecipient {
        identity.to_public().to_string().try_into().expect("a recipient")
    }

    #[test]
    fn it_keeps_the_contract() {
        let directory = tempfile::tempdir().expect("a directory");
        let escrow = [recipient(&Identity::generate())];

        for escrow in [&escrow[..], &[]] {
            let (ours, theirs) = (age(&directory, "ours", escrow), age(&directory, "theirs", escrow));
            sealer::what_is_sealed_can_be_opened(&ours);
            sealer::what_is_sealed_says_nothing(&ours);
            sealer::another_identity_opens_nothing(&ours, &theirs);
            sealer::what_was_changed_is_not_opened(&ours);
        }
    }

    #[test]
    fn who_holds_the_key_of_an_escrow_recipient_opens_it_without_us() {
        let directory = tempfile::tempdir().expect("a directory");
        let key = Identity::generate();
        let sealed = age(&directory, "ours", &[recipient(&key)]).seal(&Secret::new("hunter2".into())).expect("sealed");

        let opened = age::decrypt(&key, sealed.0.as_bytes()).expect("opened");

        assert_eq!(opened, b"hunter2");
    }

    #[test]
    fn an_identity_that_something_is_sealed_to_is_not_replaced() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("key.txt");

        let opened = Age::open(&IdentityPlace::File(path.clone()), &[], true).map(|_| ());

        assert!(matches!(opened, Err(IdentityError::Missing(_))), "{opened:?}");
        assert!(!path.exists());
    }
}
