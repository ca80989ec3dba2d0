//! A deployment with what its page shows.

use domain::{
    deployment::DeploymentDetail,
    identifier::{DeploymentId, OrganisationId},
};
use sea_orm::EntityTrait;

use super::{drafts, revisions};
use crate::{Records, entity::draft, failed::Failed, runs};

pub(super) async fn detail(
    records: &Records,
    organisation: OrganisationId,
    id: DeploymentId,
) -> Result<DeploymentDetail, Failed> {
    let transaction = records.read().await?;
    let deployment = super::one(&transaction, organisation, id).await?;
    let live = match deployment.live {
        Some(live) => Some(revisions::one(&transaction, organisation, live).await?),
        None => None,
    };
    let draft = draft::Entity::find_by_id(id.to_string()).one(&transaction).await?;
    let draft = draft.as_ref().map(drafts::draft).transpose()?;
    let run = runs::newest(&transaction, organisation, id).await?;
    Ok(DeploymentDetail { deployment, live, draft, run })
}
