//! Two organisations with people and deployments, made once and copied for each test.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use domain::{
    deployment::{Applications, ConfiguredApplication},
    environment::ProviderConfiguration,
    identifier::{DeploymentId, EnvironmentId, InvitationId, PersonId, RevisionId, RunId},
    organisation::Organisation,
    person::Actor,
    policy::Role,
};
use serde_json::json;
use server::{
    assets::Served,
    clock::SystemClock,
    config::BaseUrl,
    events::Streams,
    router::{self, Panel},
};
use store::{Records, Sessions};
use time::{Duration, OffsetDateTime};
use tokio::sync::{OnceCell, watch};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
};
use workflow::{
    Ports, Workflow,
    accounts::AccountForm,
    bell::Bell,
    executor::probe::NoProbe,
    limits::Limits,
    port::{
        provider::Providers,
        store::{Deployments as _, deployments::NewEnvironment},
    },
    secret::Password,
    testing::memory::{MemoryLibrary, MemorySealer, MemoryShelf, MemorySites},
    worker::Worker,
};

use crate::browser::Browser;

pub(crate) const PASSWORD: &str = "correct horse battery";

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    Anonymous,
    Viewer,
    Operator,
    Owner,
    /// The owner of another organisation.
    Stranger,
    HostingProvider,
}

impl Who {
    pub(crate) const ALL: [Self; 6] =
        [Self::Anonymous, Self::Viewer, Self::Operator, Self::Owner, Self::Stranger, Self::HostingProvider];

    pub(crate) fn email(self) -> String {
        format!("{self:?}@example.org").to_lowercase()
    }
}

/// What stands in the records of every test.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) sessions: BTreeMap<Who, String>,
    pub(crate) environment: EnvironmentId,
    pub(crate) viewer: PersonId,
    /// Live, with a newer revision staged.
    pub(crate) deployment: DeploymentId,
    pub(crate) first: RevisionId,
    pub(crate) staged: RevisionId,
    pub(crate) finished: RunId,
    /// Of another deployment; no worker takes it.
    pub(crate) waiting: RunId,
    pub(crate) invitation: InvitationId,
    /// Of an invitation that nobody has accepted.
    pub(crate) token: String,
}

/// A server of a test's own.
pub(crate) struct Town {
    pub(crate) facts: Facts,
    pub(crate) workflow: Arc<Workflow>,
    pub(crate) library: MemoryLibrary,
    pub(crate) worker: Worker,
    pub(crate) records: Records,
    pub(crate) stop: watch::Sender<bool>,
    panel: Panel,
    directory: tempfile::TempDir,
}

struct Template {
    facts: Facts,
    records: Vec<u8>,
}

/// Found before any test renders a page, and never again.
pub(crate) static PAGES: LazyLock<Arc<[String]>> = LazyLock::new(router::pages);

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();

impl Town {
    pub(crate) async fn new() -> Self {
        let template = TEMPLATE.get_or_init(build).await;
        let directory = tempfile::tempdir().expect("a directory");
        fs::write(place(directory.path()), &template.records).expect("a copy");
        Self::open(directory, template.facts.clone(), BaseUrl::local(8080)).await
    }

    async fn open(directory: tempfile::TempDir, facts: Facts, base_url: BaseUrl) -> Self {
        let records = Records::open(&format!("sqlite://{}?mode=rwc", place(directory.path()).display())).await;
        let records = records.expect("records");
        let library = MemoryLibrary::default();
        let (workflow, worker) = wire(&records, &library, Limits::default());
        let (stop, stopped) = watch::channel(false);
        let panel = Panel {
            workflow: workflow.clone(),
            records: records.clone(),
            base_url,
            brand: "Test Hosting".into(),
            trusted_proxies: Arc::new([]),
            assets: Served::default(),
            stop: stopped,
            streams: Streams::default(),
            pages: PAGES.clone(),
        };
        Self { facts, workflow, library, worker, records, stop, panel, directory }
    }

    pub(crate) fn browser(&self, who: Who) -> Browser {
        self.browser_with(|_| {}, who)
    }

    pub(crate) fn browser_with(&self, change: impl FnOnce(&mut Panel), who: Who) -> Browser {
        let mut panel = self.panel.clone();
        change(&mut panel);
        Browser { router: router::router(panel), session: self.facts.sessions.get(&who).cloned() }
    }

    /// The use cases on the same records, where organisations may have less.
    pub(crate) fn with_limits(&self, limits: Limits) -> Arc<Workflow> {
        wire(&self.records, &self.library, limits).0
    }

    /// Everything that the records hold, as bytes: reads leave them as they are.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let place = place(self.directory.path());
        let log = fs::read(place.with_extension("sqlite-wal")).unwrap_or_default();
        [fs::read(&place).expect("records"), log].concat()
    }
}

fn place(directory: &Path) -> PathBuf {
    directory.join("records.sqlite")
}

fn wire(records: &Records, library: &MemoryLibrary, limits: Limits) -> (Arc<Workflow>, Worker) {
    let ports = Ports {
        store: Arc::new(records.clone()),
        evaluator: Arc::new(library.clone()),
        builder: Arc::new(MemoryShelf::default()),
        providers: Providers::new(vec![Arc::new(MemorySites::default())]),
        clock: Arc::new(SystemClock),
        sealer: Arc::new(MemorySealer::default()),
    };
    let bell = Bell::default();
    let worker = Worker::new(ports.clone(), bell.clone(), "test".into(), Arc::new(NoProbe));
    (Arc::new(Workflow::new(ports, bell, limits)), worker)
}

