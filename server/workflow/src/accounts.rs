//! Accounts: the first one, signing in, sessions, new passwords, the end.

mod deletion;
mod new_password;
mod sign_in;

use std::sync::Arc;

use domain::{
    identifier::{PersonId, SessionId},
    name::EmailAddress,
    person::{Actor, MAX_NAME, MAX_PASSWORD, MIN_PASSWORD, SessionRow},
    policy::Verb,
};
use tokio::sync::Semaphore;

use crate::{
    Ports,
    error::{FieldProblem, WorkflowError, filled, wrong_length},
    permit,
    port::store::{StoreError, accounts::NewPerson},
    secret::{Password, PasswordHash, Token, TokenHash},
};

/// How many passwords are hashed at once; each takes 19 MiB and a whole core for a moment.
const HASHED_AT_ONCE: usize = 2;

#[derive(Clone, Debug)]
pub struct Accounts {
    ports: Ports,
    hashing: Arc<Semaphore>,
}

/// What somebody enters who is about to have an account.
#[derive(Clone, Debug)]
pub struct AccountForm {
    pub name: String,
    pub email: String,
    pub password: Password,
}

impl Accounts {
    pub(crate) fn new(ports: Ports) -> Self {
        Self { ports, hashing: Arc::new(Semaphore::new(HASHED_AT_ONCE)) }
    }

    /// A new one-time token for the first account, in place of an earlier one; none when there is an account.
    pub async fn first_token(&self) -> Result<Option<Token>, WorkflowError> {
        if !self.ports.store.is_empty().await? {
            return Ok(None);
        }
        let token = Token::generate();
        self.ports.store.set_first_token(&token.hash(), self.ports.clock.now()).await?;
        Ok(Some(token))
    }

    /// Whether the link for the first account still works.
    pub async fn can_create_first(&self, token: &Token) -> Result<bool, WorkflowError> {
        Ok(self.ports.store.is_empty().await? && self.ports.store.is_first_token(&token.hash()).await?)
    }

    /// Makes the hosting provider's first account.
    pub async fn create_first(&self, token: &Token, form: AccountForm) -> Result<PersonId, WorkflowError> {
        if !self.can_create_first(token).await? {
            return Err(WorkflowError::LinkOver);
        }
        let person = self.new_person(form).await?;
        self.ports.store.create_first(&token.hash(), &person).await.map_err(|error| match error {
            StoreError::Conflict => WorkflowError::LinkOver,
            other => other.into(),
        })
    }

    /// Who is signed in with a session.
    pub async fn actor(&self, session: &TokenHash) -> Result<Option<Actor>, WorkflowError> {
        Ok(self.ports.store.actor(session, self.ports.clock.now()).await?)
    }

    /// Who has the account of an address; for commands, whose caller may read and write all records anyway.
    pub async fn actor_by_email(&self, email: &str) -> Result<Actor, WorkflowError> {
        let email = EmailAddress::try_from(email.to_owned())
            .map_err(|_| WorkflowError::Field { field: "email", problem: FieldProblem::NotAnEmail })?;
        self.ports.store.actor_by_email(&email).await?.ok_or(WorkflowError::NotFound)
    }

    pub async fn sessions(&self, actor: &Actor) -> Result<Vec<SessionRow>, WorkflowError> {
        permit(actor, Verb::UseAccount, None)?;
        let mut sessions = self.ports.store.sessions(actor.person, self.ports.clock.now()).await?;
        for session in &mut sessions {
            session.current = session.id == actor.session;
        }
        Ok(sessions)
    }

    pub async fn revoke(&self, actor: &Actor, session: SessionId) -> Result<(), WorkflowError> {
        permit(actor, Verb::UseAccount, None)?;
        Ok(self.ports.store.revoke(actor.person, session).await?)
    }

    /// Checks what somebody entered and hashes their password.
    pub(crate) async fn new_person(&self, form: AccountForm) -> Result<NewPerson, WorkflowError> {
        let name = filled("name", &form.name, MAX_NAME)?;
        let email = EmailAddress::try_from(form.email)
            .map_err(|_| WorkflowError::Field { field: "email", problem: FieldProblem::NotAnEmail })?;
        let password = self.hash_new(form.password).await?;
        Ok(NewPerson { name, email, password, created: self.ports.clock.now() })
    }

    /// Checks a password that somebody chose, and hashes it.
    async fn hash_new(&self, password: Password) -> Result<PasswordHash, WorkflowError> {
        if let Some(problem) = wrong_length(&password.0, MIN_PASSWORD, MAX_PASSWORD) {
            return Err(WorkflowError::Field { field: "password", problem });
        }
        self.hash(move || PasswordHash::of(&password)).await?.map_err(|error| WorkflowError::Hash(error.into()))
    }

    /// Hashes where that blocks nobody, a few at a time.
    async fn hash<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, WorkflowError> {
        let turn = self.hashing.clone().acquire_owned().await.map_err(|error| WorkflowError::Hash(error.into()))?;
        let in_turn = move || {
            // It lasts as long as the work, also when whoever asked has gone.
            let _turn = turn;
            work()
        };
        tokio::task::spawn_blocking(in_turn).await.map_err(|error| WorkflowError::Hash(error.into()))
    }
}
