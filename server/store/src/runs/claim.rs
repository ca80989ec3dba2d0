//! Leases: which worker has a run.

use domain::run::RunState;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait,
    sea_query::{Expr, LockBehavior, LockType},
};
use time::{Duration, OffsetDateTime};
use workflow::port::store::{StoreError, runs::Claim};

use crate::{
    Records,
    column::{micros, word},
    entity::{deployment, run},
    failed::Failed,
};

pub(super) async fn claim(
    records: &Records,
    worker: &str,
    now: OffsetDateTime,
    lease: Duration,
) -> Result<Option<Claim>, Failed> {
    // A lease that lasts longer than any that is given comes from a clock that was set back since.
    let free = Condition::any()
        .add(run::Column::Worker.is_null())
        .add(run::Column::LeaseUntil.lte(micros(now)))
        .add(run::Column::LeaseUntil.gt(micros(now + lease * 2)));
    let transaction = records.write().await?;
    // Takes the locks of the run and its deployment at once, or passes on to the next run: nobody waits here. SQLite
    // has one writer at a time and needs no locks.
    let found = run::Entity::find()
        .join(JoinType::InnerJoin, run::Relation::Deployment.def())
        .filter(run::Column::Finished.is_null())
        .filter(free)
        .order_by_asc(run::Column::Requested)
        .order_by_asc(run::Column::Id)
        .limit(1)
        .lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked)
        .one(&transaction)
        .await?;
    let Some(found) = found else { return Ok(None) };

    let fence = next_fence(&transaction, &found.deployment).await?;
    let (id, epoch) = (found.id.clone(), found.epoch + 1);
    let waited = found.state == word(RunState::Waiting)?;
    let mut taken = found.into_active_model();
    taken.worker = Set(Some(worker.to_owned()));
    taken.lease_until = Set(Some(micros(now + lease)));
    taken.epoch = Set(epoch);
    if waited {
        taken.state = Set(word(RunState::Running)?);
    }
    taken.update(&transaction).await?;
    let row = super::rows().filter(run::Column::Id.eq(id)).into_model().one(&transaction).await?;
    let run = super::run(row.ok_or(StoreError::NotFound)?)?;
    transaction.commit().await?;
    Ok(Some(Claim { run, worker: worker.to_owned(), epoch, fence }))
}

/// Counts the claims on any run of the deployment.
async fn next_fence(db: &impl ConnectionTrait, id: &str) -> Result<i64, Failed> {
    let found = deployment::Entity::find_by_id(id).one(db).await?.ok_or(StoreError::NotFound)?;
    let fence = found.fence + 1;
    deployment::Entity::update_many()
        .col_expr(deployment::Column::Fence, Expr::value(fence))
        .filter(deployment::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(fence)
}

pub(super) async fn prolong(records: &Records, claim: &Claim, until: OffsetDateTime) -> Result<bool, Failed> {
    let transaction = records.write().await?;
    let held = held(&transaction, claim).await?;
    let cancelling = held.cancelling;
    let mut prolonged = held.into_active_model();
    prolonged.lease_until = Set(Some(micros(until)));
    prolonged.update(&transaction).await?;
    transaction.commit().await?;
    Ok(cancelling)
}

pub(super) async fn give_back(records: &Records, claim: &Claim) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let mut free = held(&transaction, claim).await?.into_active_model();
    free.worker = Set(None);
    free.lease_until = Set(None);
    free.update(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

/// The run for the rest of the transaction, as long as it is still the claim's: nobody claimed it since, it was not
/// given back and is not finished.
pub(super) async fn held(db: &impl ConnectionTrait, claim: &Claim) -> Result<run::Model, Failed> {
    let found = run::Entity::find_by_id(claim.run.id.to_string())
        .filter(run::Column::Organisation.eq(claim.run.organisation.to_string()))
        .lock(LockType::NoKeyUpdate)
        .one(db)
        .await?;
    let is_held = |run: &run::Model| {
        run.epoch == claim.epoch && run.worker.as_deref() == Some(claim.worker.as_str()) && run.finished.is_none()
    };
    found.filter(is_held).ok_or(StoreError::Fenced.into())
}
