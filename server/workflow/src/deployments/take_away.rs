//! The take-away: everything that the configuration of a deployment is made of, to build it without this software.

use std::collections::BTreeMap;

use domain::{
    deployment::Revision,
    identifier::{DeploymentId, OrganisationId},
    operation::{Operation, StateKind},
    person::Actor,
    policy::Verb,
};

use super::Deployments;
use crate::{error::WorkflowError, permit, port::evaluator::Input};

const LOCAL: &str = include_str!("take_away/local.nix");
const HOSTS: &str = include_str!("take_away/hosts.nix");
/// What the flakes are written with; both are exchanged for what a deployment was planned with.
const SYSTEM: &str = "x86_64-linux";
const NIXPKGS: &str = "github:NixOS/nixpkgs/nixos-26.05";
const README: &str = include_str!("take_away/README.md");

/// A directory that can be built: files by their paths in it.
#[derive(Clone, Debug)]
pub struct TakeAway {
    pub title: String,
    /// The store path that it builds.
    pub closure: String,
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Deployments {
    /// What is live, or else what was planned last, with the modules of its time.
    pub async fn take_away(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: DeploymentId,
    ) -> Result<TakeAway, WorkflowError> {
        permit(actor, Verb::EditDeployments, Some(organisation))?;
        let detail = self.ports.store.deployment_detail(organisation, id).await?;
        let revision = match detail.live {
            Some(live) => live,
            None => {
                let newest = self.ports.store.history(organisation, id, None, 1).await?.into_iter().next();
                newest.ok_or(WorkflowError::NotFound)?.revision
            }
        };
        let environment = revision.plan.environment(&detail.deployment.environment);
        let input = Input { deployment: id, applications: &revision.applications, environment: &environment };
        let sources = self.ports.evaluator.sources(&revision.pin, &input, &revision.plan.allocated).await?;

        let mut files: BTreeMap<String, Vec<u8>> =
            sources.modules.into_iter().map(|(path, content)| (format!("modules/{path}"), content)).collect();
        let flake = if revision.plan.placement.hosts.is_empty() { LOCAL } else { HOSTS };
        let flake = flake.replace(SYSTEM, &sources.system);
        let flake = sources.nixpkgs.map_or(flake.clone(), |nixpkgs| flake.replace(NIXPKGS, &nixpkgs));
        files.insert("flake.nix".to_owned(), flake.into_bytes());
        files.insert("deployment.json".to_owned(), sources.input);
        files.insert(
            "secrets.json".to_owned(),
            serde_json::to_vec_pretty(&revision.plan.placement.secrets).unwrap_or_default(),
        );
        files.insert("README.md".to_owned(), readme(&revision).into_bytes());
        Ok(TakeAway { title: detail.deployment.title, closure: revision.plan.configuration.out_path, files })
    }
}

fn readme(revision: &Revision) -> String {
    let state: Vec<String> = revision.plan.placement.operations.iter().flat_map(kept).collect();
    let state =
        if state.is_empty() { "- nothing: all of it follows from what you chose".to_owned() } else { state.join("\n") };
    README.replace("{closure}", &revision.plan.configuration.out_path).replace("{state}", &state)
}

fn kept((application, operation): (&String, &Operation)) -> Vec<String> {
    let line = |state: &domain::operation::State| {
        let what = match state.kind {
            StateKind::Secrets => "secrets",
            StateKind::Database => "database",
            StateKind::Directory => "files",
            StateKind::Bucket => "bucket",
            StateKind::Queue => "queue",
        };
        let place = state.path.clone().unwrap_or_else(|| state.of.join(", "));
        let note = if state.rebuilt { " (comes back by itself)" } else { "" };
        format!("- {application}: {what} {place}{note}")
    };
    operation.state.iter().map(line).collect()
}
