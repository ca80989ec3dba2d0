//! Steps of runs, noted before and after.

use domain::{
    identifier::RunId,
    run::{Step, StepState},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use serde_json::Value;
use time::OffsetDateTime;
use workflow::port::store::{
    StoreError,
    runs::{Begun, Claim, RecordedStep},
};

use super::claim::held;
use crate::{
    Records,
    column::{from_json, from_word, json, micros, word},
    entity::step,
    failed::Failed,
};

pub(super) async fn steps(db: &impl ConnectionTrait, run: RunId) -> Result<Vec<RecordedStep>, Failed> {
    let rows = step::Entity::find().filter(step::Column::Run.eq(run.to_string())).all(db).await?;
    let read = |row: step::Model| {
        Ok(RecordedStep { step: from_word(&row.name)?, state: from_word(&row.state)?, before: from_json(&row.before)? })
    };
    let mut steps = rows.into_iter().map(read).collect::<Result<Vec<_>, Failed>>()?;
    // The steps of each kind of run are declared in their order.
    steps.sort_by_key(|recorded| recorded.step);
    Ok(steps)
}

pub(super) async fn begin(
    records: &Records,
    claim: &Claim,
    step: Step,
    before: Value,
    now: OffsetDateTime,
) -> Result<Begun, Failed> {
    let transaction = records.write().await?;
    let run = held(&transaction, claim).await?;
    let cancelling = run.cancelling;
    let running = word(StepState::Running)?;
    let noted = match find(&transaction, &run.id, step).await? {
        Some(earlier) => {
            let noted = from_json(&earlier.before)?;
            let mut again = earlier.into_active_model();
            again.state = Set(running);
            again.finished = Set(None);
            again.update(&transaction).await?;
            noted
        }
        None => {
            let row = step::ActiveModel {
                run: Set(run.id),
                name: Set(step.as_str().to_owned()),
                state: Set(running),
                started: Set(micros(now)),
                finished: Set(None),
                before: Set(json(&before)?),
            };
            step::Entity::insert(row).exec_without_returning(&transaction).await?;
            before
        }
    };
    transaction.commit().await?;
    Ok(Begun { before: noted, cancelling })
}

pub(super) async fn end(
    records: &Records,
    claim: &Claim,
    step: Step,
    state: StepState,
    now: OffsetDateTime,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let run = held(&transaction, claim).await?;
    let begun = find(&transaction, &run.id, step).await?.ok_or(StoreError::NotFound)?;
    let mut ended = begun.into_active_model();
    ended.state = Set(word(state)?);
    ended.finished = Set(Some(micros(now)));
    ended.update(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

async fn find(db: &impl ConnectionTrait, run: &str, step: Step) -> Result<Option<step::Model>, Failed> {
    let key = (run.to_owned(), step.as_str().to_owned());
    Ok(step::Entity::find_by_id(key).one(db).await?)
}
