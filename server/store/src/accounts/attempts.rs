//! Attempts to sign in that did not succeed, counted by who and from where.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, sea_query::LikeExpr,
};
use time::OffsetDateTime;

use crate::{
    Records,
    column::{cut, micros, new_id, text},
    entity::sign_in_attempt,
    failed::Failed,
};

/// Longer keys come from nobody who wants in; their beginnings count.
const KEY: usize = 300;

pub(super) async fn note(
    records: &Records,
    keys: &[String],
    since: OffsetDateTime,
    now: OffsetDateTime,
) -> Result<Vec<u64>, Failed> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let rows = keys.iter().map(|key| sign_in_attempt::ActiveModel {
        id: Set(new_id().to_string()),
        subject: Set(kept(key)),
        at: Set(micros(now)),
    });
    let transaction = records.write().await?;
    sign_in_attempt::Entity::insert_many(rows).exec_without_returning(&transaction).await?;
    transaction.commit().await?;
    // Counted after the commit: of two at once, at least one sees both.
    let mut counts = Vec::with_capacity(keys.len());
    for key in keys {
        let counted = sign_in_attempt::Entity::find()
            .filter(sign_in_attempt::Column::Subject.eq(kept(key)))
            .filter(sign_in_attempt::Column::At.gte(micros(since)))
            .count(records.reads())
            .await?;
        counts.push(counted);
    }
    Ok(counts)
}

pub(super) async fn forget(records: &Records, keys: &[String], at: OffsetDateTime) -> Result<(), Failed> {
    let transaction = records.write().await?;
    sign_in_attempt::Entity::delete_many()
        .filter(sign_in_attempt::Column::Subject.is_in(keys.iter().map(|key| kept(key))))
        .filter(sign_in_attempt::Column::At.eq(micros(at)))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn forget_all(records: &Records, key: &str) -> Result<(), Failed> {
    let escaped = kept(key).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let transaction = records.write().await?;
    sign_in_attempt::Entity::delete_many()
        .filter(
            Condition::any()
                .add(sign_in_attempt::Column::Subject.eq(kept(key)))
                .add(sign_in_attempt::Column::Subject.like(LikeExpr::new(format!("{escaped} %")).escape('\\'))),
        )
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}

fn kept(key: &str) -> String {
    text(cut(key, KEY))
}
