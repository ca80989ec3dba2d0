//! Deleting one's own account.

use domain::{
    person::{Actor, Needed},
    policy::Verb,
};

use super::{Accounts, sign_in::key_of};
use crate::{
    error::{FieldProblem, WorkflowError},
    permit,
    secret::Password,
};

impl Accounts {
    /// For what somebody can't be spared; nothing when their account can be deleted.
    pub async fn needed(&self, actor: &Actor) -> Result<Vec<Needed>, WorkflowError> {
        permit(actor, Verb::UseAccount, None)?;
        Ok(self.ports.store.needed(actor.person).await?)
    }

    /// Deletes an account for good. `typed` must be its address, and the password right: a browser that somebody left
    /// alone is not enough. `place` is where the request came from, as for signing in.
    pub async fn delete(
        &self,
        actor: &Actor,
        typed: &str,
        password: Password,
        place: &str,
    ) -> Result<(), WorkflowError> {
        permit(actor, Verb::UseAccount, None)?;
        let address = actor.email.as_str();
        if typed.trim().to_lowercase() != address {
            return Err(WorkflowError::Field { field: "email", problem: FieldProblem::NotTheSame });
        }
        self.sign_in(address, password, place).await.map_err(|error| match error {
            WorkflowError::WrongCredentials => {
                WorkflowError::Field { field: "password", problem: FieldProblem::WrongPassword }
            }
            other => other,
        })?;
        let needed = self.ports.store.delete_account(actor.person, self.ports.clock.now()).await?;
        if !needed.is_empty() {
            return Err(WorkflowError::StillNeeded(needed));
        }
        // The address stands in these too.
        Ok(self.ports.store.forget_attempts(&key_of(address)).await?)
    }
}
