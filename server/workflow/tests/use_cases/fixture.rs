//! An organisation with its hosting provider, on records in a directory of the test's own.

use std::{path::Path, sync::Arc, time::Duration};

use domain::{
    deployment::{Applications, ConfiguredApplication, Deployment},
    environment::ProviderConfiguration,
    identifier::{DeploymentId, EnvironmentId, OrganisationId, RevisionId, RunId},
    option::{fields::Fields, finding::Finding},
    person::Actor,
    policy::Role,
    run::{RunDetail, StepState},
};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection};
use serde_json::{Value, json};
use store::Records;
use time::OffsetDateTime;
use tokio::{sync::watch, time::timeout};
use workflow::{
    Ports, Workflow,
    accounts::AccountForm,
    bell::Bell,
    deployments::Seen,
    error::WorkflowError,
    executor::probe::{NoProbe, Probe},
    limits::Limits,
    port::{
        clock::Clock,
        provider::Providers,
        store::{Deployments as _, deployments::NewEnvironment},
    },
    secret::Password,
    testing::memory::{MemoryLibrary, MemorySealer, MemoryShelf, MemorySites},
    worker::Worker,
};

pub(crate) const OWNER: &str = "owner@example.org";
pub(crate) const PASSWORD: &str = "correct horse battery";
/// One further try, at once.
const PAUSES: &[Duration] = &[Duration::ZERO];

pub(crate) struct Town {
    pub(crate) workflow: Workflow,
    pub(crate) records: Records,
    pub(crate) library: MemoryLibrary,
    pub(crate) sites: Arc<MemorySites>,
    pub(crate) shelf: Arc<MemoryShelf>,
    pub(crate) owner: Actor,
    pub(crate) organisation: OrganisationId,
    environment: EnvironmentId,
    pub(crate) ports: Ports,
    bell: Bell,
    directory: tempfile::TempDir,
}

#[derive(Debug)]
struct Now;

impl Clock for Now {
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc()
    }
}

impl Town {
    pub(crate) async fn new() -> Self {
        Self::with(Limits::default()).await
    }

    pub(crate) async fn with(limits: Limits) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let records = Records::open(&address(directory.path())).await.expect("records");
        let here = NewEnvironment {
            kind: "local".into(),
            name: "Here".into(),
            configuration: ProviderConfiguration::default(),
            secrets: Vec::new(),
        };
        records.offer_environments(&[here]).await.expect("offered");
        let environment = records.environments().await.expect("environments")[0].id;
        let library = MemoryLibrary::default();
        let (sites, shelf) = (Arc::new(MemorySites::default()), Arc::new(MemoryShelf::default()));
        let ports = Ports {
            store: Arc::new(records.clone()),
            evaluator: Arc::new(library.clone()),
            builder: shelf.clone(),
            providers: Providers::new(vec![sites.clone()]),
            clock: Arc::new(Now),
            sealer: Arc::new(MemorySealer::default()),
        };
        let bell = Bell::default();
        let workflow = Workflow::new(ports.clone(), bell.clone(), limits);

