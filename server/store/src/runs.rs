//! Runs, their steps, leases and lines.
//!
//! **Invariant:** what a worker writes is under its claim, checked in the same transaction; whoever changes a
//! deployment and one of its runs locks the deployment first.

mod claim;
mod conclude;
mod detail;
mod lines;
mod request;
mod steps;

use async_trait::async_trait;
use domain::{
    identifier::{DeploymentId, OrganisationId, RunId},
    run::{Failure, Line, Run, RunDetail, Step, StepState},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, Select,
};
use serde_json::Value;
use time::{Duration, OffsetDateTime};
use workflow::port::store::{
    By, Runs, StoreError,
    runs::{Begun, Claim, Conclusion, NewLine, NewRun, RecordedStep},
};

use crate::{
    Records,
    column::{from_json, from_word, id, moment, optional_id},
    entity::{person, run},
    failed::Failed,
};

#[async_trait]
impl Runs for Records {
    async fn request_run(&self, run: &NewRun) -> Result<RunId, StoreError> {
        Ok(request::request(self, run).await?)
    }

    async fn run(&self, organisation: OrganisationId, id: RunId) -> Result<Run, StoreError> {
        Ok(one(self.reads(), organisation, id).await?)
    }

    async fn run_detail(&self, organisation: OrganisationId, id: RunId, lines: u64) -> Result<RunDetail, StoreError> {
        Ok(detail::detail(self, organisation, id, lines).await?)
    }

    async fn lines_after(
        &self,
        organisation: OrganisationId,
        id: RunId,
        after: u64,
        limit: u64,
    ) -> Result<Vec<Line>, StoreError> {
        Ok(lines::after(self, organisation, id, after, limit).await?)
    }

    async fn cancel_run(&self, organisation: OrganisationId, id: RunId, by: By) -> Result<(), StoreError> {
        Ok(request::cancel(self, organisation, id, by).await?)
    }

    async fn claim_run(&self, worker: &str, now: OffsetDateTime, lease: Duration) -> Result<Option<Claim>, StoreError> {
        Ok(claim::claim(self, worker, now, lease).await?)
    }

    async fn prolong(&self, claim: &Claim, until: OffsetDateTime) -> Result<bool, StoreError> {
        Ok(claim::prolong(self, claim, until).await?)
    }

    async fn give_back(&self, claim: &Claim) -> Result<(), StoreError> {
        Ok(claim::give_back(self, claim).await?)
    }

    async fn steps(&self, claim: &Claim) -> Result<Vec<RecordedStep>, StoreError> {
        Ok(steps::steps(self.reads(), claim.run.id).await?)
    }

    async fn begin_step(
        &self,
        claim: &Claim,
        step: Step,
        before: Value,
        now: OffsetDateTime,
    ) -> Result<Begun, StoreError> {
        Ok(steps::begin(self, claim, step, before, now).await?)
    }

    async fn end_step(
        &self,
        claim: &Claim,
        step: Step,
        state: StepState,
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        Ok(steps::end(self, claim, step, state, now).await?)
    }

    async fn release_names(&self, claim: &Claim, keep: &[String]) -> Result<(), StoreError> {
        Ok(conclude::release(self, claim, keep).await?)
    }

    async fn append_lines(&self, claim: &Claim, lines: &[NewLine]) -> Result<(), StoreError> {
        Ok(lines::append(self, claim, lines).await?)
    }

    async fn fail_run(&self, claim: &Claim, failure: &Failure) -> Result<(), StoreError> {
        Ok(conclude::fail(self, claim, failure).await?)
    }

    async fn conclude(&self, claim: &Claim, conclusion: &Conclusion, now: OffsetDateTime) -> Result<(), StoreError> {
        Ok(conclude::conclude(self, claim, conclusion, now).await?)
    }
}

/// A run with who asked for it.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    run: run::Model,
    requested_by_name: String,
}

fn rows() -> Select<run::Entity> {
    run::Entity::find()
        .column_as(person::Column::Name, "requested_by_name")
        .join(JoinType::InnerJoin, run::Relation::RequestedBy.def())
}

fn run(Row { run, requested_by_name }: Row) -> Result<Run, Failed> {
    Ok(Run {
        id: id(&run.id)?,
        organisation: id(&run.organisation)?,
        deployment: id(&run.deployment)?,
        kind: from_word(&run.kind)?,
        revision: optional_id(run.revision.as_deref())?,
        state: from_word(&run.state)?,
        cancelling: run.cancelling,
        failure: run.failure.as_deref().map(from_json).transpose()?,
        requested: moment(run.requested)?,
        requested_by: requested_by_name,
        finished: run.finished.map(moment).transpose()?,
    })
}

async fn one(db: &impl ConnectionTrait, organisation: OrganisationId, id: RunId) -> Result<Run, Failed> {
    let found = rows()
        .filter(run::Column::Id.eq(id.to_string()))
        .filter(run::Column::Organisation.eq(organisation.to_string()))
        .into_model::<Row>()
        .one(db)
        .await?;
    run(found.ok_or(StoreError::NotFound)?)
}

/// The newest run of a deployment, finished or not.
pub(crate) async fn newest(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    deployment: DeploymentId,
) -> Result<Option<Run>, Failed> {
    let found = rows()
        .filter(run::Column::Deployment.eq(deployment.to_string()))
        .filter(run::Column::Organisation.eq(organisation.to_string()))
        .order_by_desc(run::Column::Finished.is_null())
        .order_by_desc(run::Column::Requested)
        .order_by_desc(run::Column::Id)
        .limit(1)
        .into_model::<Row>()
        .one(db)
        .await?;
    found.map(run).transpose()
}
