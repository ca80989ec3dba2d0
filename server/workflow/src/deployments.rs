//! Deployments as operators see them: choosing, configuring, reviewing, deploying, going back, removing.

mod drafts;
mod newer;
mod take_away;

use domain::{
    application::{ApplicationModule, Catalogue},
    deployment::{
        Applications, ConfiguredApplication, Deployment, DeploymentDetail, DeploymentPage, DeploymentQuery,
        HISTORY_PAGE, HistoryEntry, LibraryPin, Revision,
    },
    environment::{Environment, OfferedEnvironment},
    identifier::{DeploymentId, EnvironmentId, OrganisationId, RevisionId, RunId},
    option::check::complete,
    organisation::Limited,
    person::Actor,
    plan::Unmet,
    policy::Verb,
    run::RunKind,
};
use serde_json::json;

use crate::{
    Ports,
    bell::Bell,
    error::{FieldProblem, WorkflowError},
    limits::Limits,
    permit, planner,
    port::store::{
        StoreError,
        deployments::{NewDeployment, NewRevision},
        runs::NewRun,
    },
};

pub use self::{
    drafts::{CheckedDraft, Seen},
    newer::Newer,
    take_away::TakeAway,
};

#[derive(Clone, Debug)]
pub struct Deployments {
    ports: Ports,
    bell: Bell,
    limits: Limits,
}

impl Deployments {
    pub(crate) fn new(ports: Ports, bell: Bell, limits: Limits) -> Self {
        Self { ports, bell, limits }
    }

    /// What can be chosen, and where it can run.
    pub async fn catalogue(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
    ) -> Result<(Catalogue, Vec<OfferedEnvironment>), WorkflowError> {
        permit(actor, Verb::SeeCatalogue, Some(organisation))?;
        self.catalogue_of(&self.ports.evaluator.pin().await?).await
    }

    async fn catalogue_of(&self, pin: &LibraryPin) -> Result<(Catalogue, Vec<OfferedEnvironment>), WorkflowError> {
        let mut environments = Vec::new();
        for environment in self.ports.store.environments().await? {
            let offer = self.ports.evaluator.environment(pin, &environment).await?;
            environments.push(OfferedEnvironment { environment, offer });
        }
        Ok((self.ports.evaluator.catalogue(pin).await?, environments))
    }

