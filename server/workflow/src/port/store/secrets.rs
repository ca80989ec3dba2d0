//! Sealed secrets of deployments.
//!
//! What operators give is kept with the draft that refers to it ([`super::Deployments::save_draft`]), and forgotten in
//! the transaction after which neither a draft nor a revision refers to it. What is generated is never forgotten.

use async_trait::async_trait;
use domain::{
    identifier::{DeploymentId, OrganisationId},
    secret::{SecretEdition, SecretName},
};
use time::OffsetDateTime;

use super::{By, StoreError};
use crate::port::sealer::Sealed;

#[async_trait]
pub trait Secrets: Send + Sync {
    /// Every edition that there ever was of a deployment's secrets, without what they say.
    async fn secrets(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
    ) -> Result<Vec<KeptSecret>, StoreError>;

    /// What is sealed of an edition; `NotFound` where there is none, or it was forgotten.
    async fn sealed(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        name: &SecretName,
        edition: i64,
    ) -> Result<SealedSecret, StoreError>;

    /// Keeps what was generated. A name that has a secret already keeps that one: asking again changes nothing.
    async fn keep_generated(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        generated: &[NewSecret],
        by: By,
    ) -> Result<(), StoreError>;

    /// A secret of the server itself, which all that share the records use.
    async fn server_secret(&self, name: &str) -> Result<Option<Sealed>, StoreError>;

    /// Keeps this as the secret of that name, unless there is one; gives the one that is kept.
    async fn keep_server_secret(&self, name: &str, sealed: &Sealed, now: OffsetDateTime) -> Result<Sealed, StoreError>;

    /// What shows to which identity the secrets of these records are sealed; none before the first start.
    async fn proof(&self) -> Result<Option<Sealed>, StoreError>;

    /// Keeps this as the proof, unless there is one; gives the one that is kept.
    async fn keep_proof(&self, proof: &Sealed, now: OffsetDateTime) -> Result<Sealed, StoreError>;
}

/// An edition as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedSecret {
    pub sealed: Sealed,
    /// The other half of a pair, which everybody may know.
    pub public_half: Option<String>,
}

/// What is known of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSecret {
    pub secret: SecretEdition,
    /// Its text was deleted, since nothing refers to it any more.
    pub forgotten: bool,
}

#[derive(Clone, Debug)]
pub struct NewSecret {
    pub secret: SecretEdition,
    pub sealed: Sealed,
    /// The other half of a pair, which everybody may know.
    pub public_half: Option<String>,
}
