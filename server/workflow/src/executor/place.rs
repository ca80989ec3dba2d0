//! Where a run acts: the environment as it is set up now, what opens it, and the machines that the deployment is on.

use std::collections::BTreeSet;

use domain::{
    deployment::{Deployment, Revision},
    environment::Environment,
    identifier::DeploymentId,
    run::Failure,
    run::FailureCode,
};

use super::{Executor, Stop};
use crate::{
    WorkflowError, environments,
    error::explained,
    port::{
        provider::{Credentials, Provider, Target},
        store::StoreError,
    },
};

/// **Invariant:** the texts of secrets are in memory only while a run is carried out.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) deployment: DeploymentId,
    pub(super) environment: Environment,
    credentials: Credentials,
    machines: BTreeSet<String>,
}

/// Nothing here deploys to environments of this kind any more.
#[derive(Debug, thiserror::Error)]
#[error("nothing deploys to environments of the kind {0:?}")]
struct NotCarried(String);

impl Place {
    pub(super) fn target(&self) -> Target<'_> {
        Target {
            deployment: self.deployment,
            environment: &self.environment,
            credentials: &self.credentials,
            machines: &self.machines,
        }
    }
}

impl Executor {
    /// Where a run acts that deploys a revision, or removes what there is.
    pub(super) async fn place(&self, revision: Option<&Revision>) -> Result<Place, Stop> {
        let run = &self.claim.run;
        let deployment = self.ports.store.deployment(run.organisation, run.deployment).await?;
        let credentials = environments::credentials(&self.ports, &deployment.environment).await?;
        let machines = self.machines(&deployment, revision).await?;
        Ok(Place { deployment: deployment.id, environment: deployment.environment, credentials, machines })
    }

    pub(super) fn provider(&self, place: &Place) -> Result<&dyn Provider, Stop> {
        let kind = &place.environment.kind;
        self.ports.providers.of(kind).ok_or_else(|| internal(&NotCarried(kind.clone())))
    }

    /// Of what is live, of what comes, and where nothing does, of what was planned last: it may have come half-way.
    async fn machines(
        &self,
        deployment: &Deployment,
        revision: Option<&Revision>,
    ) -> Result<BTreeSet<String>, StoreError> {
        let of = |revision: &Revision| revision.plan.configuration.machines.values().cloned().collect::<Vec<_>>();
        let mut machines: BTreeSet<String> = revision.map(of).into_iter().flatten().collect();
        if let Some(live) = deployment.live {
            machines.extend(of(&self.ports.store.revision(deployment.organisation, live).await?));
        }
        if revision.is_none() {
            let newest = self.ports.store.history(deployment.organisation, deployment.id, None, 1).await?;
            machines.extend(newest.iter().flat_map(|entry| of(&entry.revision)));
        }
        Ok(machines)
    }
}

/// What is no fault of the environment.
pub(super) fn internal(error: &dyn std::error::Error) -> Stop {
    Stop::Failed(Failure { step: None, code: FailureCode::Internal, detail: explained(error) })
}

impl From<WorkflowError> for Stop {
    fn from(error: WorkflowError) -> Self {
        match error {
            WorkflowError::Store(error) => error.into(),
            other => internal(&other),
        }
    }
}
