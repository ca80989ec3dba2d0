//! Deleting what has expired, a bounded number at a time so that nobody waits long for the write lock.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use time::{Duration, OffsetDateTime};

use crate::{
    Records,
    column::micros,
    entity::{invitation, session, sign_in_failure},
    failed::Failed,
};

/// How many rows of each table one call deletes at most.
const AT_ONCE: u64 = 1000;
/// How long a failed sign-in is remembered.
const REMEMBERED: Duration = Duration::days(1);

pub(super) async fn sweep(records: &Records, now: OffsetDateTime) -> Result<u64, Failed> {
    let transaction = records.write().await?;
    let mut swept = 0;
    macro_rules! delete_before {
        ($table:ident, $key:ident, $time:ident, $moment:expr) => {
            let old: Vec<String> = $table::Entity::find()
                .select_only()
                .column($table::Column::$key)
                .filter($table::Column::$time.lte(micros($moment)))
                .order_by_asc($table::Column::$time)
                .limit(AT_ONCE)
                .into_tuple()
                .all(&transaction)
                .await?;
            if !old.is_empty() {
                swept += $table::Entity::delete_many()
                    .filter($table::Column::$key.is_in(old))
                    .filter($table::Column::$time.lte(micros($moment)))
                    .exec(&transaction)
                    .await?
                    .rows_affected;
            }
        };
    }
    delete_before!(session, Hash, Expires, now);
    delete_before!(invitation, Id, Expires, now);
    delete_before!(sign_in_failure, Id, At, now - REMEMBERED);
    transaction.commit().await?;
    Ok(swept)
}
