//! People, their sessions, and what keeps sign-in from being guessed.

use async_trait::async_trait;
use domain::{
    identifier::{PersonId, SessionId},
    name::EmailAddress,
    person::{Actor, Needed, SessionRow},
};
use time::OffsetDateTime;

use super::StoreError;
use crate::secret::{PasswordHash, TokenHash};

#[async_trait]
pub trait Accounts: Send + Sync {
    /// Whether nobody has an account yet.
    async fn is_empty(&self) -> Result<bool, StoreError>;

    /// Remembers the one-time token for the first account, in place of an earlier one.
    async fn set_first_token(&self, token: &TokenHash, now: OffsetDateTime) -> Result<(), StoreError>;

    /// Whether the token for the first account is this one.
    async fn is_first_token(&self, token: &TokenHash) -> Result<bool, StoreError>;

    /// Makes the first person the hosting provider's administrator and uses the token up; `Conflict` when there is a
    /// person already or the token is another.
    async fn create_first(&self, token: &TokenHash, person: &NewPerson) -> Result<PersonId, StoreError>;

    /// The password hash of a person, for signing in.
    async fn password(&self, email: &EmailAddress) -> Result<Option<(PersonId, PasswordHash)>, StoreError>;

    /// Notes an attempt to sign in under each of the keys (who, from where), and counts the attempts since then under
    /// each, this one included.
    async fn note_attempt(
        &self,
        keys: &[String],
        since: OffsetDateTime,
        now: OffsetDateTime,
    ) -> Result<Vec<u64>, StoreError>;

    /// Forgets an attempt: it succeeded, or was not made.
    async fn forget_attempt(&self, keys: &[String], at: OffsetDateTime) -> Result<(), StoreError>;

    /// Remembers a one-time token with which the owner of this address may set a new password, in place of an earlier
    /// one; `NotFound` when the address has no account.
    async fn offer_new_password(
        &self,
        email: &EmailAddress,
        token: &TokenHash,
        expires: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Whose new password the token is for; `NotFound` when it was used, replaced or expired.
    async fn new_password_for(&self, token: &TokenHash, now: OffsetDateTime) -> Result<EmailAddress, StoreError>;

    /// Forgets all attempts under the key and under those that begin with it and a space.
    async fn forget_attempts(&self, key: &str) -> Result<(), StoreError>;

    /// Uses the token up, sets the password and ends all sessions of the person; `NotFound` as above.
    async fn set_password(
        &self,
        token: &TokenHash,
        password: &PasswordHash,
        now: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Who is signed in with this session; none once it expired or was revoked. Notes at most once a minute that it was seen.
    async fn actor(&self, session: &TokenHash, now: OffsetDateTime) -> Result<Option<Actor>, StoreError>;

    /// Somebody with an account, as they are without a session (its id is nil): for commands on the machine itself.
    async fn actor_by_email(&self, email: &EmailAddress) -> Result<Option<Actor>, StoreError>;

    /// The sessions of a person, the newest first.
    async fn sessions(&self, person: PersonId, now: OffsetDateTime) -> Result<Vec<SessionRow>, StoreError>;

    /// Ends a session of this person; `NotFound` when it is another's.
    async fn revoke(&self, person: PersonId, session: SessionId) -> Result<(), StoreError>;

    /// For what somebody can't be spared.
    async fn needed(&self, person: PersonId) -> Result<Vec<Needed>, StoreError>;

    /// Deletes an account with its memberships, sessions, links and the invitations of its address. What was done with it
    /// stays, and the name of who did is empty from then on. Where somebody can't be spared that comes back, and nothing
    /// was changed.
    async fn delete_account(&self, person: PersonId, now: OffsetDateTime) -> Result<Vec<Needed>, StoreError>;
}

/// Somebody who is about to have an account.
#[derive(Clone, Debug)]
pub struct NewPerson {
    pub name: String,
    pub email: EmailAddress,
    pub password: PasswordHash,
    pub created: OffsetDateTime,
}
