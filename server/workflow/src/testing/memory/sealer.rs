//! Sealing that needs no key: what is sealed stays here, and a number of it goes out.

use std::sync::Mutex;

use domain::secret::Secret;

use super::locked;
use crate::{
    port::sealer::{Sealed, Sealer, SealerError},
    secret::Token,
};

/// Opens what it sealed itself.
#[derive(Debug)]
pub struct MemorySealer {
    identity: String,
    kept: Mutex<Vec<Secret>>,
}

impl Default for MemorySealer {
    fn default() -> Self {
        Self { identity: Token::generate().reveal().to_owned(), kept: Mutex::default() }
    }
}

/// It names nothing that was sealed here.
#[derive(Debug, thiserror::Error)]
#[error("nothing was sealed under this number")]
struct Unknown;

impl Sealer for MemorySealer {
    fn seal(&self, secret: &Secret) -> Result<Sealed, SealerError> {
        let mut kept = locked(&self.kept);
        kept.push(secret.clone());
        Ok(Sealed(format!("sealed {} {}", kept.len() - 1, self.identity)))
    }

    fn open(&self, sealed: &Sealed) -> Result<Secret, SealerError> {
        let unknown = || SealerError::Damaged(Box::new(Unknown));
        let (number, identity) =
            sealed.0.strip_prefix("sealed ").and_then(|rest| rest.split_once(' ')).ok_or_else(unknown)?;
        if identity != self.identity {
            return Err(SealerError::OtherIdentity);
        }
        let number: usize = number.parse().map_err(|_| unknown())?;
        locked(&self.kept).get(number).cloned().ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::sealer;

    #[test]
    fn it_keeps_the_contract() {
        let (ours, theirs) = (MemorySealer::default(), MemorySealer::default());

        sealer::what_is_sealed_can_be_opened(&ours);
        sealer::what_is_sealed_says_nothing(&ours);
        sealer::another_identity_opens_nothing(&ours, &theirs);
        sealer::what_was_changed_is_not_opened(&ours);
    }
}
