//! New passwords, for people who have forgotten theirs: the hosting provider hands them a one-time link.

use domain::name::EmailAddress;
use time::Duration;

use super::{Accounts, sign_in::key_of};
use crate::{
    error::{FieldProblem, WorkflowError},
    port::store::StoreError,
    secret::{Password, Token},
};

/// How long a link works.
const LINK_LASTS: Duration = Duration::days(1);

impl Accounts {
    /// A one-time token with which the owner of an address sets a new password, in place of an earlier one; for commands,
    /// whose caller may read and write all records anyway.
    pub async fn new_password_token(&self, email: &str) -> Result<Token, WorkflowError> {
        let email = EmailAddress::try_from(email.to_owned())
            .map_err(|_| WorkflowError::Field { field: "email", problem: FieldProblem::NotAnEmail })?;
        let token = Token::generate();
        self.ports.store.offer_new_password(&email, &token.hash(), self.ports.clock.now() + LINK_LASTS).await?;
        Ok(token)
    }

    /// Whose new password a link is for. Who has the link may see this much.
    pub async fn new_password_for(&self, token: &Token) -> Result<EmailAddress, WorkflowError> {
        self.ports.store.new_password_for(&token.hash(), self.ports.clock.now()).await.map_err(link_over)
    }

    /// Sets the password and ends all sessions of its owner.
    pub async fn set_password(&self, token: &Token, password: Password) -> Result<(), WorkflowError> {
        let address = self.new_password_for(token).await?;
        let password = self.hash_new(password).await?;
        self.ports.store.set_password(&token.hash(), &password, self.ports.clock.now()).await.map_err(link_over)?;
        // Who has forgotten a password has tried others before.
        Ok(self.ports.store.forget_attempts(&key_of(address.as_str())).await?)
    }
}

fn link_over(error: StoreError) -> WorkflowError {
    match error {
        StoreError::NotFound => WorkflowError::LinkOver,
        other => other.into(),
    }
}