pub(crate) fn applications(name: &str, title: &str) -> Applications {
    let options = json!({ "name": name, "title": title });
    Applications::from([(
        "homepage".into(),
        ConfiguredApplication { module: "homepage".into(), version: None, options },
    )])
}

async fn build() -> Template {
    let directory = tempfile::tempdir().expect("a directory");
    let records = Records::open(&format!("sqlite://{}?mode=rwc", place(directory.path()).display())).await;
    let records = records.expect("records");
    let (workflow, worker) = wire(&records, &MemoryLibrary::default(), Limits::default());
    let here = NewEnvironment {
        kind: "local".into(),
        name: "Here".into(),
        configuration: ProviderConfiguration::default(),
        secrets: Vec::new(),
    };
    records.offer_environments(&[here]).await.expect("offered");
    let environment = records.environments().await.expect("environments")[0].id;

    let token = workflow.accounts.first_token().await.expect("an answer").expect("a token");
    let email = Who::HostingProvider.email();
    let form = AccountForm { name: "Provider".into(), email: email.clone(), password: Password(PASSWORD.into()) };
    workflow.accounts.create_first(&token, form).await.expect("the first account");
    let provider = workflow.accounts.actor_by_email(&email).await.expect("the provider");
    let town = workflow.organisations.create(&provider, "Town", "town").await.expect("an organisation");
    let elsewhere = workflow.organisations.create(&provider, "Elsewhere", "elsewhere").await.expect("another");
    for (who, organisation, role) in [
        (Who::Owner, &town, Role::Owner),
        (Who::Operator, &town, Role::Operator),
        (Who::Viewer, &town, Role::Viewer),
        (Who::Stranger, &elsewhere, Role::Owner),
    ] {
        let token =
            workflow.organisations.invite(&provider, organisation.id, &who.email(), role).await.expect("a token");
        let password = Password(PASSWORD.into());
        workflow.organisations.accept_as_new(&token, format!("{who:?}"), password).await.expect("an account");
    }
    let owner = workflow.accounts.actor_by_email(&Who::Owner.email()).await.expect("the owner");
    let viewer = workflow.accounts.actor_by_email(&Who::Viewer.email()).await.expect("the viewer").person;

    let scene = Scene { workflow: &workflow, owner: &owner, organisation: &town, environment };
    let (deployment, first, finished) = scene.request("town", "Our town").await;
    worker.work_once(&mut watch::channel(false).1).await.expect("a run");
    let staged = scene.stage(deployment, "town", "Our new town").await;
    let (_, _, waiting) = scene.request("waiting", "Waiting").await;
    let token =
        workflow.organisations.invite(&owner, town.id, "guest@example.org", Role::Viewer).await.expect("a token");
    let invitations = workflow.organisations.invitations(&owner, town.id).await.expect("invitations");
    let invitation = invitations.first().expect("an invitation").id;

    let facts = Facts {
        sessions: sessions(&records, &workflow).await,
        environment,
        viewer,
        deployment,
        first,
        staged,
        finished,
        waiting,
        invitation,
        token: token.reveal().to_owned(),
    };
    records.close().await;
    Template { facts, records: fs::read(place(directory.path())).expect("the records") }
}

struct Scene<'a> {
    workflow: &'a Workflow,
    owner: &'a Actor,
    organisation: &'a Organisation,
    environment: EnvironmentId,
}

impl Scene<'_> {
    async fn request(&self, name: &str, title: &str) -> (DeploymentId, RevisionId, RunId) {
        let deployments = &self.workflow.deployments;
        let made = deployments.create(self.owner, self.organisation.id, "homepage", self.environment).await;
        let deployment = made.expect("a deployment");
        let revision = self.stage(deployment, name, title).await;
        let run = deployments.deploy(self.owner, self.organisation.id, deployment, revision).await.expect("a run");
        (deployment, revision, run)
    }

    async fn stage(&self, deployment: DeploymentId, name: &str, title: &str) -> RevisionId {
        let deployments = &self.workflow.deployments;
        let applications = applications(name, title);
        let kept = deployments.replace_draft(self.owner, self.organisation.id, deployment, applications).await;
        assert_eq!(kept.expect("a draft"), []);
        deployments.stage(self.owner, self.organisation.id, deployment).await.expect("a revision")
    }
}

async fn sessions(records: &Records, workflow: &Workflow) -> BTreeMap<Who, String> {
    let mut sessions = BTreeMap::new();
    for who in Who::ALL.into_iter().filter(|who| *who != Who::Anonymous) {
        let person = workflow.accounts.actor_by_email(&who.email()).await.expect("a person").person;
        let now = OffsetDateTime::now_utc();
        let held = [("person", json!(person)), ("browser", json!("Test")), ("renewed", json!(now.unix_timestamp()))];
        let data = held.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let mut record = Record { id: Id::default(), data, expiry_date: now + Duration::days(14) };
        Sessions::new(records).create(&mut record).await.expect("a session");
        sessions.insert(who, record.id.to_string());
    }
    sessions
}
