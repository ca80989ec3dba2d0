//! What operators type: kept as it is, right or wrong, until it is planned.

use domain::{
    application::{ApplicationModule, Catalogue, SizeChoice},
    deployment::{Applications, Deployment, Draft, LibraryPin, Revision},
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

use super::{Deployments, newer::Newer};
use crate::{
    error::WorkflowError,
    permit, planner,
    port::store::{StoreError, secrets::NewSecret},
    secrets, versions,
};

/// What was there when somebody opened the form.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// When the deployment had last changed.
    pub changed: Option<OffsetDateTime>,
    /// The library that the form was made from.
    pub pin: Option<LibraryPin>,
}

/// A draft with what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedDraft {
    pub deployment: Deployment,
    /// The library that it is written for, which its modules are from.
    pub pin: LibraryPin,
    pub applications: Vec<(String, ApplicationModule)>,
    pub draft: Draft,
    pub findings: Vec<Finding>,
    /// What a newer library changes: one that is offered, or the one of the draft where something older is live.
    pub newer: Option<Newer>,
    /// Entries for good that can still be set, because what is live has no value for them.
    pub open: Vec<Path>,
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
            (None, None) => self.newest(organisation, id).await?,
            _ => None,
        };
        let from = |revision: &Revision| Draft {
            deployment: id,
            applications: revision.applications.clone(),
            pin: Some(revision.pin.clone()),
            submitted: false,
        };
        let (live, kept) = (detail.live.is_some(), detail.draft.is_some());
        let mut draft = detail
            .draft
            .or_else(|| detail.live.as_ref().map(from))
            .or_else(|| staged.as_ref().map(from))
            .ok_or(WorkflowError::NotFound)?;

        let (pin, catalogue) = self.library_of(&detail.deployment, &mut draft).await?;
        draft.applications = versions::named(&catalogue, draft.applications);
        let applications = draft
            .applications
            .iter()
            .filter_map(|(name, configured)| Some((name.clone(), catalogue.application(&configured.module)?.clone())))
            .collect();
        let (deployment, live_revision) = (&detail.deployment, detail.live.as_ref());
        let findings = planner::findings(&self.ports, deployment, &pin, live_revision, &draft.applications).await?;
        // What a library of today gets wrong keeps nobody from what is written for another one.
        let newer = self.newer(deployment, live_revision, &draft.applications, &pin).await.unwrap_or_else(|error| {
            tracing::error!(error = &error as &dyn std::error::Error, "can't tell what a newer library changes");
            None
        });
        let open = match live_revision {
            Some(live) => planner::open(&self.ports, live, &pin, &draft.applications).await?,
            None => Vec::new(),
        };
        Ok(CheckedDraft { deployment: detail.deployment, pin, applications, draft, findings, newer, open, live, kept })
    }

    /// The library that a draft goes on with: its own, until somebody takes a newer one. While nothing is live, one with the
    /// same versions comes in its place by itself; what was removed is only looked at; and where a draft's own library can't be
    /// read any more, the entries are carried to the one of today.
    async fn library_of(
        &self,
        deployment: &Deployment,
        draft: &mut Draft,
    ) -> Result<(LibraryPin, Catalogue), WorkflowError> {
        let evaluator = &self.ports.evaluator;
        let Some(pin) = draft.pin.clone().filter(|_| deployment.state.may_change()) else {
            let now = evaluator.pin().await?;
            let catalogue = evaluator.catalogue(&now).await?;
            return Ok((now, catalogue));
        };
        if deployment.live.is_none()
            && let Ok(now) = evaluator.pin().await
            && now != pin
            && let Ok(catalogue) = evaluator.catalogue(&now).await
            && versions::are_of(&catalogue, &draft.applications)
        {
            return Ok((now, catalogue));
        }
        let error = match evaluator.catalogue(&pin).await {
            Ok(catalogue) => return Ok((pin, catalogue)),
            Err(error) => error,
        };
        let now = evaluator.pin().await?;
        if now == pin {
            return Err(error.into());
        }
        tracing::error!(error = &error as &dyn std::error::Error, pin = pin.0, "the library of a draft can't be read");
        draft.applications = versions::carried(&self.ports, &draft.applications, &now).await?.0;
        let catalogue = evaluator.catalogue(&now).await?;
        Ok((now, catalogue))
    }

    /// Keeps what an operator typed, right or wrong, so that nothing is lost; says what is wrong with it.
    ///
    /// `intent` is the button: a change to a list's rows and a size are applied, and anything else but `keep` asks to go on. `seen` is
    /// what was there as the form was opened: what somebody else did since is not overwritten, and entries of one version are
    /// not read as those of another.
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
        seen: Seen,
    ) -> Result<Vec<Finding>, WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        let current = self.draft(actor, organisation, id).await?;
        if let Some(pin) = seen.pin.filter(|pin| *pin != current.pin)
            && !self.has_same_versions(&pin, &current).await
        {
            return Err(WorkflowError::EditedMeanwhile { by: current.deployment.changed_by });
        }
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
        let draft = Draft { deployment: id, applications, pin: Some(current.pin.clone()), submitted };
        let mut findings = self.keep(actor, &current, draft, &given, seen.changed).await?;
        if refused.is_empty() {
            return Ok(findings);
        }
        findings.retain(|finding| !refused.iter().any(|refused| refused.path == finding.path));
        findings.extend(refused);
        Err(WorkflowError::Options(findings))
    }

    /// Whether a library has the versions that a draft is written for.
    async fn has_same_versions(&self, pin: &LibraryPin, current: &CheckedDraft) -> bool {
        let catalogue = self.ports.evaluator.catalogue(pin).await;
        catalogue.is_ok_and(|catalogue| versions::are_of(&catalogue, &current.draft.applications))
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
        let draft = Draft { deployment: id, applications, pin: Some(current.pin.clone()), submitted: true };
        self.keep(actor, &current, draft, &[], None).await
    }

    pub(super) async fn keep(
        &self,
        actor: &Actor,
        current: &CheckedDraft,
        mut draft: Draft,
        given: &[NewSecret],
        seen: Option<OffsetDateTime>,
    ) -> Result<Vec<Finding>, WorkflowError> {
        let deployment = &current.deployment;
        let title = current
            .applications
            .iter()
            .find_map(|(name, module)| module.title(&draft.applications.get(name)?.options))
            .unwrap_or_else(|| deployment.title.clone());
        let pin = draft.pin.clone().unwrap_or_else(|| current.pin.clone());
        draft.applications = versions::named(&self.ports.evaluator.catalogue(&pin).await?, draft.applications);
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
