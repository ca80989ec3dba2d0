//! Revisions, as they are read.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    deployment::{DeploymentState, HistoryEntry, LibraryPin, Revision, RevisionState},
    identifier::{DeploymentId, OrganisationId, RevisionId},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationTrait, Select,
};
use workflow::port::store::StoreError;

use crate::{
    Records,
    column::{from_json, from_word, id, moment, optional_id, word},
    entity::{deployment, draft, person, revision, run},
    failed::Failed,
};

/// A revision with who made it.
#[derive(FromQueryResult)]
pub(super) struct Row {
    #[sea_orm(nested)]
    revision: revision::Model,
    created_by_name: String,
}

pub(super) fn rows() -> Select<revision::Entity> {
    revision::Entity::find()
        .column_as(person::Column::Name, "created_by_name")
        .join(JoinType::InnerJoin, revision::Relation::CreatedBy.def())
        .join(JoinType::InnerJoin, revision::Relation::Deployment.def())
}

pub(super) fn revision(Row { revision, created_by_name }: Row) -> Result<Revision, Failed> {
    Ok(Revision {
        id: id(&revision.id)?,
        deployment: id(&revision.deployment)?,
        number: u32::try_from(revision.number)?,
        applications: from_json(&revision.applications)?,
        pin: LibraryPin(revision.pin),
        plan: from_json(&revision.plan)?,
        state: from_word(&revision.state)?,
        created: moment(revision.created)?,
        created_by: created_by_name,
    })
}

pub(super) async fn one(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    id: RevisionId,
) -> Result<Revision, Failed> {
    let found = rows()
        .filter(deployment::Column::Organisation.eq(organisation.to_string()))
        .filter(revision::Column::Id.eq(id.to_string()))
        .into_model::<Row>()
        .one(db)
        .await?;
    revision(found.ok_or(StoreError::NotFound)?)
}

pub(super) async fn history(
    records: &Records,
    organisation: OrganisationId,
    of: DeploymentId,
    before: Option<u32>,
    limit: usize,
) -> Result<Vec<HistoryEntry>, Failed> {
    let transaction = records.read().await?;
    let live = super::one(&transaction, organisation, of).await?.live;
    let found = rows()
        .filter(revision::Column::Deployment.eq(of.to_string()))
        .filter(
            revision::Column::Number.lt(before.map_or(i32::MAX, |number| i32::try_from(number).unwrap_or(i32::MAX))),
        )
        .order_by_desc(revision::Column::Number)
        .limit(limit as u64)
        .into_model::<Row>()
        .all(&transaction)
        .await?;
    let shown = found.iter().map(|row| row.revision.id.clone());
    let runs: Vec<(Option<String>, String)> = run::Entity::find()
        .select_only()
        .columns([run::Column::Revision, run::Column::Id])
        .filter(run::Column::Revision.is_in(shown))
        .order_by_asc(run::Column::Requested)
        .order_by_asc(run::Column::Id)
        .into_tuple()
        .all(&transaction)
        .await?;
    let newest: BTreeMap<String, String> =
        runs.into_iter().filter_map(|(revision, run)| Some((revision?, run))).collect();
    found
        .into_iter()
        .map(|row| {
            let run = optional_id(newest.get(&row.revision.id).map(String::as_str))?;
            let revision = revision(row)?;
            Ok(HistoryEntry { live: live == Some(revision.id), revision, run })
        })
        .collect()
}

pub(super) async fn kept(db: &impl ConnectionTrait) -> Result<Vec<Revision>, Failed> {
    let under_way = run::Entity::find()
        .select_only()
        .column(run::Column::Revision)
        .filter(run::Column::Finished.is_null())
        .filter(run::Column::Revision.is_not_null())
        .into_query();
    let found = rows()
        .filter(
            Condition::any()
                .add(revision::Column::State.eq(word(RevisionState::Deployed)?))
                .add(revision::Column::Id.in_subquery(under_way)),
        )
        .filter(deployment::Column::State.ne(DeploymentState::Removed.as_str()))
        .order_by_asc(revision::Column::Deployment)
        .order_by_asc(revision::Column::Number)
        .into_model::<Row>()
        .all(db)
        .await?;
    found.into_iter().map(revision).collect()
}

pub(super) async fn pins(db: &impl ConnectionTrait) -> Result<Vec<LibraryPin>, Failed> {
    let planned: Vec<String> = revision::Entity::find()
        .select_only()
        .column(revision::Column::Pin)
        .distinct()
        .join(JoinType::InnerJoin, revision::Relation::Deployment.def())
        .filter(deployment::Column::State.ne(DeploymentState::Removed.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    // The draft of a deployment goes with it.
    let drafted: Vec<String> = draft::Entity::find()
        .select_only()
        .column(draft::Column::Pin)
        .distinct()
        .filter(draft::Column::Pin.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let pins: BTreeSet<String> = planned.into_iter().chain(drafted).collect();
    Ok(pins.into_iter().map(LibraryPin).collect())
}
