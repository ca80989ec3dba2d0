//! Keeping planned revisions.

use domain::{
    deployment::{Applications, RevisionState},
    identifier::{OrganisationId, RevisionId},
    plan::Plan,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::port::store::{StoreError, deployments::NewRevision};

use crate::{
    Records,
    audit::{self, Entry},
    column::{from_json, id, json, micros, new_id, word},
    entity::{deployment, draft, revision},
    failed::Failed,
    secrets,
};

pub(super) async fn stage(
    records: &Records,
    organisation: OrganisationId,
    new: &NewRevision,
) -> Result<RevisionId, Failed> {
    let transaction = records.write().await?;
    let of = super::lock_to_change(&transaction, organisation, new.deployment).await?;
    if !secrets::are_kept(&transaction, &of.id, &new.plan.kept_secrets).await? {
        return Err(StoreError::Conflict.into());
    }
    let of_deployment = || revision::Entity::find().filter(revision::Column::Deployment.eq(&of.id));
    let staged = word(RevisionState::Staged)?;
    let newest_staged = of_deployment()
        .filter(revision::Column::State.eq(&staged))
        .order_by_desc(revision::Column::Number)
        .one(&transaction)
        .await?;
    if let Some(newest) = newest_staged
        && is_same(&newest, new)?
    {
        return id(&newest.id);
    }
    let last: Option<i32> = of_deployment()
        .select_only()
        .column(revision::Column::Number)
        .order_by_desc(revision::Column::Number)
        .into_tuple()
        .one(&transaction)
        .await?;
    let made = RevisionId(new_id());
    let row = revision::ActiveModel {
        id: Set(made.to_string()),
        deployment: Set(of.id.clone()),
        number: Set(last.unwrap_or(0) + 1),
        title: Set(title(&transaction, &of, &new.applications).await?),
        applications: Set(json(&new.applications)?),
        pin: Set(new.pin.0.clone()),
        plan: Set(json(&new.plan)?),
        state: Set(staged),
        created: Set(micros(new.created)),
        created_by: Set(new.created_by.to_string()),
    };
    revision::Entity::insert(row).exec_without_returning(&transaction).await?;
    let organisation = Some(organisation);
    let entry = Entry { person: new.created_by, organisation, verb: "plan revision", subject: &made, at: new.created };
    audit::note(&transaction, entry).await?;
    transaction.commit().await?;
    Ok(made)
}

fn is_same(kept: &revision::Model, new: &NewRevision) -> Result<bool, Failed> {
    Ok(kept.pin == new.pin.0
        && from_json::<Applications>(&kept.applications)? == new.applications
        && from_json::<Plan>(&kept.plan)? == new.plan)
}

/// What lists will call the deployment once the revision is live: what they were told when these applications were
/// typed, now or for an earlier revision.
async fn title(
    db: &impl ConnectionTrait,
    of: &deployment::Model,
    applications: &Applications,
) -> Result<String, Failed> {
    if let Some(draft) = draft::Entity::find_by_id(&of.id).one(db).await?
        && from_json::<Applications>(&draft.applications)? == *applications
    {
        return Ok(draft.title);
    }
    let earlier: Option<String> = revision::Entity::find()
        .select_only()
        .column(revision::Column::Title)
        .filter(revision::Column::Deployment.eq(&of.id))
        .filter(revision::Column::Applications.eq(json(applications)?))
        .order_by_desc(revision::Column::Number)
        .into_tuple()
        .one(db)
        .await?;
    Ok(earlier.unwrap_or_else(|| of.title.clone()))
}
