//! The provider: what is done to all machines of a deployment, side by side.

mod activation;
mod examination;
mod prepared;

use std::{collections::BTreeMap, fs, io, path::PathBuf, sync::Arc};

use async_trait::async_trait;
use domain::{
    environment::Environment,
    identifier::DeploymentId,
    plan::{Configuration, PlacedCheck},
};
use futures::future::{join_all, try_join_all};
use processes::Starter;
use serde_json::Value;
use tokio::sync::mpsc;
use uuid::Uuid;
use workflow::port::{
    builder::{Build, Progress},
    provider::{Credentials, Examined, Fence, Provider, ProviderError, SecretFile, SitePolicy, Target},
};

use self::prepared::Prepared;
use crate::{
    closure::{Closures, CopyError},
    config::{NixCommand, SshConfig},
    connection::{Connection, ConnectionError},
    host::{Host, HostError, State, Subject, Wanted},
    machine::{Kind, Machine, MachineError},
    signer::Signer,
    visit,
};

/// The setting in which the key is that machines let us in with.
const KEY: &str = "access.key";
/// Environments whose machines are reached over SSH.
#[derive(Debug)]
pub struct Machines {
    config: SshConfig,
    closures: Closures,
    starter: Arc<Starter>,
    signer: Signer,
    prepared: Prepared,
}

/// What is wrong with one machine.
#[derive(Debug, thiserror::Error)]
#[error("{machine}")]
struct AtMachine<E: std::error::Error + 'static> {
    machine: String,
    source: E,
}

/// What keeps us from a machine before we look at it.
#[derive(Debug, thiserror::Error)]
enum Unset {
    #[error("the settings name no key (access.key) that its machines let us in with")]
    Key,
    #[error("the closure has no system for it")]
    System,
}

impl Machines {
    /// Touches nothing yet. Fails when there can be no more threads.
    pub fn new(config: SshConfig, nix: NixCommand, signer: Signer) -> io::Result<Self> {
        let starter = Arc::new(Starter::new("ssh-starter")?);
        let limit = std::time::Duration::from_secs(config.copy_seconds);
        let closures = Closures::new(nix, Arc::clone(&starter), config.copies_at_once, limit);
        Ok(Self { config, closures, starter, signer, prepared: Prepared::default() })
    }

    /// A machine as a deployment sees it. `number` is the fence of whoever changes something.
    fn host(&self, target: &Target<'_>, name: &str, number: i64) -> Result<Host, ProviderError> {
        let environment = target.environment;
        let kind = Kind::of(&environment.kind).ok_or_else(|| not_ready(name, Unset::System))?;
        let key = target.credentials.0.get(KEY).ok_or_else(|| not_ready(name, Unset::Key))?;
        let machine = Machine::named(environment, name).map_err(|error: MachineError| not_ready(name, error))?;
        let connection = Connection::new(machine, key).map_err(unavailable)?;
        let subject = Subject {
            deployment: target.deployment.to_string(),
            fence: number,
            kind,
            link: kind.link(environment, target.deployment),
            profile: kind.profile(target.deployment),
        };
        Ok(Host {
            connection: Arc::new(connection),
            starter: Arc::clone(&self.starter),
            ssh: self.config.program.clone(),
            subject,
        })
    }

    fn hosts(&self, target: &Target<'_>) -> Result<Vec<Host>, ProviderError> {
        there(target).map(|name| self.host(target, name, 0)).collect()
    }

    /// The hosts of a closure, with the system that each is to have.
    fn wanted(
        &self,
        target: &Target<'_>,
        fence: Fence,
        configuration: &Configuration,
        build: &Build,
    ) -> Result<Vec<(Host, Wanted)>, ProviderError> {
        let one = |(host, name): (&String, &String)| {
            let system = system(build, host).map_err(|_| not_ready(name, Unset::System))?;
            Ok((self.host(target, name, fence.number)?, Wanted { closure: build.out_path.clone(), system }))
        };
        configuration.machines.iter().map(one).collect()
    }

    /// Copies to one machine what it lacks. What is there is not copied again.
    async fn copy_to(&self, host: &Host, wanted: &Wanted, told: &mpsc::Sender<Progress>) -> Result<(), ProviderError> {
        let name = &host.connection.machine.name;
        let state = host.prepare(wanted).await.map_err(|error| sorted(host, error))?;
        let is_there = state.copied;
        self.prepared.keep(host, state);
        if is_there {
            say(told, format!("{name}: everything is there already")).await;
            return Ok(());
        }
        self.closures.sign(&wanted.system, self.signer.secret.reveal()).await.map_err(|error| copying(host, error))?;
        self.closures.copy(&wanted.system, &host.connection).await.map_err(|error| copying(host, error))?;
        say(told, format!("{name}: copied {}", wanted.system)).await;
        Ok(())
    }

