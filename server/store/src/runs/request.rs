//! Asking for runs, and asking them to stop.

use domain::{
    deployment::DeploymentState,
    identifier::{OrganisationId, RevisionId, RunId},
    plan::Plan,
    run::{Failure, FailureCode, RunKind, RunState},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QuerySelect, sea_query::LockType,
};
use workflow::port::store::{By, StoreError, runs::NewRun};

use super::conclude::settle;
use crate::{
    Records,
    audit::{self, Entry},
    column::{from_json, id, json, micros, new_id, word},
    deployments,
    entity::{deployment, revision, run},
    failed::Failed,
};

pub(super) async fn request(records: &Records, new: &NewRun) -> Result<RunId, Failed> {
    let transaction = records.write().await?;
    let of = deployments::lock(&transaction, new.organisation, new.deployment).await?;
    if !may_run(&transaction, &of, new).await? {
        return Err(StoreError::Conflict.into());
    }
    let made = RunId(new_id());
    let row = run::ActiveModel {
        id: Set(made.to_string()),
        organisation: Set(new.organisation.to_string()),
        deployment: Set(of.id.clone()),
        kind: Set(word(new.kind)?),
        revision: Set(new.revision.map(|revision| revision.to_string())),
        state: Set(word(RunState::Waiting)?),
        cancelling: Set(false),
        failure: Set(None),
        requested: Set(micros(new.requested)),
        requested_by: Set(new.requested_by.to_string()),
        finished: Set(None),
        worker: Set(None),
        lease_until: Set(None),
        epoch: Set(0),
        last_line: Set(0),
    };
    if let Some(revision) = new.revision {
        take_names(&transaction, &of, revision).await?;
    }
    // A deployment that has an unfinished run makes this a conflict.
    run::Entity::insert(row).exec_without_returning(&transaction).await?;
    let (state, verb) = match new.kind {
        RunKind::Deploy => (DeploymentState::Deploying, "deploy"),
        RunKind::Remove => (DeploymentState::Removing, "remove"),
    };
    let mut changed = of.into_active_model();
    changed.state = Set(state.as_str().to_owned());
    changed.changed = Set(micros(new.requested));
    changed.changed_by = Set(new.requested_by.to_string());
    changed.update(&transaction).await?;
    let organisation = Some(new.organisation);
    let entry = Entry { person: new.requested_by, organisation, verb, subject: &made, at: new.requested };
    audit::note(&transaction, entry).await?;
    transaction.commit().await?;
    Ok(made)
}

/// Whether the revision fits. What was removed holds no names any more and is not deployed again.
async fn may_run(db: &impl ConnectionTrait, of: &deployment::Model, new: &NewRun) -> Result<bool, Failed> {
    if of.live != new.live.map(|live| live.to_string()) {
        return Ok(false);
    }
    match (new.kind, new.revision) {
        (RunKind::Remove, revision) => Ok(revision.is_none() && of.state != DeploymentState::Removed.as_str()),
        (RunKind::Deploy, None) => Ok(false),
        (RunKind::Deploy, Some(revision)) => {
            let own = revision::Entity::find()
                .filter(revision::Column::Id.eq(revision.to_string()))
                .filter(revision::Column::Deployment.eq(&of.id))
                .count(db)
                .await?;
            Ok(own > 0 && of.state != DeploymentState::Removed.as_str())
        }
    }
}

/// Another plan of this deployment may have given the names of this one back, and another deployment may have them since.
async fn take_names(db: &impl ConnectionTrait, of: &deployment::Model, revision: RevisionId) -> Result<(), Failed> {
    let found = revision::Entity::find_by_id(revision.to_string()).one(db).await?.ok_or(StoreError::NotFound)?;
    let names = from_json::<Plan>(&found.plan)?.names();
    if deployments::take_names(db, of, &names).await?.is_empty() { Ok(()) } else { Err(StoreError::Conflict.into()) }
}

pub(super) async fn cancel(records: &Records, organisation: OrganisationId, of: RunId, by: By) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let deployment = id(&find(&transaction, organisation, of, None).await?.deployment)?;
    let deployment = deployments::lock(&transaction, organisation, deployment).await?;
    let found = find(&transaction, organisation, of, Some(LockType::NoKeyUpdate)).await?;
    if found.finished.is_some() {
        return Ok(());
    }
    let untouched = found.state == word(RunState::Waiting)?;
    let mut changed = found.into_active_model();
    changed.cancelling = Set(true);
    if untouched {
        let failure = Failure { step: None, code: FailureCode::Cancelled, detail: String::new() };
        changed.state = Set(word(RunState::Cancelled)?);
        changed.failure = Set(Some(json(&failure)?));
        changed.finished = Set(Some(micros(by.at)));
        settle(&transaction, deployment, true).await?;
    }
    changed.update(&transaction).await?;
    audit::note(&transaction, Entry::of(by, organisation, "cancel run", &of)).await?;
    transaction.commit().await?;
    Ok(())
}

async fn find(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    id: RunId,
    lock: Option<LockType>,
) -> Result<run::Model, Failed> {
    let mut query =
        run::Entity::find_by_id(id.to_string()).filter(run::Column::Organisation.eq(organisation.to_string()));
    if let Some(lock) = lock {
        query = query.lock(lock);
    }
    query.one(db).await?.ok_or(StoreError::NotFound.into())
}
