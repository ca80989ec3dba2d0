//! People, their sessions, and what keeps sign-in from being guessed.

mod actor;
mod attempts;
mod deletion;
mod first;
mod new_password;

use async_trait::async_trait;
use domain::{
    identifier::{PersonId, SessionId},
    name::EmailAddress,
    person::{Actor, Needed, SessionRow},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;
use workflow::{
    port::store::{Accounts, StoreError, accounts::NewPerson},
    secret::{PasswordHash, TokenHash},
};

use crate::{
    Records,
    column::{id, micros, moment, new_id, text},
    entity::{person, session},
    failed::Failed,
};

#[async_trait]
impl Accounts for Records {
    async fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(first::is_empty(self.reads()).await?)
    }

    async fn set_first_token(&self, token: &TokenHash, now: OffsetDateTime) -> Result<(), StoreError> {
        Ok(first::set_token(self, token, now).await?)
    }

    async fn is_first_token(&self, token: &TokenHash) -> Result<bool, StoreError> {
        Ok(first::is_token(self.reads(), token).await?)
    }

    async fn create_first(&self, token: &TokenHash, person: &NewPerson) -> Result<PersonId, StoreError> {
        Ok(first::create(self, token, person).await?)
    }

    async fn password(&self, email: &EmailAddress) -> Result<Option<(PersonId, PasswordHash)>, StoreError> {
        Ok(password(self, email).await?)
    }

    async fn note_attempt(
        &self,
        keys: &[String],
        since: OffsetDateTime,
        now: OffsetDateTime,
    ) -> Result<Vec<u64>, StoreError> {
        Ok(attempts::note(self, keys, since, now).await?)
    }

    async fn forget_attempt(&self, keys: &[String], at: OffsetDateTime) -> Result<(), StoreError> {
        Ok(attempts::forget(self, keys, at).await?)
    }

    async fn forget_attempts(&self, key: &str) -> Result<(), StoreError> {
        Ok(attempts::forget_all(self, key).await?)
    }

    async fn offer_new_password(
        &self,
        email: &EmailAddress,
        token: &TokenHash,
        expires: OffsetDateTime,
    ) -> Result<(), StoreError> {
        Ok(new_password::offer(self, email, token, expires).await?)
    }

    async fn new_password_for(&self, token: &TokenHash, now: OffsetDateTime) -> Result<EmailAddress, StoreError> {
        Ok(new_password::whose(self, token, now).await?)
    }

    async fn set_password(
        &self,
        token: &TokenHash,
        password: &PasswordHash,
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        Ok(new_password::set(self, token, password, now).await?)
    }

    async fn actor(&self, session: &TokenHash, now: OffsetDateTime) -> Result<Option<Actor>, StoreError> {
        Ok(actor::actor(self, session, now).await?)
    }

    async fn actor_by_email(&self, email: &EmailAddress) -> Result<Option<Actor>, StoreError> {
        Ok(actor::by_email(self, email).await?)
    }

    /// The asker's own session is not known here: `current` is false in every row.
    async fn sessions(&self, person: PersonId, now: OffsetDateTime) -> Result<Vec<SessionRow>, StoreError> {
        Ok(sessions(self, person, now).await?)
    }

    async fn revoke(&self, person: PersonId, session: SessionId) -> Result<(), StoreError> {
        Ok(revoke(self, person, session).await?)
    }

    async fn needed(&self, person: PersonId) -> Result<Vec<Needed>, StoreError> {
        let transaction = self.read().await.map_err(Failed::from)?;
        Ok(deletion::needed(&transaction, person).await?)
    }

    async fn delete_account(&self, person: PersonId, now: OffsetDateTime) -> Result<Vec<Needed>, StoreError> {
        Ok(deletion::delete(self, person, now).await?)
    }
}

/// Adds a person in the caller's transaction; `Conflict` when the address has an account.
pub(crate) async fn add(db: &impl ConnectionTrait, person: &NewPerson, email: &str) -> Result<PersonId, Failed> {
    let id = PersonId(new_id());
    let row = person::ActiveModel {
        id: Set(id.to_string()),
        name: Set(text(&person.name)),
        email: Set(email.to_owned()),
        password: Set(person.password.0.clone()),
        created: Set(micros(person.created)),
    };
    person::Entity::insert(row).exec_without_returning(db).await?;
    Ok(id)
}

/// Whether the address has an account.
pub(crate) async fn has_account(db: &impl ConnectionTrait, email: &str) -> Result<bool, Failed> {
    Ok(person::Entity::find().filter(person::Column::Email.eq(email)).count(db).await? > 0)
}

async fn password(records: &Records, email: &EmailAddress) -> Result<Option<(PersonId, PasswordHash)>, Failed> {
    let found = person::Entity::find().filter(person::Column::Email.eq(email.as_str())).one(records.reads()).await?;
    found.map(|person| Ok((id(&person.id)?, PasswordHash(person.password)))).transpose()
}

async fn sessions(records: &Records, person: PersonId, now: OffsetDateTime) -> Result<Vec<SessionRow>, Failed> {
    let rows = session::Entity::find()
        .filter(session::Column::Person.eq(person.to_string()))
        .filter(session::Column::Expires.gt(micros(now)))
        .order_by_desc(session::Column::Created)
        .order_by_desc(session::Column::Id)
        .all(records.reads())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(SessionRow {
                id: id(&row.id)?,
                browser: row.browser,
                created: moment(row.created)?,
                last_seen: moment(row.last_seen)?,
                current: false,
            })
        })
        .collect()
}

async fn revoke(records: &Records, person: PersonId, session: SessionId) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let gone = session::Entity::delete_many()
        .filter(session::Column::Id.eq(session.to_string()))
        .filter(session::Column::Person.eq(person.to_string()))
        .exec(&transaction)
        .await?;
    if gone.rows_affected == 0 {
        return Err(StoreError::NotFound.into());
    }
    transaction.commit().await?;
    Ok(())
}