    async fn deliver_to(&self, host: &Host, files: &[&SecretFile]) -> Result<(), ProviderError> {
        let state = match self.prepared.take(host) {
            Some(state) => state,
            None => host.state(None).await.map_err(|error| sorted(host, error))?,
        };
        let wanted: BTreeMap<&str, &str> =
            files.iter().map(|file| (file.path.as_str(), file.edition.as_str())).collect();
        let there = state.editions.iter().map(|(path, edition)| (path.as_str(), edition.as_str())).collect();
        if wanted == there && !state.delivered {
            return Ok(());
        }
        host.deliver(files, &state).await.map_err(|error| sorted(host, error))
    }

    /// Whether every machine has its system of the configuration, and web servers that are not ours show it.
    async fn is_live(&self, target: &Target<'_>, configuration: &Configuration) -> Result<(), ProviderError> {
        let policy = self.sites(target.environment);
        let look = async |name: &String| {
            let host = self.host(target, name, 0)?;
            let state = host.state(None).await.map_err(|error| sorted(&host, error))?;
            if state.active() != Some(&configuration.out_path) {
                return Err(ProviderError::NotAnswering { address: name.clone() });
            }
            if host.subject.kind == Kind::Linux {
                let system = state.system.unwrap_or_default();
                let sites = configuration.sites.values().map(|site| visit::address(&policy, &site.host));
                let sites = sites.map(|site| async { visit::shows(&host.connection.machine, site, &system).await });
                try_join_all(sites).await?;
            }
            Ok(())
        };
        try_join_all(configuration.machines.values().map(look)).await.map(|_| ())
    }

    async fn look(&self, host: &Host, check: &PlacedCheck<'_>) -> Result<(), ProviderError> {
        visit::pass(&host.connection.machine, check.check).await?;
        let Some(unit) = &check.check.unit else { return Ok(()) };
        match host.is_active(unit).await.map_err(|error| sorted(host, error))? {
            true => Ok(()),
            false => {
                Err(ProviderError::NotAnswering { address: format!("{unit} on {}", host.connection.machine.name) })
            }
        }
    }
}

#[async_trait]
impl Provider for Machines {
    fn carries(&self, kind: &str) -> bool {
        Kind::of(kind).is_some()
    }

    fn sites(&self, environment: &Environment) -> SitePolicy {
        let configuration = &environment.configuration;
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
        if environment.kind == "linux" {
            let settings = &configuration.settings;
            let https = settings.get("certificate").is_some_and(Value::is_object);
            let port = settings.get("port").and_then(Value::as_u64).and_then(|port| u16::try_from(port).ok());
            return SitePolicy { https, base: text(settings.get("base")).unwrap_or_default(), port };
        }
        let base = text(configuration.policies.get("static-site").and_then(|policy| policy.get("base")));
        SitePolicy { https: base.is_some(), base: base.unwrap_or_else(|| "localhost".to_owned()), port: None }
    }

    async fn preflight(&self, target: &Target<'_>) -> Result<(), ProviderError> {
        let hosts = self.hosts(target)?;
        try_join_all(hosts.iter().map(|host| examination::check(host, self.signer.public()))).await.map(|_| ())
    }

    async fn examine(&self, environment: &Environment, credentials: &Credentials) -> Vec<Examined> {
        let names = match Machine::names(environment) {
            Ok(names) => names,
            Err(error) => return vec![Examined::bad(&environment.name, "Settings", &error)],
        };
        let deployment = DeploymentId(Uuid::nil());
        let machines = names.iter().cloned().collect();
        let target = Target { deployment, environment, credentials, machines: &machines };
        let examine = async |name: &String| match self.host(&target, name, 0) {
            Ok(host) => examination::examine(&host, self.signer.public()).await,
            Err(error) => vec![Examined::bad(name, "Settings", &error)],
        };
        join_all(names.iter().map(examine)).await.concat()
    }

    async fn active(&self, target: &Target<'_>) -> Result<Option<String>, ProviderError> {
        let hosts = self.hosts(target)?;
        let look = async |host: &Host| host.state(None).await.map_err(|error| sorted(host, error));
        let states = try_join_all(hosts.iter().map(look)).await?;
        // A machine that the deployment has not come to says nothing.
        let mut active = states.iter().filter(|state| state.system.is_some()).map(State::active);
        let first = active.next().flatten();
        Ok(first.filter(|first| active.all(|other| other == Some(*first))).map(str::to_owned))
    }

    async fn copy(
        &self,
        target: &Target<'_>,
        fence: Fence,
        configuration: &Configuration,
        build: &Build,
        told: mpsc::Sender<Progress>,
    ) -> Result<(), ProviderError> {
        let wanted = self.wanted(target, fence, configuration, build)?;
        try_join_all(wanted.iter().map(|(host, wanted)| self.copy_to(host, wanted, &told))).await.map(|_| ())
    }

