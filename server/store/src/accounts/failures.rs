//! Sign-ins that failed, counted by who and from where.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use time::OffsetDateTime;

use crate::{
    Records,
    column::{cut, micros, new_id, text},
    entity::sign_in_failure,
    failed::Failed,
};

/// Longer keys come from nobody who wants in; their beginnings count.
const KEY: usize = 300;

pub(super) async fn note(records: &Records, keys: &[String], now: OffsetDateTime) -> Result<(), Failed> {
    if keys.is_empty() {
        return Ok(());
    }
    let rows = keys.iter().map(|key| sign_in_failure::ActiveModel {
        id: Set(new_id().to_string()),
        subject: Set(kept(key)),
        at: Set(micros(now)),
    });
    let transaction = records.write().await?;
    sign_in_failure::Entity::insert_many(rows).exec_without_returning(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn count(db: &impl ConnectionTrait, keys: &[String], since: OffsetDateTime) -> Result<u64, Failed> {
    let mut most = 0;
    for key in keys {
        let counted = sign_in_failure::Entity::find()
            .filter(sign_in_failure::Column::Subject.eq(kept(key)))
            .filter(sign_in_failure::Column::At.gte(micros(since)))
            .count(db)
            .await?;
        most = most.max(counted);
    }
    Ok(most)
}

fn kept(key: &str) -> String {
    text(cut(key, KEY))
}
