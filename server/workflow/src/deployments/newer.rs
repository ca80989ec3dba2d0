//! A newer library than a deployment is written for: what it would change, and going on with it.

use domain::{
    application::ApplicationModule,
    deployment::{Applications, Deployment, DeploymentDetail, Draft, LibraryPin, Revision},
    identifier::{DeploymentId, OrganisationId},
    migration::Dropped,
    option::finding::Finding,
    person::Actor,
    policy::Verb,
    upgrade::VersionChange,
};

use super::Deployments;
use crate::{error::WorkflowError, permit, versions};

/// What a newer library changes for a deployment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Newer {
    /// The draft goes on with it already, and something older is live; otherwise it is offered.
    pub taken: bool,
    /// None where only what the applications are built from has changed.
    pub versions: Vec<VersionChange>,
    /// Entries that there is no place for any more.
    pub dropped: Vec<Dropped>,
    /// Why the entries can't be carried over yet.
    pub against: Vec<Finding>,
    /// The modules that they were written for, by the applications' names within the deployment.
    pub before: Vec<(String, ApplicationModule)>,
}

impl Deployments {
    /// Goes on with the library as it is now: the draft, or else what is live, is carried to its versions. What these find
    /// wrong is mended in the form.
    ///
    /// Errors: `NotMigrated` where entries have no place there, and the draft stays as it is.
    pub async fn take_newer(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
    ) -> Result<(), WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        let current = self.draft(actor, organisation, id).await?;
        let pin = self.ports.evaluator.pin().await?;
        if current.pin == pin {
            return Ok(());
        }
        let (mut applications, migrations) = versions::carried(&self.ports, &current.draft.applications, &pin).await?;
        let against: Vec<Finding> = migrations.values().flat_map(versions::reasons_against).cloned().collect();
        if !against.is_empty() {
            return Err(WorkflowError::NotMigrated(against));
        }
        let given = versions::renamed_secrets(&self.ports, &current.deployment, &mut applications, &migrations).await?;
        let draft = Draft { deployment: id, applications, pin: Some(pin), submitted: current.draft.submitted };
        self.keep(actor, &current, draft, &given, Some(current.deployment.changed)).await?;
        Ok(())
    }

    /// Whether a newer library can be taken than the one that the draft, or else what is live, is written for.
    pub async fn offers_newer(&self, detail: &DeploymentDetail) -> bool {
        let written = match (&detail.draft, &detail.live) {
            (Some(draft), Some(_)) => draft.pin.as_ref(),
            (None, Some(live)) => Some(&live.pin),
            // While nothing is live, the form says so.
            (_, None) => None,
        };
        match written.filter(|_| detail.deployment.state.may_change()) {
            Some(pin) => match self.ports.evaluator.pin().await {
                Ok(now) => *pin != now,
                Err(error) => {
                    tracing::error!(error = &error as &dyn std::error::Error, "the library can't be read");
                    false
                }
            },
            None => false,
        }
    }

    pub(super) async fn newer(
        &self,
        deployment: &Deployment,
        live: Option<&Revision>,
        applications: &Applications,
        pin: &LibraryPin,
    ) -> Result<Option<Newer>, WorkflowError> {
        if !deployment.state.may_change() {
            return Ok(None);
        }
        let now = self.ports.evaluator.pin().await?;
        if *pin != now {
            return self.change(false, applications, pin, &now).await.map(Some);
        }
        match live.filter(|live| live.pin != *pin) {
            Some(live) => {
                let lived = versions::of(&self.ports, live).await;
                let mut change = self.change(true, &lived, &live.pin, pin).await?;
                // What stood in the way was mended before it was taken.
                change.against.clear();
                Ok(Some(change))
            }
            None => Ok(None),
        }
    }

    async fn change(
        &self,
        taken: bool,
        before: &Applications,
        written_for: &LibraryPin,
        pin: &LibraryPin,
    ) -> Result<Newer, WorkflowError> {
        let (after, migrations) = versions::carried(&self.ports, before, pin).await?;
        let versions = before.iter().filter_map(|(name, before)| {
            let (from, to) = (before.version.clone()?, after.get(name)?.version.clone()?);
            (from != to).then(|| VersionChange { application: name.clone(), from, to })
        });
        Ok(Newer {
            taken,
            versions: versions.collect(),
            dropped: migrations.values().flat_map(|migration| migration.dropped.clone()).collect(),
            against: migrations.values().flat_map(versions::reasons_against).cloned().collect(),
            before: self.modules_in(Some(written_for.clone()), before.clone()).await,
        })
    }
}