    async fn deliver(
        &self,
        target: &Target<'_>,
        fence: Fence,
        configuration: &Configuration,
        files: &[SecretFile],
    ) -> Result<(), ProviderError> {
        let deliver = async |(host, name): (&String, &String)| {
            let files: Vec<&SecretFile> = files.iter().filter(|file| file.host == *host).collect();
            self.deliver_to(&self.host(target, name, fence.number)?, &files).await
        };
        try_join_all(configuration.machines.iter().map(deliver)).await.map(|_| ())
    }

    async fn activate(
        &self,
        target: &Target<'_>,
        fence: Fence,
        configuration: &Configuration,
        build: &Build,
        told: mpsc::Sender<Progress>,
    ) -> Result<(), ProviderError> {
        let wanted = self.wanted(target, fence, configuration, build)?;
        let here: Vec<&String> = configuration.machines.values().collect();
        let leaving = there(target).filter(|name| !here.contains(name));
        let leaving =
            leaving.map(|name| self.host(target, name, fence.number)).collect::<Result<Vec<_>, ProviderError>>()?;
        activation::activate(&wanted, self.config.patience(), &told).await?;
        let off = async |host: &Host| host.off(self.config.patience()).await.map_err(|error| sorted(host, error));
        try_join_all(leaving.iter().map(off)).await.map(|_| ())
    }

    async fn verify(
        &self,
        target: &Target<'_>,
        configuration: &Configuration,
        checks: &[PlacedCheck<'_>],
    ) -> Result<(), ProviderError> {
        self.is_live(target, configuration).await?;
        let look = async |check: &PlacedCheck<'_>| {
            let machine = check.host.and_then(|host| configuration.machines.get(host));
            let Some(machine) = machine else { return Ok(()) };
            self.look(&self.host(target, machine, 0)?, check).await
        };
        try_join_all(checks.iter().map(look)).await.map(|_| ())
    }

    async fn deactivate(&self, target: &Target<'_>, fence: Fence) -> Result<(), ProviderError> {
        let hosts = there(target).map(|name| self.host(target, name, fence.number));
        let hosts = hosts.collect::<Result<Vec<_>, ProviderError>>()?;
        let off = async |host: &Host| host.off(self.config.patience()).await.map_err(|error| sorted(host, error));
        // One that can't be reached keeps no other one from being left.
        join_all(hosts.iter().map(off)).await.into_iter().collect()
    }
}

/// The machines that there are. One that a hosting provider has taken out of the settings is gone for good: nothing can be
/// done there any more, and whoever needs it is told.
fn there<'a>(target: &Target<'a>) -> impl Iterator<Item = &'a String> {
    let named = Machine::names(target.environment).unwrap_or_default();
    target.machines.iter().filter(move |name| named.contains(name))
}

/// The system for a host of a closure: a link to it lies in the closure.
fn system(build: &Build, host: &str) -> io::Result<String> {
    let link: PathBuf = fs::read_link(build.directory.join("hosts").join(host))?;
    link.into_os_string().into_string().map_err(|_| io::Error::other("it is not named in letters"))
}

async fn say(told: &mpsc::Sender<Progress>, line: String) {
    // Whoever does not listen any more has given the run up.
    let _ = told.send(Progress::Line(line)).await;
}

fn not_ready(machine: &str, error: impl std::error::Error + Send + Sync + 'static) -> ProviderError {
    ProviderError::NotReady(Box::new(AtMachine { machine: machine.to_owned(), source: error }))
}

fn unavailable(error: impl std::error::Error + Send + Sync + 'static) -> ProviderError {
    ProviderError::Unavailable(Box::new(error))
}

/// Sorts what went wrong at a machine, and says at which.
pub(crate) fn sorted(host: &Host, error: HostError) -> ProviderError {
    let machine = host.connection.machine.name.clone();
    let make: fn(workflow::port::Cause) -> ProviderError = match &error {
        HostError::Fenced => return ProviderError::Fenced,
        HostError::NoRoom => return ProviderError::NoRoom,
        HostError::NotReady(_)
        | HostError::Connection(ConnectionError::OtherHostKey | ConnectionError::Denied | ConnectionError::Run(_)) => {
            ProviderError::NotReady
        }
        HostError::Refused(_) | HostError::NotBegun | HostError::Failed { .. } => ProviderError::Refused,
        HostError::Connection(ConnectionError::Lost(_)) | HostError::Busy(_) => ProviderError::Unavailable,
    };
    make(Box::new(AtMachine { machine, source: error }))
}

fn copying(host: &Host, error: CopyError) -> ProviderError {
    let machine = host.connection.machine.name.clone();
    match error {
        CopyError::NoRoom => ProviderError::NoRoom,
        CopyError::NotTrusted | CopyError::OtherHostKey => not_ready(&machine, error),
        CopyError::Failed(_) | CopyError::Unsigned(_) | CopyError::Run(_) | CopyError::Key(_) => {
            unavailable(AtMachine { machine, source: error })
        }
    }
}
