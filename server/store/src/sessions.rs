//! Sessions of browsers, for `tower-sessions`.
//!
//! **Invariant:** the secret in the cookie is never kept, only its hash; and a session that was ended stays ended.

mod sweep;

use async_trait::async_trait;
use domain::identifier::PersonId;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use serde_json::Value;
use time::OffsetDateTime;
use tower_sessions_core::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result as SessionResult},
};
use workflow::{port::store::StoreError, secret::TokenHash};

use crate::{
    Records,
    column::{from_json, json, micros, moment, new_id, text},
    entity::session,
    failed::Failed,
};

/// The longest name of a browser that is kept, in characters.
const BROWSER: usize = 200;
/// How many sessions one person has at most: with one more, the one that was not seen for the longest time ends.
pub const SESSIONS: u64 = 50;

/// The sessions among the records. What a session holds under `person` (an identifier) and `browser` (a text) stands
/// in columns too, for [`workflow::port::store::Accounts`].
#[derive(Clone, Debug)]
pub struct Sessions {
    records: Records,
}

impl Sessions {
    pub fn new(records: &Records) -> Self {
        Self { records: records.clone() }
    }

    /// Deletes a bounded number of what is over: sessions, invitations and links for new passwords that have expired,
    /// attempts to sign in older than a day, logs of runs that ended 90 days ago. Says how many, so that a caller can go on
    /// while there are any.
    pub async fn sweep(&self, now: OffsetDateTime) -> Result<u64, StoreError> {
        Ok(sweep::sweep(&self.records, now).await?)
    }

    /// Whether it was made; not when the id is taken.
    async fn insert(&self, record: &Record) -> Result<bool, Failed> {
        let now = micros(OffsetDateTime::now_utc());
        let row = session::ActiveModel {
            hash: Set(hash(&record.id)),
            id: Set(new_id().to_string()),
            person: Set(person(record)),
            browser: Set(browser(record)),
            content: Set(json(&record.data)?),
            created: Set(now),
            last_seen: Set(now),
            expires: Set(micros(record.expiry_date)),
        };
        let transaction = self.records.write().await?;
        let keep = OnConflict::column(session::Column::Hash).do_nothing().to_owned();
        let made = session::Entity::insert(row).on_conflict(keep).exec_without_returning(&transaction).await?;
        if let Some(person) = person(record) {
            end_oldest(&transaction, &person).await?;
        }
        transaction.commit().await?;
        Ok(made > 0)
    }

    async fn update(&self, record: &Record) -> Result<(), Failed> {
        let transaction = self.records.write().await?;
        session::Entity::update_many()
            .col_expr(session::Column::Person, Expr::value(person(record)))
            .col_expr(session::Column::Browser, Expr::value(browser(record)))
            .col_expr(session::Column::Content, Expr::value(json(&record.data)?))
            .col_expr(session::Column::Expires, Expr::value(micros(record.expiry_date)))
            .filter(session::Column::Hash.eq(hash(&record.id)))
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn find(&self, id: &Id) -> Result<Option<Record>, Failed> {
        let found = session::Entity::find_by_id(hash(id))
            .filter(session::Column::Expires.gt(micros(OffsetDateTime::now_utc())))
            .one(self.records.reads())
            .await?;
        found
            .map(|row| Ok(Record { id: *id, data: from_json(&row.content)?, expiry_date: moment(row.expires)? }))
            .transpose()
    }

    async fn end(&self, id: &Id) -> Result<(), Failed> {
        let transaction = self.records.write().await?;
        session::Entity::delete_by_id(hash(id)).exec(&transaction).await?;
        transaction.commit().await?;
        Ok(())
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> SessionResult<()> {
        while !self.insert(record).await.map_err(backend)? {
            record.id = Id::default();
        }
        Ok(())
    }

    /// Changes a session that there is. One that was ended meanwhile is not brought back.
    async fn save(&self, record: &Record) -> SessionResult<()> {
        self.update(record).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> SessionResult<Option<Record>> {
        self.find(id).await.map_err(backend)
    }

    async fn delete(&self, id: &Id) -> SessionResult<()> {
        self.end(id).await.map_err(backend)
    }
}

async fn end_oldest(db: &impl ConnectionTrait, person: &str) -> Result<(), Failed> {
    let surplus: Vec<String> = session::Entity::find()
        .select_only()
        .column(session::Column::Hash)
        .filter(session::Column::Person.eq(person))
        .order_by_desc(session::Column::LastSeen)
        .order_by_desc(session::Column::Id)
        .offset(SESSIONS)
        .limit(SESSIONS)
        .into_tuple()
        .all(db)
        .await?;
    if !surplus.is_empty() {
        session::Entity::delete_many().filter(session::Column::Hash.is_in(surplus)).exec(db).await?;
    }
    Ok(())
}

fn hash(id: &Id) -> String {
    TokenHash::of(id.to_string().as_bytes()).0
}

fn person(record: &Record) -> Option<String> {
    let person: PersonId = record.data.get("person").and_then(Value::as_str)?.parse().ok()?;
    Some(person.to_string())
}

fn browser(record: &Record) -> String {
    let named = record.data.get("browser").and_then(Value::as_str).unwrap_or_default();
    text(&named.chars().take(BROWSER).collect::<String>())
}

/// `tower-sessions` keeps a text only, so the causes are written into it.
fn backend(failed: Failed) -> Error {
    let error = StoreError::from(failed);
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(inner) = cause {
        said.push_str(": ");
        said.push_str(&inner.to_string());
        cause = inner.source();
    }
    Error::Backend(said)
}
