//! Deleting what has expired, a bounded number at a time so that nobody waits long for the write lock.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use time::{Duration, OffsetDateTime};

use crate::{
    Records,
    column::micros,
    entity::{invitation, line, new_password, run, session, sign_in_attempt},
    failed::Failed,
};

/// How many rows of each table one call deletes at most.
const AT_ONCE: u64 = 1000;
/// How many logs one call deletes at most.
const RUNS_AT_ONCE: u64 = 5;
/// How long logs of runs are kept.
const KEPT: Duration = Duration::days(90);
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
    delete_before!(new_password, Person, Expires, now);
    delete_before!(sign_in_attempt, Id, At, now - REMEMBERED);
    swept += lines(&transaction, now - KEPT).await?;
    transaction.commit().await?;
    Ok(swept)
}

/// Logs of runs that ended long ago. The runs themselves and their steps stay.
async fn lines(db: &impl ConnectionTrait, before: OffsetDateTime) -> Result<u64, Failed> {
    let with_log = line::Entity::find()
        .select_only()
        .column(line::Column::Run)
        .filter(Expr::col((line::Entity, line::Column::Run)).equals((run::Entity, run::Column::Id)))
        .into_query();
    let old: Vec<String> = run::Entity::find()
        .select_only()
        .column(run::Column::Id)
        .filter(run::Column::Finished.lte(micros(before)))
        .filter(Expr::exists(with_log))
        .limit(RUNS_AT_ONCE)
        .into_tuple()
        .all(db)
        .await?;
    if old.is_empty() {
        return Ok(0);
    }
    Ok(line::Entity::delete_many().filter(line::Column::Run.is_in(old)).exec(db).await?.rows_affected)
}
