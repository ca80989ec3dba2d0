//! How runs end, and what that makes of their deployments.

use domain::{
    deployment::{Applications, DeploymentState, RevisionState},
    run::{Failure, FailureCode, RunState},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter,
};
use time::OffsetDateTime;
use workflow::port::store::{
    StoreError,
    runs::{Claim, Conclusion},
};

use super::claim::held;
use crate::{
    Records,
    column::{cut, from_json, json, micros, text, word},
    deployments::{self, discard_draft, folded, release_names},
    entity::{deployment, draft, revision, run},
    failed::Failed,
};

/// The longest detail of a failure that is kept, in bytes.
const DETAIL: usize = 2000;

pub(super) async fn fail(records: &Records, claim: &Claim, failure: &Failure) -> Result<(), Failed> {
    let clean = text(&failure.detail);
    let kept = Failure { detail: cut(&clean, DETAIL).to_owned(), ..failure.clone() };
    let transaction = records.write().await?;
    let mut undoing = held(&transaction, claim).await?.into_active_model();
    undoing.state = Set(word(RunState::Undoing)?);
    undoing.failure = Set(Some(json(&kept)?));
    undoing.update(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn release(records: &Records, claim: &Claim, keep: &[String]) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let of = deployments::lock(&transaction, claim.run.organisation, claim.run.deployment).await?;
    held(&transaction, claim).await?;
    release_names(&transaction, &of.id, keep).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn conclude(
    records: &Records,
    claim: &Claim,
    conclusion: &Conclusion,
    now: OffsetDateTime,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let of = deployments::lock(&transaction, claim.run.organisation, claim.run.deployment).await?;
    let run = held(&transaction, claim).await?;
    let now = micros(now);
    let state = match conclusion {
        Conclusion::Deployed { addresses } => {
            deployed(&transaction, of, &run, addresses, now).await?;
            RunState::Succeeded
        }
        Conclusion::Removed => {
            removed(&transaction, of, &run, now).await?;
            RunState::Succeeded
        }
        Conclusion::Undone => undone(&transaction, of, &run, true).await?,
        Conclusion::NotUndone => undone(&transaction, of, &run, false).await?,
    };
    let mut finished = run.into_active_model();
    finished.state = Set(word(state)?);
    finished.finished = Set(Some(now));
    finished.worker = Set(None);
    finished.lease_until = Set(None);
    finished.update(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

async fn deployed(
    db: &impl ConnectionTrait,
    of: deployment::Model,
    run: &run::Model,
    addresses: &[String],
    now: i64,
) -> Result<(), Failed> {
    // A run that removes has no revision that could be live.
    let id = run.revision.as_ref().ok_or(StoreError::Conflict)?;
    let revision = revision::Entity::find_by_id(id).one(db).await?.ok_or(StoreError::NotFound)?;
    if let Some(draft) = draft::Entity::find_by_id(&of.id).one(db).await?
        && from_json::<Applications>(&draft.applications)? == from_json::<Applications>(&revision.applications)?
        // With something live, another library is a choice of its own.
        && (of.live.is_none() || draft.pin.as_ref().is_none_or(|pin| *pin == revision.pin))
    {
        discard_draft(db, &of.id).await?;
    }
    let mut live = of.into_active_model();
    live.state = Set(DeploymentState::Live.as_str().to_owned());
    live.title = Set(revision.title.clone());
    live.folded = Set(folded(&revision.title, addresses));
    live.addresses = Set(json(&addresses)?);
    live.live = Set(Some(revision.id.clone()));
    live.changed = Set(now);
    live.changed_by = Set(run.requested_by.clone());
    live.update(db).await?;
    let mut deployed = revision.into_active_model();
    deployed.state = Set(word(RevisionState::Deployed)?);
    deployed.update(db).await?;
    Ok(())
}

async fn removed(db: &impl ConnectionTrait, of: deployment::Model, run: &run::Model, now: i64) -> Result<(), Failed> {
    release_names(db, &of.id, &[]).await?;
    discard_draft(db, &of.id).await?;
    let folded = folded(&of.title, &[]);
    let mut gone = of.into_active_model();
    gone.state = Set(DeploymentState::Removed.as_str().to_owned());
    gone.folded = Set(folded);
    gone.addresses = Set("[]".to_owned());
    gone.live = Set(None);
    gone.changed = Set(now);
    gone.changed_by = Set(run.requested_by.clone());
    gone.update(db).await?;
    Ok(())
}

/// What the run becomes: cancelled if that was why and it left nothing behind, else failed.
async fn undone(
    db: &impl ConnectionTrait,
    of: deployment::Model,
    run: &run::Model,
    wholly: bool,
) -> Result<RunState, Failed> {
    let failure: Option<Failure> = run.failure.as_deref().map(from_json).transpose()?;
    let cancelled = failure.is_some_and(|failure| failure.code == FailureCode::Cancelled);
    if let Some(id) = &run.revision
        && let Some(revision) = revision::Entity::find_by_id(id).one(db).await?
        && revision.state != word(RevisionState::Deployed)?
    {
        let mut failed = revision.into_active_model();
        failed.state = Set(word(RevisionState::Failed)?);
        failed.update(db).await?;
    }
    if wholly {
        settle(db, of, cancelled).await?;
    } else {
        let mut doubtful = of.into_active_model();
        doubtful.state = Set(DeploymentState::Failed.as_str().to_owned());
        doubtful.update(db).await?;
    }
    Ok(if cancelled && wholly { RunState::Cancelled } else { RunState::Failed })
}

/// What a deployment is after a run that changed nothing.
pub(super) async fn settle(db: &impl ConnectionTrait, of: deployment::Model, cancelled: bool) -> Result<(), Failed> {
    let state = if of.live.is_some() {
        DeploymentState::Live
    } else if cancelled && !was_live(db, &of.id).await? {
        DeploymentState::Draft
    } else {
        DeploymentState::Failed
    };
    let mut settled = of.into_active_model();
    settled.state = Set(state.as_str().to_owned());
    settled.update(db).await?;
    Ok(())
}

/// Whether it is or was live at some time.
async fn was_live(db: &impl ConnectionTrait, deployment: &str) -> Result<bool, Failed> {
    let lived = revision::Entity::find()
        .filter(revision::Column::Deployment.eq(deployment))
        .filter(revision::Column::State.eq(word(RevisionState::Deployed)?))
        .count(db)
        .await?;
    Ok(lived > 0)
}