        let token = workflow.accounts.first_token().await.expect("an answer").expect("a token");
        let email = "provider@example.org";
        let password = Password(PASSWORD.into());
        let form = AccountForm { name: "Provider".into(), email: email.into(), password };
        workflow.accounts.create_first(&token, form).await.expect("the first account");
        let provider = workflow.accounts.actor_by_email(email).await.expect("the provider");
        let organisation = workflow.organisations.create(&provider, "Town", "town").await.expect("an organisation").id;
        let owner = join(&workflow, &provider, organisation, OWNER, Role::Owner).await;
        Self { workflow, records, library, sites, shelf, owner, organisation, environment, ports, bell, directory }
    }

    /// Somebody with an account of this address, who has it as their name too.
    pub(crate) async fn member(&self, email: &str, role: Role) -> Actor {
        join(&self.workflow, &self.owner, self.organisation, email, role).await
    }

    pub(crate) async fn deployment(&self) -> DeploymentId {
        self.beginning().await.expect("a deployment")
    }

    /// Begins a deployment, wherever it is waited for.
    pub(crate) fn beginning(&self) -> impl Future<Output = Result<DeploymentId, WorkflowError>> + Send + use<> {
        let (workflow, owner) = (self.workflow.clone(), self.owner.clone());
        let (organisation, environment) = (self.organisation, self.environment);
        async move { workflow.deployments.create(&owner, organisation, "homepage", environment).await }
    }

    pub(crate) async fn stage(&self, deployment: DeploymentId, name: &str, title: &str) -> RevisionId {
        self.try_stage(deployment, name, title).await.expect("a revision")
    }

    pub(crate) async fn try_stage(
        &self,
        deployment: DeploymentId,
        name: &str,
        title: &str,
    ) -> Result<RevisionId, WorkflowError> {
        self.set(deployment, json!({ "name": name, "title": title })).await?;
        self.workflow.deployments.stage(&self.owner, self.organisation, deployment).await
    }

    /// Has the draft hold these options.
    pub(crate) async fn set(&self, deployment: DeploymentId, options: Value) -> Result<Vec<Finding>, WorkflowError> {
        let configured = ConfiguredApplication { module: "homepage".into(), version: None, options };
        let applications = Applications::from([("homepage".into(), configured)]);
        self.workflow.deployments.replace_draft(&self.owner, self.organisation, deployment, applications).await
    }

    /// Saves the form with these fields besides name and title.
    pub(crate) async fn save(
        &self,
        deployment: DeploymentId,
        more: &[(&str, &str)],
    ) -> Result<Vec<Finding>, WorkflowError> {
        let mut fields =
            Fields::from([("homepage.name".into(), "town".into()), ("homepage.title".into(), "Town".into())]);
        fields.extend(more.iter().map(|(name, text)| (format!("homepage.{name}"), (*text).to_owned())));
        self.workflow
            .deployments
            .save_draft(&self.owner, self.organisation, deployment, fields, "keep", Seen::default())
            .await
    }

    pub(crate) async fn request(&self, revision: RevisionId) -> Result<RunId, WorkflowError> {
        let deployment = self.revision(revision).await.deployment;
        self.workflow.deployments.deploy(&self.owner, self.organisation, deployment, revision).await
    }

    /// Deploys what has this title, to the end of the run.
    pub(crate) async fn deploy(&self, deployment: DeploymentId, name: &str, title: &str) -> RunDetail {
        let revision = self.stage(deployment, name, title).await;
        let run = self.request(revision).await.expect("a run");
        self.work(Arc::new(NoProbe)).await;
        self.run(run).await
    }

    /// Carries out the run that waits, as soon as no other worker has it.
    pub(crate) async fn work(&self, probe: Arc<dyn Probe>) {
        let worker = Worker::new(self.ports.clone(), self.bell.clone(), "test".into(), probe).with_pauses(PAUSES);
        let working = async { while !worker.work_once(&mut watch::channel(false).1).await.expect("records") {} };
        timeout(Duration::from_secs(60), working).await.expect("a run waits");
    }

    pub(crate) async fn run(&self, run: RunId) -> RunDetail {
        self.workflow.runs.detail(&self.owner, self.organisation, run).await.expect("a run")
    }

    pub(crate) async fn shown(&self, deployment: DeploymentId) -> Deployment {
        self.records.deployment(self.organisation, deployment).await.expect("a deployment")
    }

    pub(crate) async fn revision(&self, revision: RevisionId) -> domain::deployment::Revision {
        self.records.revision(self.organisation, revision).await.expect("a revision")
    }

    /// The closure that the live revision leads to.
    pub(crate) async fn closure(&self, revision: RevisionId) -> String {
        self.revision(revision).await.plan.configuration.out_path
    }

    /// The records themselves, behind the program's back.
    pub(crate) async fn connection(&self) -> DatabaseConnection {
        Database::connect(address(self.directory.path())).await.expect("the records")
    }

    /// Every file that the records are in, with its name.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = std::fs::read_dir(self.directory.path()).expect("a directory");
        let read = |entry: std::fs::DirEntry| {
            (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("a file"))
        };
        let files: Vec<_> = entries.map(|entry| read(entry.expect("an entry"))).collect();
        assert!(files.iter().any(|(name, bytes)| name == "records.sqlite" && !bytes.is_empty()));
        files
    }

    pub(crate) async fn damage(&self, statement: &str) {
        let records = self.connection().await;
        records.execute_unprepared(statement).await.expect("a change");
        records.close().await.expect("the end");
    }
}

async fn join(workflow: &Workflow, by: &Actor, organisation: OrganisationId, email: &str, role: Role) -> Actor {
    let token = workflow.organisations.invite(by, organisation, email, role).await.expect("a token");
    let password = Password(PASSWORD.into());
    workflow.organisations.accept_as_new(&token, email.into(), password).await.expect("an account");
    workflow.accounts.actor_by_email(email).await.expect("a member")
}

fn address(directory: &Path) -> String {
    format!("sqlite://{}?mode=rwc", directory.join("records.sqlite").display())
}

pub(crate) fn states(run: &RunDetail) -> Vec<StepState> {
    run.steps.iter().map(|step| step.state).collect()
}
