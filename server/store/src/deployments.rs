//! Environments, deployments, drafts, revisions, and the names that are reserved for them.

mod create;
mod detail;
mod drafts;
mod environments;
mod list;
mod live;
mod names;
mod revisions;
mod staging;

use async_trait::async_trait;
use domain::{
    deployment::{
        Deployment, DeploymentDetail, DeploymentPage, DeploymentQuery, DeploymentState, Draft, HistoryEntry,
        LibraryPin, Revision,
    },
    environment::Environment,
    identifier::{DeploymentId, EnvironmentId, OrganisationId, RevisionId},
    plan::Pool,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationTrait,
    Select, sea_query::LockType,
};
use time::OffsetDateTime;
use workflow::port::{
    sealer::Sealed,
    store::{
        By, Deployments, StoreError,
        deployments::{EnvironmentSecret, LiveDeployment, NewDeployment, NewEnvironment, NewRevision, Reservation},
        secrets::NewSecret,
    },
};

pub(crate) use drafts::discard as discard_draft;
pub(crate) use names::{release as release_names, take as take_names};

use crate::{
    Records,
    column::{from_json, from_word, id, moment, optional_id},
    entity::{deployment, environment, person},
    failed::Failed,
};

#[async_trait]
impl Deployments for Records {
    async fn environments(&self) -> Result<Vec<Environment>, StoreError> {
        Ok(environments::environments(self.reads()).await?)
    }

    async fn environment_secret(
        &self,
        environment: EnvironmentId,
        setting: &str,
        edition: i64,
    ) -> Result<Sealed, StoreError> {
        Ok(environments::secret(self.reads(), environment, setting, edition).await?)
    }

    async fn environment_secrets(&self, kind: &str, name: &str) -> Result<Vec<EnvironmentSecret>, StoreError> {
        Ok(environments::secrets(self.reads(), kind, name).await?)
    }

    async fn offer_environments(&self, environments: &[NewEnvironment]) -> Result<(), StoreError> {
        Ok(environments::offer(self, environments).await?)
    }

    async fn create_deployment(&self, deployment: &NewDeployment) -> Result<DeploymentId, StoreError> {
        Ok(create::create(self, deployment).await?)
    }

    async fn deployments(
        &self,
        organisation: OrganisationId,
        query: &DeploymentQuery,
    ) -> Result<DeploymentPage, StoreError> {
        Ok(list::page(self, organisation, query).await?)
    }

    async fn deployment(&self, organisation: OrganisationId, id: DeploymentId) -> Result<Deployment, StoreError> {
        Ok(one(self.reads(), organisation, id).await?)
    }

    async fn deployment_detail(
        &self,
        organisation: OrganisationId,
        id: DeploymentId,
    ) -> Result<DeploymentDetail, StoreError> {
        Ok(detail::detail(self, organisation, id).await?)
    }

    async fn save_draft(
        &self,
        organisation: OrganisationId,
        draft: &Draft,
        title: &str,
        given: &[NewSecret],
        seen: Option<OffsetDateTime>,
        by: By,
    ) -> Result<(), StoreError> {
        let saved = drafts::Saved { draft, title, given, seen };
        Ok(drafts::save(self, organisation, saved, by).await?)
    }

    async fn discard_draft(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        by: By,
    ) -> Result<(), StoreError> {
        Ok(drafts::discard_of(self, organisation, deployment, by).await?)
    }

    async fn reserve(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        names: &[String],
        pools: &[Pool],
    ) -> Result<Reservation, StoreError> {
        Ok(names::reserve(self, organisation, deployment, names, pools).await?)
    }

    async fn stage_revision(
        &self,
        organisation: OrganisationId,
        revision: &NewRevision,
    ) -> Result<RevisionId, StoreError> {
        Ok(staging::stage(self, organisation, revision).await?)
    }

    async fn revision(&self, organisation: OrganisationId, id: RevisionId) -> Result<Revision, StoreError> {
        Ok(revisions::one(self.reads(), organisation, id).await?)
    }

    async fn history(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        before: Option<u32>,
        limit: usize,
    ) -> Result<Vec<HistoryEntry>, StoreError> {
        Ok(revisions::history(self, organisation, deployment, before, limit).await?)
    }

    async fn live_deployments(&self) -> Result<Vec<LiveDeployment>, StoreError> {
        Ok(live::live(self).await?)
    }

    async fn kept_revisions(&self) -> Result<Vec<Revision>, StoreError> {
        Ok(revisions::kept(self.reads()).await?)
    }

    async fn kept_pins(&self) -> Result<Vec<LibraryPin>, StoreError> {
        Ok(revisions::pins(self.reads()).await?)
    }
}

/// A deployment with what other tables say of it.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    deployment: deployment::Model,
    environment_kind: String,
    environment_name: String,
    environment_configuration: String,
    changed_by_name: String,
}

/// The deployments of one organisation.
fn rows(organisation: OrganisationId) -> Select<deployment::Entity> {
    all_rows().filter(deployment::Column::Organisation.eq(organisation.to_string()))
}

fn all_rows() -> Select<deployment::Entity> {
    deployment::Entity::find()
        .column_as(environment::Column::Kind, "environment_kind")
        .column_as(environment::Column::Name, "environment_name")
        .column_as(environment::Column::Configuration, "environment_configuration")
        .column_as(person::Column::Name, "changed_by_name")
        .join(JoinType::InnerJoin, deployment::Relation::Environment.def())
        .join(JoinType::InnerJoin, deployment::Relation::ChangedBy.def())
}

pub(crate) async fn one(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    id: DeploymentId,
) -> Result<Deployment, Failed> {
    let found =
        rows(organisation).filter(deployment::Column::Id.eq(id.to_string())).into_model::<Row>().one(db).await?;
    deployment(found.ok_or(StoreError::NotFound)?)
}

fn deployment(
    Row { deployment, environment_kind, environment_name, environment_configuration, changed_by_name }: Row,
) -> Result<Deployment, Failed> {
    Ok(Deployment {
        id: id(&deployment.id)?,
        organisation: id(&deployment.organisation)?,
        environment: Environment {
            id: id(&deployment.environment)?,
            kind: environment_kind,
            name: environment_name,
            configuration: from_json(&environment_configuration)?,
        },
        title: deployment.title,
        state: from_word(&deployment.state)?,
        addresses: from_json(&deployment.addresses)?,
        live: optional_id(deployment.live.as_deref())?,
        changed: moment(deployment.changed)?,
        changed_by: changed_by_name,
    })
}

/// Takes the deployment for the rest of the transaction: changes of one deployment come one after the other.
pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    id: DeploymentId,
) -> Result<deployment::Model, Failed> {
    let found = deployment::Entity::find_by_id(id.to_string())
        .filter(deployment::Column::Organisation.eq(organisation.to_string()))
        .lock(LockType::NoKeyUpdate)
        .one(db)
        .await?;
    found.ok_or(StoreError::NotFound.into())
}

/// As [`lock`], for changes that only make sense while the deployment is there to stay.
pub(crate) async fn lock_to_change(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    id: DeploymentId,
) -> Result<deployment::Model, Failed> {
    let found = lock(db, organisation, id).await?;
    let state: DeploymentState = from_word(&found.state)?;
    if state.may_change() { Ok(found) } else { Err(StoreError::Conflict.into()) }
}

/// What search and order go by: title and addresses in lower case, a line each, so that the order is the titles'.
pub(crate) fn folded(title: &str, addresses: &[String]) -> String {
    let mut text = title.to_lowercase();
    for address in addresses {
        text.push('\n');
        text.push_str(&address.to_lowercase());
    }
    text
}
