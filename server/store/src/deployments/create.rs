//! New deployments.

use domain::{deployment::DeploymentState, identifier::DeploymentId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use workflow::port::store::{StoreError, deployments::NewDeployment};

use crate::{
    Records,
    audit::{self, Entry},
    column::{json, micros, new_id, text},
    entity::{deployment, draft},
    failed::Failed,
    organisations,
};

pub(super) async fn create(records: &Records, new: &NewDeployment) -> Result<DeploymentId, Failed> {
    let id = DeploymentId(new_id());
    let (title, created) = (text(&new.title), micros(new.created));
    let row = deployment::ActiveModel {
        id: Set(id.to_string()),
        organisation: Set(new.organisation.to_string()),
        environment: Set(new.environment.to_string()),
        folded: Set(super::folded(&title, &[])),
        title: Set(title.clone()),
        state: Set(DeploymentState::Draft.as_str().to_owned()),
        addresses: Set("[]".to_owned()),
        live: Set(None),
        fence: Set(0),
        created: Set(created),
        changed: Set(created),
        changed_by: Set(new.created_by.to_string()),
    };
    let typed = draft::ActiveModel {
        deployment: Set(id.to_string()),
        applications: Set(json(&new.applications)?),
        submitted: Set(false),
        title: Set(title),
        saved: Set(created),
        saved_by: Set(new.created_by.to_string()),
        pin: Set(Some(new.pin.0.clone())),
    };
    let transaction = records.write().await?;
    organisations::lock(&transaction, new.organisation).await?;
    let there = deployment::Entity::find()
        .filter(deployment::Column::Organisation.eq(new.organisation.to_string()))
        .filter(deployment::Column::State.ne(DeploymentState::Removed.as_str()))
        .count(&transaction)
        .await?;
    if there >= new.most {
        return Err(StoreError::Full.into());
    }
    deployment::Entity::insert(row).exec_without_returning(&transaction).await?;
    draft::Entity::insert(typed).exec_without_returning(&transaction).await?;
    let organisation = Some(new.organisation);
    let entry =
        Entry { person: new.created_by, organisation, verb: "create deployment", subject: &id, at: new.created };
    audit::note(&transaction, entry).await?;
    transaction.commit().await?;
    Ok(id)
}
