//! Environments, deployments, drafts, revisions, and the names that are reserved for them.

use async_trait::async_trait;
use domain::{
    deployment::{
        Applications, Deployment, DeploymentDetail, DeploymentPage, DeploymentQuery, Draft, HistoryEntry, LibraryPin,
        Revision,
    },
    environment::{Environment, ProviderConfiguration},
    identifier::{DeploymentId, EnvironmentId, OrganisationId, PersonId, RevisionId},
    plan::{Allocated, Plan, Pool},
};
use time::OffsetDateTime;

use super::{By, StoreError, secrets::NewSecret};
use crate::port::sealer::Sealed;

/// An environment as its hosting provider set it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEnvironment {
    pub kind: String,
    pub name: String,
    pub configuration: ProviderConfiguration,
    /// What its settings refer to by edition and what was not kept yet.
    pub secrets: Vec<EnvironmentSecret>,
}

/// A secret that a hosting provider gives for an environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvironmentSecret {
    /// The names that lead to the setting, with dots between them: `relay.password`.
    pub setting: String,
    /// Counted from 1.
    pub edition: i64,
    pub sealed: Sealed,
}

/// What was reserved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reservation {
    /// Everything, and this was taken from the pools.
    Held(Allocated),
    /// Nothing: other deployments hold these names, and nothing of these pools was free.
    Refused { taken: Vec<String>, exhausted: Vec<Pool> },
}

/// What was removed, or is being removed, is not changed any more: that is a `Conflict`.
#[async_trait]
pub trait Deployments: Send + Sync {
    /// The environments offered to organisations, by name.
    async fn environments(&self) -> Result<Vec<Environment>, StoreError>;

    /// The newest edition of each secret that was given for the environment of this kind and name, offered or not.
    async fn environment_secrets(&self, kind: &str, name: &str) -> Result<Vec<EnvironmentSecret>, StoreError>;

    /// One of these secrets; `NotFound` where there is no such edition.
    async fn environment_secret(
        &self,
        environment: EnvironmentId,
        setting: &str,
        edition: i64,
    ) -> Result<Sealed, StoreError>;

    /// Offers these environments and no others from now on, and keeps their new secrets. One with the kind and name of an
    /// earlier one is that one.
    async fn offer_environments(&self, environments: &[NewEnvironment]) -> Result<(), StoreError>;

    /// Makes a deployment that was never deployed, with a draft of these applications; `Full` when the organisation has as
    /// many as it may, also when several are made at once.
    async fn create_deployment(&self, deployment: &NewDeployment) -> Result<DeploymentId, StoreError>;

    async fn deployments(
        &self,
        organisation: OrganisationId,
        query: &DeploymentQuery,
    ) -> Result<DeploymentPage, StoreError>;

    async fn deployment(&self, organisation: OrganisationId, id: DeploymentId) -> Result<Deployment, StoreError>;

    /// With its live revision, its draft and its newest run.
    async fn deployment_detail(
        &self,
        organisation: OrganisationId,
        id: DeploymentId,
    ) -> Result<DeploymentDetail, StoreError>;

    /// Keeps what an operator typed, in place of the earlier draft; `title` is what lists call it from now on, while
    /// nothing is live. Keeps the secrets with it that are new, and forgets those that nothing refers to any more.
    /// `Conflict` when somebody else has saved one since `seen`, or has given an edition of the same number.
    async fn save_draft(
        &self,
        organisation: OrganisationId,
        draft: &Draft,
        title: &str,
        given: &[NewSecret],
        seen: Option<OffsetDateTime>,
        by: By,
    ) -> Result<(), StoreError>;

    /// Removes the draft, and forgets what only it referred to; without one nothing changes.
    async fn discard_draft(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        by: By,
    ) -> Result<(), StoreError>;

    /// Reserves each name for the deployment in its environment, takes the first free value of each pool, and gives back
    /// what neither these, nor the live revision, nor the one of a run under way use. What the deployment has of a pool
    /// already counts as free for it.
    async fn reserve(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        names: &[String],
        pools: &[Pool],
    ) -> Result<Reservation, StoreError>;

    /// Keeps a planned revision. The same applications with the same pin and plan as the newest staged one give that one again.
    /// `Conflict` when a secret of the plan is not kept any more.
    async fn stage_revision(
        &self,
        organisation: OrganisationId,
        revision: &NewRevision,
    ) -> Result<RevisionId, StoreError>;

    async fn revision(&self, organisation: OrganisationId, id: RevisionId) -> Result<Revision, StoreError>;

    /// The revisions of a deployment with numbers below `before`, the newest first, at most `limit`.
    async fn history(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        before: Option<u32>,
        limit: usize,
    ) -> Result<Vec<HistoryEntry>, StoreError>;

    /// What is live, of all organisations, in the order of their names.
    async fn live_deployments(&self) -> Result<Vec<LiveDeployment>, StoreError>;

    /// The closures that must be kept, of all organisations: of every revision that is or was live in a deployment that
    /// was not removed, and of those that a run is making live.
    async fn kept_revisions(&self) -> Result<Vec<Revision>, StoreError>;

    /// The libraries that must be kept, of all organisations: with which a revision of a deployment was planned that was
    /// not removed, or for which a draft is written.
    async fn kept_pins(&self) -> Result<Vec<LibraryPin>, StoreError>;
}

/// A deployment with its live revision.
#[derive(Clone, Debug)]
pub struct LiveDeployment {
    /// The organisation's name in addresses.
    pub organisation: String,
    pub deployment: Deployment,
    pub revision: Revision,
}

#[derive(Clone, Debug)]
pub struct NewDeployment {
    pub organisation: OrganisationId,
    pub environment: EnvironmentId,
    pub applications: Applications,
    /// The library that the applications are from.
    pub pin: LibraryPin,
    pub title: String,
    pub created_by: PersonId,
    pub created: OffsetDateTime,
    /// How many the organisation may have; those that were removed don't count.
    pub most: u64,
}

#[derive(Clone, Debug)]
pub struct NewRevision {
    pub deployment: DeploymentId,
    pub applications: Applications,
    pub pin: LibraryPin,
    pub plan: Plan,
    pub created_by: PersonId,
    pub created: OffsetDateTime,
}
