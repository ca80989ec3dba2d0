//! Everything that is live, of all organisations.

use std::collections::HashMap;

use domain::{deployment::Revision, identifier::RevisionId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use workflow::port::store::{StoreError, deployments::LiveDeployment};

use super::{Row, revisions};
use crate::{
    Records,
    entity::{deployment, organisation, revision},
    failed::Failed,
};

pub(super) async fn live(records: &Records) -> Result<Vec<LiveDeployment>, Failed> {
    let transaction = records.read().await?;
    let names: Vec<(String, String)> = organisation::Entity::find()
        .select_only()
        .columns([organisation::Column::Id, organisation::Column::Label])
        .into_tuple()
        .all(&transaction)
        .await?;
    let names: HashMap<String, String> = names.into_iter().collect();
    let ids = deployment::Entity::find()
        .select_only()
        .column(deployment::Column::Live)
        .filter(deployment::Column::Live.is_not_null())
        .into_query();
    let found = revisions::rows()
        .filter(revision::Column::Id.in_subquery(ids))
        .into_model::<revisions::Row>()
        .all(&transaction)
        .await?;
    let mut revisions: HashMap<RevisionId, Revision> = HashMap::new();
    for row in found {
        let revision = revisions::revision(row)?;
        revisions.insert(revision.id, revision);
    }
    let rows = super::all_rows()
        .filter(deployment::Column::Live.is_not_null())
        .order_by_asc(deployment::Column::Folded)
        .order_by_asc(deployment::Column::Id)
        .into_model::<Row>()
        .all(&transaction)
        .await?;
    let mut live = Vec::new();
    for row in rows {
        let organisation = names.get(&row.deployment.organisation).cloned().ok_or(StoreError::NotFound)?;
        let deployment = super::deployment(row)?;
        let revision = deployment.live.and_then(|id| revisions.remove(&id)).ok_or(StoreError::NotFound)?;
        live.push(LiveDeployment { organisation, deployment, revision });
    }
    live.sort_by(|one, other| one.organisation.cmp(&other.organisation));
    Ok(live)
}