    /// Begins a deployment of one application: a draft with the defaults.
    pub async fn create(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        application: &str,
        environment: EnvironmentId,
    ) -> Result<DeploymentId, WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        let pin = self.ports.evaluator.pin().await?;
        let (catalogue, environments) = self.catalogue_of(&pin).await?;
        let module = catalogue.application(application).ok_or(WorkflowError::NotFound)?;
        let offered = environments.iter().find(|known| known.environment.id == environment);
        let OfferedEnvironment { environment, offer } = offered.ok_or(WorkflowError::NotFound)?;
        let unmet: Vec<Unmet> = offer
            .unmet(module)
            .into_iter()
            .map(|(need, reason)| Unmet {
                application: module.name.clone(),
                requirement: need.to_owned(),
                resource_type: need.to_owned(),
                reason: reason.cloned(),
            })
            .collect();
        if !unmet.is_empty() {
            return Err(WorkflowError::Unmet(unmet));
        }
        let options = complete(&module.options.group, &json!({}));
        let version = Some(module.version.clone());
        let configured = ConfiguredApplication { module: module.name.clone(), version, options };
        let deployment = NewDeployment {
            organisation,
            environment: environment.id,
            applications: Applications::from([(module.name.clone(), configured)]),
            pin,
            title: module.label.en.clone(),
            created_by: actor.person,
            created: self.ports.clock.now(),
            most: self.limits.deployments,
        };
        self.ports.store.create_deployment(&deployment).await.map_err(|error| match error {
            StoreError::Full => WorkflowError::Full { of: Limited::Deployments, most: deployment.most },
            other => other.into(),
        })
    }

    pub async fn list(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        query: &DeploymentQuery,
    ) -> Result<DeploymentPage, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.ports.store.deployments(organisation, query).await?)
    }

    pub async fn detail(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
    ) -> Result<DeploymentDetail, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.ports.store.deployment_detail(organisation, id).await?)
    }

    /// A page of the history and one revision more, which the last one shown is compared with.
    pub async fn history(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
        before: Option<u32>,
    ) -> Result<Vec<HistoryEntry>, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.ports.store.history(organisation, id, before, HISTORY_PAGE + 1).await?)
    }

    pub async fn revision(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: RevisionId,
    ) -> Result<Revision, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.ports.store.revision(organisation, id).await?)
    }

    /// The modules of a deployment's applications, by the applications' names within it, as the library has them for which
    /// they are written.
    pub async fn modules(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        detail: &DeploymentDetail,
    ) -> Result<Vec<(String, ApplicationModule)>, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        let written = match (&detail.draft, &detail.live) {
            (Some(draft), _) => Some((draft.applications.clone(), draft.pin.clone())),
            (None, Some(live)) => Some((live.applications.clone(), Some(live.pin.clone()))),
            (None, None) => self
                .newest(organisation, detail.deployment.id)
                .await?
                .map(|revision| (revision.applications, Some(revision.pin))),
        };
        let (applications, pin) = written.unwrap_or_default();
        Ok(self.modules_in(pin.filter(|_| detail.deployment.state.may_change()), applications).await)
    }

    /// The modules of a revision's applications.
    pub async fn modules_of(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        revision: &Revision,
    ) -> Result<Vec<(String, ApplicationModule)>, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.modules_in(Some(revision.pin.clone()), revision.applications.clone()).await)
    }

    /// The modules as a library has them, or else as they are offered now. One that is broken must not hide what is live and
    /// where one could return to: it is left out.
    async fn modules_in(
        &self,
        pin: Option<LibraryPin>,
        applications: Applications,
    ) -> Vec<(String, ApplicationModule)> {
        let found = match pin {
            Some(pin) => match self.ports.evaluator.catalogue(&pin).await {
                Ok(catalogue) => Ok(catalogue),
                Err(_) => self.current_catalogue().await,
            },
            None => self.current_catalogue().await,
        };
        let catalogue = found.unwrap_or_else(|error| {
            tracing::error!(error = &error as &dyn std::error::Error, "the catalogue can't be evaluated");
            Catalogue::default()
        });
        let known = |(name, configured): (String, ConfiguredApplication)| {
            Some((name, catalogue.application(&configured.module)?.clone()))
        };
        applications.into_iter().filter_map(known).collect()
    }

    async fn current_catalogue(&self) -> Result<Catalogue, WorkflowError> {
        let pin = self.ports.evaluator.pin().await?;
        Ok(self.ports.evaluator.catalogue(&pin).await?)
    }

    /// The revision that was planned last.
    async fn newest(&self, organisation: OrganisationId, id: DeploymentId) -> Result<Option<Revision>, WorkflowError> {
        let history = self.ports.store.history(organisation, id, None, 1).await?;
        Ok(history.into_iter().next().map(|entry| entry.revision))
    }

    /// Whether something here deploys to the environment; plans can be made for it all the same.
    pub fn may_carry(&self, environment: &Environment) -> bool {
        self.ports.providers.of(&environment.kind).is_some()
    }

    /// What stands before and after a short name in the address that it leads to.
    pub fn address_pattern(&self, environment: &Environment) -> (String, String) {
        let Some(provider) = self.ports.providers.of(&environment.kind) else { return Default::default() };
        let policy = provider.sites(environment);
        let port = policy.port.map_or_else(String::new, |port| format!(":{port}"));
        let scheme = if policy.https { "https" } else { "http" };
        (format!("{scheme}://"), format!(".{}{port}", policy.base))
    }

    /// Plans what is in the form and stages it as a revision. Nothing outside is touched.
    pub async fn stage(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
    ) -> Result<RevisionId, WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        let current = self.draft(actor, organisation, id).await?;
        self.stage_as(actor, &current.deployment, current.draft.applications, current.pin).await
    }

    /// Stages an earlier revision again, with the module versions that it had.
    pub async fn return_to(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
        revision: RevisionId,
    ) -> Result<RevisionId, WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        let (deployment, earlier) = self.deployment_with(organisation, id, revision).await?;
        self.stage_as(actor, &deployment, earlier.applications, earlier.pin).await
    }

    async fn stage_as(
        &self,
        actor: &Actor,
        deployment: &Deployment,
        applications: Applications,
        pin: LibraryPin,
    ) -> Result<RevisionId, WorkflowError> {
        if !deployment.state.may_change() {
            return Err(WorkflowError::Conflict);
        }
        let live = planner::live(&self.ports, deployment).await?;
        let findings = planner::findings(&self.ports, deployment, &pin, live.as_ref(), &applications).await?;
        if !findings.is_empty() {
            return Err(WorkflowError::Options(findings));
        }
        let applications = planner::applying(&self.ports, &pin, applications).await?;
        let plan =
            planner::plan(&self.ports, deployment, live.as_ref(), &applications, &pin, self.ports.by(actor)).await?;
        let revision = NewRevision {
            deployment: deployment.id,
            applications,
            pin,
            plan,
            created_by: actor.person,
            created: self.ports.clock.now(),
        };
        Ok(self.ports.store.stage_revision(deployment.organisation, &revision).await?)
    }

    /// Asks for a run that makes a revision live. A plan against what is no longer live is made anew, to be reviewed.
    pub async fn deploy(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
        revision: RevisionId,
    ) -> Result<RunId, WorkflowError> {
        permit(actor, Verb::Deploy, Some(organisation))?;
        let (deployment, revision) = self.deployment_with(organisation, id, revision).await?;
        if !self.may_carry(&deployment.environment) {
            return Err(WorkflowError::NotCarried(deployment.environment.kind));
        }
        let live = planner::live(&self.ports, &deployment).await?;
        let live_closure = live.as_ref().map(|live| live.plan.configuration.out_path.clone());
        let again = live_closure.as_deref() == Some(revision.plan.configuration.out_path.as_str());
        if revision.plan.live != live_closure && !again {
            let staged = self.stage_as(actor, &deployment, revision.applications, revision.pin).await?;
            return Err(WorkflowError::PlanOutdated(staged));
        }
        // No provider can dump yet.
        if let Some(upgrade) = revision.plan.upgrades.iter().find(|upgrade| upgrade.needs_dump) {
            return Err(WorkflowError::NotDumped(upgrade.versions.application.clone()));
        }
        planner::reserve_again(&self.ports, &deployment, &revision.applications, &revision.plan).await?;
        match self.request(actor, &deployment, RunKind::Deploy, Some(revision.id)).await {
            Err(WorkflowError::Conflict) => {
                let now = self.ports.store.deployment(organisation, id).await?;
                if now.live == deployment.live {
                    return Err(WorkflowError::Conflict);
                }
                // Something went live at this very moment.
                let staged = self.stage_as(actor, &now, revision.applications, revision.pin).await?;
                Err(WorkflowError::PlanOutdated(staged))
            }
            requested => requested,
        }
    }

    /// A deployment and a revision of this very one.
    async fn deployment_with(
        &self,
        organisation: OrganisationId,
        id: DeploymentId,
        revision: RevisionId,
    ) -> Result<(Deployment, Revision), WorkflowError> {
        let revision = self.ports.store.revision(organisation, revision).await?;
        if revision.deployment != id {
            return Err(WorkflowError::NotFound);
        }
        Ok((self.ports.store.deployment(organisation, id).await?, revision))
    }

    /// Asks for a run that removes a deployment; `typed` must be its title.
    pub async fn remove(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
        typed: &str,
    ) -> Result<RunId, WorkflowError> {
        permit(actor, Verb::Remove, Some(organisation))?;
        let deployment = self.ports.store.deployment(organisation, id).await?;
        if typed.trim() != deployment.title.trim() {
            return Err(WorkflowError::Field { field: "title", problem: FieldProblem::NotTheSame });
        }
        self.request(actor, &deployment, RunKind::Remove, None).await
    }

    async fn request(
        &self,
        actor: &Actor,
        deployment: &Deployment,
        kind: RunKind,
        revision: Option<RevisionId>,
    ) -> Result<RunId, WorkflowError> {
        let run = NewRun {
            organisation: deployment.organisation,
            deployment: deployment.id,
            kind,
            revision,
            live: deployment.live,
            requested_by: actor.person,
            requested: self.ports.clock.now(),
        };
        let id = self.ports.store.request_run(&run).await?;
        self.bell.ring();
        Ok(id)
    }
}
