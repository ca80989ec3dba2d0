//! Signing in, and what keeps passwords from being guessed.

use domain::{identifier::PersonId, name::EmailAddress};
use time::Duration;

use super::Accounts;
use crate::{
    error::WorkflowError,
    secret::{Password, PasswordHash},
};

/// How long attempts count that did not succeed.
const COUNTED_FOR: Duration = Duration::minutes(15);
/// How many there may be for one address from one place.
const FOR_AN_ADDRESS_FROM_A_PLACE: u64 = 10;
/// And for one address from anywhere: so many that nobody is easily locked out by others, and few enough for passwords of
/// fifteen characters and more.
const FOR_AN_ADDRESS: u64 = 100;
/// And from one place for any address; many may share one.
const FROM_A_PLACE: u64 = 100;

/// Under which attempts count for an address; the ones from one place go on with it.
pub(super) fn key_of(address: &str) -> String {
    format!("address {address}")
}

impl Accounts {
    /// Who signs in with these; `place` is the address of the network that the request came from.
    ///
    /// An attempt counts from its beginning, so that nobody gains by making many at once or by hanging up.
    pub async fn sign_in(&self, email: &str, password: Password, place: &str) -> Result<PersonId, WorkflowError> {
        let address = email.trim().to_lowercase();
        let of_address = key_of(&address);
        let keys = [format!("{of_address} from {place}"), of_address, format!("place {place}")];
        let limits = [FOR_AN_ADDRESS_FROM_A_PLACE, FOR_AN_ADDRESS, FROM_A_PLACE];
        let now = self.ports.clock.now();
        let counts = self.ports.store.note_attempt(&keys, now - COUNTED_FOR, now).await?;
        if counts.iter().zip(limits).any(|(count, limit)| *count > limit) {
            // Who keeps trying does not keep the owner out for longer.
            self.ports.store.forget_attempt(&keys, now).await?;
            return Err(WorkflowError::TooManyAttempts);
        }

        let known = match EmailAddress::try_from(email.to_owned()) {
            Ok(email) => self.ports.store.password(&email).await?,
            Err(_) => None,
        };
        let person = self.verify(known, password).await?.ok_or(WorkflowError::WrongCredentials)?;
        self.ports.store.forget_attempt(&keys, now).await?;
        Ok(person)
    }

    /// Takes as long for an address without an account as for one with, so that nobody can tell which ones have one.
    async fn verify(
        &self,
        known: Option<(PersonId, PasswordHash)>,
        password: Password,
    ) -> Result<Option<PersonId>, WorkflowError> {
        self.hash(move || match known {
            Some((person, hash)) => hash.matches(&password).then_some(person),
            None => {
                let _ = PasswordHash::of(&password);
                None
            }
        })
        .await
    }
}
