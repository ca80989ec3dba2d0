//! What `plan` and `deploy` are asked: whose account, where, which application, which options.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use domain::{
    application::{ApplicationModule, Catalogue},
    deployment::{Applications, ConfiguredApplication, Revision},
    environment::OfferedEnvironment,
    identifier::DeploymentId,
    json,
    option::finding::Path as OptionPath,
    organisation::Organisation,
    person::Actor,
};
use serde_json::Value;
use workflow::{Workflow, WorkflowError};

use super::{Settings, finding, words};

#[derive(Args, Debug)]
pub(super) struct Request {
    #[command(flatten)]
    pub(super) settings: Settings,
    /// The account that asks; it may do here what it may do in the web pages
    #[arg(long = "as", value_name = "EMAIL")]
    account: String,
    /// The organisation, by its name in addresses
    #[arg(long, value_name = "NAME")]
    organisation: String,
    /// The application, by its name in the catalogue
    #[arg(long, value_name = "NAME")]
    application: String,
    /// A deployment that is there; without one a new one is made
    #[arg(long, value_name = "ID")]
    deployment: Option<DeploymentId>,
    /// Go on with the newest version of the application, which the file of options is for
    #[arg(long, requires = "deployment")]
    newest: bool,
    /// The environment of a new deployment, by its kind or its name
    #[arg(long, value_name = "NAME", default_value = "local")]
    environment: String,
    /// A JSON file with the options of the application; - reads standard input
    #[arg(value_name = "FILE")]
    options: PathBuf,
}

/// A planned revision, and who planned it.
pub(super) struct Staged {
    pub(super) actor: Actor,
    pub(super) organisation: Organisation,
    pub(super) revision: Revision,
}

impl Request {
    /// Checks the options, keeps them, and plans. What is wrong with them goes to standard error, one a line.
    pub(super) async fn stage(&self, workflow: &Workflow) -> anyhow::Result<Staged> {
        let options = read_options(&self.options)?;
        let actor = workflow.accounts.actor_by_email(&self.account).await.map_err(|error| match error {
            WorkflowError::NotFound | WorkflowError::Field { .. } => {
                anyhow!("nobody has an account with the address {}", self.account)
            }
            other => words::sentence(other),
        })?;
        let organisation =
            workflow.organisations.find(&actor, &self.organisation).await.map_err(|error| match error {
                WorkflowError::NotFound => anyhow!("{} belongs to no organisation {}", self.account, self.organisation),
                other => words::sentence(other),
            })?;
        let (deployment, module, applications) = match self.deployment {
            Some(id) => self.changed(workflow, &actor, &organisation, id, options).await?,
            None => self.begun(workflow, &actor, &organisation, options).await?,
        };
        let module = &module;
        let kept =
            || format!("what was typed is kept in the deployment {deployment}; name it with --deployment next time");
        let found = workflow.deployments.replace_draft(&actor, organisation.id, deployment, applications).await;
        refuse(module, found.map_err(words::sentence)?).with_context(kept)?;
        let revision = match workflow.deployments.stage(&actor, organisation.id, deployment).await {
            Ok(revision) => revision,
            Err(WorkflowError::Options(findings)) => {
                refuse(module, findings).with_context(kept)?;
                bail!("the options can't be used");
            }
            Err(error) => return Err(words::sentence(error)).with_context(kept),
        };
        let revision =
            workflow.deployments.revision(&actor, organisation.id, revision).await.map_err(words::sentence)?;
        Ok(Staged { actor, organisation, revision })
    }

    fn module<'a>(&self, catalogue: &'a Catalogue) -> anyhow::Result<&'a ApplicationModule> {
        catalogue.application(&self.application).ok_or_else(|| {
            let known: Vec<&str> = catalogue.applications.iter().map(|module| module.name.as_str()).collect();
            anyhow!("there is no application {}; there is {}", self.application, known.join(", "))
        })
    }

    /// The applications of a deployment, one of them with other options, and the module of that one in the version that
    /// the deployment has.
    async fn changed(
        &self,
        workflow: &Workflow,
        actor: &Actor,
        organisation: &Organisation,
        id: DeploymentId,
        options: Value,
    ) -> anyhow::Result<(DeploymentId, ApplicationModule, Applications)> {
        let deployments = &workflow.deployments;
        let found = |error| match error {
            WorkflowError::NotFound => anyhow!("{} has no deployment {id}", self.organisation),
            other => words::sentence(other),
        };
        if self.newest {
            deployments.take_newer(actor, organisation.id, id).await.map_err(found)?;
        }
        let current = deployments.draft(actor, organisation.id, id).await.map_err(found)?;
        let none = || format!("the deployment {id} has no application {}", self.application);
        let named = current.applications.into_iter().find(|(_, module)| module.name == self.application);
        let (name, module) = named.with_context(none)?;
        refuse(&module, module.check(&OptionPath::default().key(&name), &options))?;
        let mut applications = current.draft.applications;
        applications.get_mut(&name).with_context(none)?.options = options;
        Ok((id, module, applications))
    }

    /// A new deployment of the application alone.
    async fn begun(
        &self,
        workflow: &Workflow,
        actor: &Actor,
        organisation: &Organisation,
        options: Value,
    ) -> anyhow::Result<(DeploymentId, ApplicationModule, Applications)> {
        let (catalogue, environments) =
            workflow.deployments.catalogue(actor, organisation.id).await.map_err(words::sentence)?;
        let module = self.module(&catalogue)?.clone();
        refuse(&module, module.check(&OptionPath::default().key(&module.name), &options))?;
        let asked = |offered: &&OfferedEnvironment| {
            offered.environment.kind == self.environment || offered.environment.name == self.environment
        };
        let offered = environments.iter().find(asked);
        let environment =
            offered.with_context(|| format!("there is no environment {}", self.environment))?.environment.id;
        let created = workflow.deployments.create(actor, organisation.id, &self.application, environment).await;
        let configured = ConfiguredApplication { module: module.name.clone(), version: None, options };
        let applications = Applications::from([(module.name.clone(), configured)]);
        Ok((created.map_err(words::sentence)?, module, applications))
    }
}

fn refuse(module: &ApplicationModule, findings: Vec<domain::option::finding::Finding>) -> anyhow::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    for found in &findings {
        eprintln!("{}", finding::line(module, found));
    }
    bail!("{} of the options can't be used", findings.len())
}

/// No more is read than could be options.
fn read_options(path: &Path) -> anyhow::Result<Value> {
    let shown = path.display();
    let input: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).with_context(|| format!("the file of options {shown} can't be read"))?)
    };
    let mut bytes = Vec::new();
    input.take(json::MAX_BYTES as u64 + 1).read_to_end(&mut bytes).with_context(|| format!("{shown} can't be read"))?;
    let text = String::from_utf8(bytes).ok().with_context(|| format!("{shown} is not text in UTF-8"))?;
    json::parse(&text).with_context(|| format!("{shown} can't be used"))
}
