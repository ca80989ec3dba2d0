//! What operators type: kept as it is, right or wrong, until it is planned.

use domain::{
    application::{ApplicationModule, SizeChoice},
    deployment::{Applications, Deployment, Draft, Revision},
    identifier::{DeploymentId, OrganisationId},
    option::{
        fields::{Fields, RowChange, read_group},
        finding::{Finding, Path},
        secrets::take_typed,
    },
    person::Actor,
    policy::Verb,
};
use serde_json::Value;
use time::OffsetDateTime;

use super::Deployments;
use crate::{
    error::WorkflowError,
    permit, planner,
    port::store::{StoreError, secrets::NewSecret},
    secrets,
};

/// A draft with what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedDraft {
    pub deployment: Deployment,
    pub applications: Vec<(String, ApplicationModule)>,
    pub draft: Draft,
    pub findings: Vec<Finding>,
    /// Whether there is a live revision that the draft would change.
    pub live: bool,
    /// Whether the draft is more than a copy of what is live or was staged.
    pub kept: bool,
}

impl Deployments {
    /// What the form shows: the draft, or else what is live, or else what was staged last.
    pub async fn draft(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
    ) -> Result<CheckedDraft, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        let detail = self.ports.store.deployment_detail(organisation, id).await?;
        let staged = match (&detail.draft, &detail.live) {
            (None, None) => {
                let newest = self.ports.store.history(organisation, id, None, 1).await?;
                newest.into_iter().next().map(|entry| entry.revision)
            }
            _ => None,
        };
        let from = |revision: &Revision| Draft {
            deployment: id,
            applications: revision.applications.clone(),
            submitted: false,
        };
        let (live, kept) = (detail.live.is_some(), detail.draft.is_some());
        let draft = detail
            .draft
            .or_else(|| detail.live.as_ref().map(from))
            .or_else(|| staged.as_ref().map(from))
            .ok_or(WorkflowError::NotFound)?;

        let pin = self.ports.evaluator.pin().await?;
        let catalogue = self.ports.evaluator.catalogue(&pin).await?;
        let applications = draft
            .applications
            .iter()
            .filter_map(|(name, configured)| Some((name.clone(), catalogue.application(&configured.module)?.clone())))
            .collect();
        let (deployment, live_revision) = (&detail.deployment, detail.live.as_ref());
        let findings = planner::findings(&self.ports, deployment, &pin, live_revision, &draft.applications).await?;
        Ok(CheckedDraft { deployment: detail.deployment, applications, draft, findings, live, kept })
    }

    /// Keeps what an operator typed, right or wrong, so that nothing is lost; says what is wrong with it.
    ///
    /// `intent` is the button: a change to a list's rows and a size are applied, and anything else but `keep` asks to go on. `seen` is
    /// when the deployment had last changed as the form was opened: what somebody else did since is not overwritten.
    ///
    /// Secrets that were typed are sealed and kept with the draft. One that can't be kept is refused (`Options`), so that
    /// nobody believes that it is; everything else is kept all the same.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
        mut fields: Fields,
        intent: &str,
        seen: Option<OffsetDateTime>,
    ) -> Result<Vec<Finding>, WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        let current = self.draft(actor, organisation, id).await?;
        let (given, refused) = self.seal_typed(&current, &mut fields).await?;
        let mut values: Value = current
            .applications
            .iter()
            .map(|(name, module)| {
                (name.clone(), read_group(&module.options.group, &Path::default().key(name), &fields))
            })
            .collect::<serde_json::Map<_, _>>()
            .into();
        let row_change = RowChange::parse(intent);
        if let Some(change) = &row_change {
            change.apply(&mut values);
        }
        let size_choice = SizeChoice::parse(intent);
        if let Some(choice) = &size_choice {
            for (name, module) in current.applications.iter().filter(|(name, _)| *name == choice.application) {
                choice.apply(module, &mut values[name]);
            }
        }
        let mut applications = current.draft.applications.clone();
        for (name, configured) in &mut applications {
            // An application that is not in the catalogue any more has no fields; what was typed earlier stays.
            if let Some(options) = values.get(name) {
                configured.options = options.clone();
            }
        }
        let submitted = row_change.is_none() && size_choice.is_none() && intent != "keep";
        let draft = Draft { deployment: id, applications, submitted };
        let mut findings = self.keep(actor, &current, draft, &given, seen).await?;
        if refused.is_empty() {
            return Ok(findings);
        }
        findings.retain(|finding| !refused.iter().any(|refused| refused.path == finding.path));
        findings.extend(refused);
        Err(WorkflowError::Options(findings))
    }

    async fn seal_typed(
        &self,
        current: &CheckedDraft,
        fields: &mut Fields,
    ) -> Result<(Vec<NewSecret>, Vec<Finding>), WorkflowError> {
        let mut typed = Vec::new();
        for (name, module) in &current.applications {
            typed.extend(take_typed(&module.options.group, &Path::default().key(name), fields));
        }
        secrets::seal_typed(&self.ports, &current.deployment, typed, fields).await
    }

    /// Keeps a whole set of options, such as one from a file. It can refer to secrets that are kept, and bring no new ones.
    pub async fn replace_draft(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
        applications: Applications,
    ) -> Result<Vec<Finding>, WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        let current = self.draft(actor, organisation, id).await?;
        self.keep(actor, &current, Draft { deployment: id, applications, submitted: true }, &[], None).await
    }

    async fn keep(
        &self,
        actor: &Actor,
        current: &CheckedDraft,
        draft: Draft,
        given: &[NewSecret],
        seen: Option<OffsetDateTime>,
    ) -> Result<Vec<Finding>, WorkflowError> {
        let deployment = &current.deployment;
        let title = current
            .applications
            .iter()
            .find_map(|(name, module)| module.title(&draft.applications.get(name)?.options))
            .unwrap_or_else(|| deployment.title.clone());
        let by = self.ports.by(actor);
        match self.ports.store.save_draft(deployment.organisation, &draft, &title, given, seen, by).await {
            Err(StoreError::Conflict) => {
                let found = self.ports.store.deployment(deployment.organisation, deployment.id).await?;
                if !found.state.may_change() {
                    return Err(WorkflowError::Conflict);
                }
                return Err(WorkflowError::EditedMeanwhile { by: found.changed_by });
            }
            saved => saved?,
        }
        let live = planner::live(&self.ports, deployment).await?;
        let pin = self.ports.evaluator.pin().await?;
        planner::findings(&self.ports, deployment, &pin, live.as_ref(), &draft.applications).await
    }

    pub async fn discard_draft(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
    ) -> Result<(), WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        Ok(self.ports.store.discard_draft(organisation, id, self.ports.by(actor)).await?)
    }
}
