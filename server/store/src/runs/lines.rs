//! Lines of runs' logs, numbered without gaps.

use domain::{
    identifier::{OrganisationId, RunId},
    run::Line,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};
use workflow::port::store::runs::{Claim, NewLine};

use super::claim::held;
use crate::{
    Records,
    column::{from_word, micros, moment, text},
    entity::line,
    failed::Failed,
};

/// How many lines one statement carries: five values each, and SQLite takes 32,766.
const AT_ONCE: usize = 6000;

pub(super) async fn append(records: &Records, claim: &Claim, lines: &[NewLine]) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let run = held(&transaction, claim).await?;
    let (id, mut number) = (run.id.clone(), run.last_line);
    for some in lines.chunks(AT_ONCE) {
        let rows: Vec<line::ActiveModel> = some
            .iter()
            .map(|new| {
                number += 1;
                line::ActiveModel {
                    run: Set(id.clone()),
                    number: Set(number),
                    step: Set(new.step.map(|step| step.as_str().to_owned())),
                    text: Set(text(&new.text)),
                    at: Set(micros(new.at)),
                }
            })
            .collect();
        line::Entity::insert_many(rows).exec_without_returning(&transaction).await?;
    }
    let mut counted = run.into_active_model();
    counted.last_line = Set(number);
    counted.update(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn after(
    records: &Records,
    organisation: OrganisationId,
    run: RunId,
    after: u64,
    limit: u64,
) -> Result<Vec<Line>, Failed> {
    let transaction = records.read().await?;
    super::one(&transaction, organisation, run).await?;
    let rows = line::Entity::find()
        .filter(line::Column::Run.eq(run.to_string()))
        .filter(line::Column::Number.gt(i64::try_from(after)?))
        .order_by_asc(line::Column::Number)
        .limit(limit.min(i64::MAX.unsigned_abs()))
        .all(&transaction)
        .await?;
    rows.into_iter().map(line).collect()
}

/// The last lines, in order.
pub(super) async fn last(db: &impl ConnectionTrait, run: RunId, count: u64) -> Result<Vec<Line>, Failed> {
    let rows = line::Entity::find()
        .filter(line::Column::Run.eq(run.to_string()))
        .order_by_desc(line::Column::Number)
        .limit(count.min(i64::MAX.unsigned_abs()))
        .all(db)
        .await?;
    rows.into_iter().rev().map(line).collect()
}

fn line(row: line::Model) -> Result<Line, Failed> {
    Ok(Line {
        number: u64::try_from(row.number)?,
        step: row.step.as_deref().map(from_word).transpose()?,
        text: row.text,
        at: moment(row.at)?,
    })
}
