//! What operators typed and did not yet plan.

use domain::{
    deployment::{Draft, LibraryPin},
    identifier::{DeploymentId, OrganisationId},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict,
};
use time::OffsetDateTime;
use workflow::port::store::{By, StoreError, secrets::NewSecret};

use crate::{
    Records,
    audit::{self, Entry},
    column::{from_json, id, json, micros, text},
    entity::draft,
    failed::Failed,
    secrets,
};

/// What is saved, and when whoever saves it had looked.
pub(super) struct Saved<'a> {
    pub(super) draft: &'a Draft,
    pub(super) title: &'a str,
    pub(super) given: &'a [NewSecret],
    pub(super) seen: Option<OffsetDateTime>,
}

pub(super) async fn save(
    records: &Records,
    organisation: OrganisationId,
    Saved { draft, title, given, seen }: Saved<'_>,
    by: By,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let found = super::lock_to_change(&transaction, organisation, draft.deployment).await?;
    // One's own later changes, from another tab say, are no surprise.
    if let Some(seen) = seen
        && let Some(earlier) = draft::Entity::find_by_id(&found.id).one(&transaction).await?
        && earlier.saved > micros(seen)
        && earlier.saved_by != by.person.to_string()
    {
        return Err(StoreError::Conflict.into());
    }
    let title = text(title);
    let row = draft::ActiveModel {
        deployment: Set(draft.deployment.to_string()),
        applications: Set(json(&draft.applications)?),
        submitted: Set(draft.submitted),
        title: Set(title.clone()),
        saved: Set(micros(by.at)),
        saved_by: Set(by.person.to_string()),
        pin: Set(draft.pin.as_ref().map(|pin| pin.0.clone())),
    };
    use draft::Column::{Applications, Deployment, Pin, Saved, SavedBy, Submitted, Title};
    let replace =
        OnConflict::column(Deployment).update_columns([Applications, Submitted, Title, Saved, SavedBy, Pin]).to_owned();
    draft::Entity::insert(row).on_conflict(replace).exec_without_returning(&transaction).await?;

    secrets::keep_given(&transaction, organisation, &found.id, given, by).await?;
    secrets::forget(&transaction, &found.id).await?;

    let nothing_live = found.live.is_none();
    let mut changed = found.into_active_model();
    if nothing_live {
        changed.folded = Set(super::folded(&title, &[]));
        changed.title = Set(title);
    }
    changed.changed = Set(micros(by.at));
    changed.changed_by = Set(by.person.to_string());
    changed.update(&transaction).await?;
    audit::note(&transaction, Entry::of(by, organisation, "save draft", &draft.deployment)).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn discard_of(
    records: &Records,
    organisation: OrganisationId,
    of: DeploymentId,
    by: By,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let found = super::lock_to_change(&transaction, organisation, of).await?;
    discard(&transaction, &found.id).await?;
    audit::note(&transaction, Entry::of(by, organisation, "discard draft", &of)).await?;
    transaction.commit().await?;
    Ok(())
}

/// Removes the draft, and forgets what only it referred to, in the caller's transaction.
pub(crate) async fn discard(db: &impl ConnectionTrait, deployment: &str) -> Result<(), Failed> {
    draft::Entity::delete_by_id(deployment).exec(db).await?;
    secrets::forget(db, deployment).await
}

pub(super) fn draft(row: &draft::Model) -> Result<Draft, Failed> {
    let (deployment, applications) = (id(&row.deployment)?, from_json(&row.applications)?);
    Ok(Draft { deployment, applications, pin: row.pin.clone().map(LibraryPin), submitted: row.submitted })
}
