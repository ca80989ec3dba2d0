//! A run with what its page shows.

use std::collections::BTreeMap;

use domain::{
    identifier::{OrganisationId, RunId},
    run::{RunDetail, RunKind, RunState, Step, StepRecord, StepState},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::port::store::StoreError;

use super::lines;
use crate::{
    Records,
    column::{from_json, from_word, moment, word},
    entity::{deployment, environment, run, step},
    failed::Failed,
};

/// From how many runs we learn how long a step usually takes.
const LEARNT_FROM: u64 = 20;

pub(super) async fn detail(
    records: &Records,
    organisation: OrganisationId,
    id: RunId,
    last: u64,
) -> Result<RunDetail, Failed> {
    let transaction = records.read().await?;
    let run = super::one(&transaction, organisation, id).await?;
    let of = deployment::Entity::find_by_id(run.deployment.to_string())
        .one(&transaction)
        .await?
        .ok_or(StoreError::NotFound)?;
    let begun = step::Entity::find().filter(step::Column::Run.eq(id.to_string())).all(&transaction).await?;
    let kind_of_environment = kind_of(&transaction, &of.environment).await?;
    let usual = usual(&transaction, organisation, run.kind).await?;
    let steps = Step::of(run.kind, &kind_of_environment)
        .iter()
        .map(|step| {
            record(*step, begun.iter().find(|row| row.name == step.as_str()), usual.get(step.as_str()).copied())
        })
        .collect::<Result<_, _>>()?;
    let lines = lines::last(&transaction, id, last).await?;
    Ok(RunDetail { run, title: of.title, addresses: from_json(&of.addresses)?, steps, lines })
}

async fn kind_of(db: &impl ConnectionTrait, environment: &str) -> Result<String, Failed> {
    let found = environment::Entity::find_by_id(environment).one(db).await?;
    Ok(found.ok_or(StoreError::NotFound)?.kind)
}

fn record(step: Step, begun: Option<&step::Model>, usual_ms: Option<u64>) -> Result<StepRecord, Failed> {
    let Some(row) = begun else {
        return Ok(StepRecord { step, state: StepState::Waiting, started: None, finished: None, usual_ms });
    };
    Ok(StepRecord {
        step,
        state: from_word(&row.state)?,
        started: Some(moment(row.started)?),
        finished: row.finished.map(moment).transpose()?,
        usual_ms,
    })
}

/// How long each step took in the organisation's last runs of this kind that succeeded: the median, in milliseconds.
async fn usual(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    kind: RunKind,
) -> Result<BTreeMap<String, u64>, Failed> {
    let runs: Vec<String> = run::Entity::find()
        .select_only()
        .column(run::Column::Id)
        .filter(run::Column::Organisation.eq(organisation.to_string()))
        .filter(run::Column::Kind.eq(word(kind)?))
        .filter(run::Column::State.eq(word(RunState::Succeeded)?))
        .order_by_desc(run::Column::Finished)
        .limit(LEARNT_FROM)
        .into_tuple()
        .all(db)
        .await?;
    let done = step::Entity::find().filter(step::Column::Run.is_in(runs)).all(db).await?;
    let mut took: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for step in done {
        if let Some(finished) = step.finished {
            took.entry(step.name).or_default().push(u64::try_from(finished - step.started).unwrap_or(0) / 1000);
        }
    }
    Ok(took.into_iter().filter_map(|(name, took)| Some((name, median(took)?))).collect())
}

fn median(mut values: Vec<u64>) -> Option<u64> {
    values.sort_unstable();
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = values.get(values.len() / 2 - 1)?;
    Some(lower.midpoint(upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![900, 1, 5]), Some(5));
        assert_eq!(median(vec![4, 1, 2, 100]), Some(3));
    }
}
