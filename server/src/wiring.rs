//! Gives the use cases their adapters.

use std::{
    env, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use adapter_age::{Age, IdentityError};
use adapter_local::{Local, Places};
use adapter_nix::{Nix, NixConfig, ProbeError};
use adapter_ssh::{Machines, NixCommand, Signer, SignerError};
use domain::{environment::Environment, identifier::EnvironmentId};
use serde_json::{Value, json};
use store::{OpenError, Records};
use uuid::Uuid;
use workflow::{
    Ports, Workflow, WorkflowError,
    bell::Bell,
    executor::probe::Probe,
    port::{
        evaluator::{EvaluationError, Evaluator},
        provider::{ProviderError, Providers},
        sealer::SealerError,
        store::{Deployments, Secrets, StoreError, deployments::NewEnvironment},
    },
    secret::Token,
    secrets,
    worker::Worker,
};

use crate::{
    clock::SystemClock,
    commands,
    config::Config,
    environment_secrets::{self, EnvironmentSecretError},
};

/// What the server's own secret is called that closures are signed with.
const SIGNER: &str = "signer";
/// Of these kinds, systems say whose signatures they trust, or they would take no further one.
const SIGNED: &[&str] = &["proxmox", "ssh"];

/// Everything, put together.
#[derive(Clone, Debug)]
pub struct Wiring {
    pub records: Records,
    pub workflow: Arc<Workflow>,
    pub ports: Ports,
    pub bell: Bell,
    pub nix: Arc<Nix>,
    pub local: Arc<Local>,
    /// What machines have to trust: the public half of the key that closures are signed with.
    pub signer: String,
}

/// Why it can't be put together.
#[derive(Debug, thiserror::Error)]
pub enum WiringError {
    #[error("the database {url} can't be used{hint}", hint = hint(source))]
    Records { url: String, source: OpenError },
    #[error("the state directory can't be used by Nix")]
    Nix(#[source] io::Error),
    #[error("Nix can't be used: name a good one with --nix, or see docs for what it needs")]
    Unfit(#[from] ProbeError),
    #[error("there is no Nix library at {}: name it with --library", .0.display())]
    NoLibrary(PathBuf),
    #[error("the environment for local sites can't be made")]
    Local(#[from] ProviderError),
    #[error("the environment {name:?} in the configuration file is not set up right: {said}")]
    Environment { name: String, said: String },
    #[error("the environment {name:?} in the configuration file")]
    EnvironmentSecret { name: String, source: EnvironmentSecretError },
    #[error("environments can't be looked at")]
    Evaluation(#[from] EvaluationError),
    #[error("the records failed")]
    Store(#[from] StoreError),
    #[error("secrets can't be sealed")]
    Identity(#[from] IdentityError),
    #[error("the identity file {} is not the one that the secrets in the database are sealed to: put back that one", .0.display())]
    OtherIdentity(PathBuf),
    #[error("what shows to whom secrets are sealed can't be opened")]
    Proof(#[source] WorkflowError),
    #[error("there is no key to sign closures with")]
    Signer(#[from] SignerError),
    #[error("the key that closures are signed with can't be kept or opened")]
    SignerKept(#[source] WorkflowError),
    #[error("machines can't be reached from here")]
    Machines(#[source] io::Error),
    #[error("it can't be told where this program lies")]
    Program(#[source] io::Error),
}

fn hint(error: &OpenError) -> &'static str {
    match error {
        OpenError::Corrupt(_) => "; put back a backup of it, or move it away to begin anew",
        OpenError::Newer { .. } => "; use that version, or put back the backup from before the update",
        OpenError::Unreadable(_) => "; let this user read and write it and its directory",
        OpenError::Unavailable(_) => "; look at its address and whether it runs",
    }
}

/// Puts everything together; the state directory is there and ours.
pub async fn wire(config: &Config) -> Result<Wiring, WiringError> {
    let records = Records::open(&config.database)
        .await
        .map_err(|source| WiringError::Records { url: without_password(&config.database), source })?;
    let nix = Arc::new(Nix::new(config.nix.clone()).map_err(WiringError::Nix)?);
    let places = Places {
        directory: config.local_directory(),
        store: config.state.join("nix"),
        program: env::current_exe().map_err(WiringError::Program)?,
    };
    let local = Arc::new(Local::new(places, config.local.clone())?);
    let something_sealed = records.proof().await?.is_some();
    let sealer = Arc::new(Age::open(&config.identity, &config.secrets.escrow, something_sealed)?);
    let mut ports = Ports {
        store: Arc::new(records.clone()),
        evaluator: nix.clone(),
        builder: nix.clone(),
        providers: Providers::new(vec![local.clone()]),
        clock: Arc::new(SystemClock),
        sealer,
    };
    secrets::prove(&ports).await.map_err(|error| match error {
        WorkflowError::Sealer(SealerError::OtherIdentity) => {
            WiringError::OtherIdentity(config.identity.path().to_owned())
        }
        other => WiringError::Proof(other),
    })?;
    let signer = signer(&ports, &nix).await?;
    let public = signer.public().to_owned();
    let machines = Machines::new(config.ssh.clone(), nix_command(&nix), signer).map_err(WiringError::Machines)?;
    ports.providers = Providers::new(vec![local.clone(), Arc::new(machines)]);
    let bell = Bell::default();
    let workflow = Arc::new(Workflow::new(ports.clone(), bell.clone(), config.limits));
    Ok(Wiring { records, workflow, ports, bell, nix, local, signer: public })
}

/// The key that closures are signed with: the records', sealed like every secret; made the first time.
async fn signer(ports: &Ports, nix: &Nix) -> Result<Signer, WiringError> {
    let secret = match secrets::of_server(ports, SIGNER).await.map_err(WiringError::SignerKept)? {
        Some(kept) => kept,
        None => {
            // What is wrong with a Nix that does not do is said better by a look at it.
            nix.probe().await?;
            let name: String = Token::generate().reveal().chars().filter(char::is_ascii_alphanumeric).take(8).collect();
            let made = Signer::generate(&nix_command(nix), &format!("fediversity-{name}-1")).await?;
            secrets::keep_of_server(ports, SIGNER, &made).await.map_err(WiringError::SignerKept)?
        }
    };
    Ok(Signer::of(secret)?)
}

fn nix_command(nix: &Nix) -> NixCommand {
    let called = nix.invocation();
    NixCommand { program: called.nix, options: called.options, environment: called.environment }
}

impl Wiring {
    /// Looks whether Nix can be run as it must be. Changes nothing.
    pub async fn check_nix(&self, config: &Config) -> Result<(), WiringError> {
        check(&self.nix, &config.nix.library).await
    }

    /// The environments that this server offers stand in the records. What is wrong with one is said, and nothing
    /// changes.
    pub async fn offer_environments(&self, config: &Config) -> Result<(), WiringError> {
        let mut environments = Vec::new();
        for new in config.environments.iter().cloned() {
            let name = new.name.clone();
            let kept = environment_secrets::keep(new, &self.records, &*self.ports.sealer).await;
            let mut new = kept.map_err(|source| WiringError::EnvironmentSecret { name, source })?;
            if SIGNED.contains(&new.kind.as_str()) {
                let signers = new.configuration.settings.entry("signers").or_insert_with(|| json!([]));
                if let Value::Array(signers) = signers
                    && !signers.iter().any(|signer| *signer == self.signer)
                {
                    signers.push(json!(self.signer));
                }
            }
            environments.push(new);
        }
        check_environments(&*self.nix, &environments).await?;
        let here = NewEnvironment {
            kind: "local".to_owned(),
            name: "This machine".to_owned(),
            configuration: self.local.configuration(),
            secrets: Vec::new(),
        };
        environments.push(here);
        Ok(Deployments::offer_environments(&self.records, &environments).await?)
    }

    /// A worker that no other one, also of an earlier process, is taken for.
    pub fn worker(&self, probe: Arc<dyn Probe>) -> Worker {
        let name: String = Token::generate().reveal().chars().take(16).collect();
        Worker::new(self.ports.clone(), self.bell.clone(), name, probe)
    }
}

/// The same before there is a state directory: Nix gets `state` for that long.
pub async fn check_nix_in(state: &Path, config: &Config) -> Result<(), WiringError> {
    let nix = NixConfig { state: state.to_owned(), ..config.nix.clone() };
    check(&Nix::new(nix).map_err(WiringError::Nix)?, &config.nix.library).await
}

/// Looks whether environments are set up as their modules need it; Nix gets `state` for that long.
pub async fn check_environments_in(state: &Path, config: &Config) -> Result<(), WiringError> {
    let nix = NixConfig { state: state.to_owned(), nixpkgs: None, ..config.nix.clone() };
    let looked_at = config.environments.iter().cloned().map(|new| {
        let name = new.name.clone();
        environment_secrets::look(new).map_err(|source| WiringError::EnvironmentSecret { name, source })
    });
    let environments = looked_at.collect::<Result<Vec<_>, _>>()?;
    check_environments(&Nix::new(nix).map_err(WiringError::Nix)?, &environments).await
}

async fn check_environments(evaluator: &dyn Evaluator, offered: &[NewEnvironment]) -> Result<(), WiringError> {
    for new in offered {
        let wrong = |said: String| WiringError::Environment { name: new.name.clone(), said };
        if offered.iter().filter(|other| (&other.kind, &other.name) == (&new.kind, &new.name)).count() > 1 {
            return Err(wrong("there are two of this kind with this name".to_owned()));
        }
        let environment = Environment {
            id: EnvironmentId(Uuid::nil()),
            kind: new.kind.clone(),
            name: new.name.clone(),
            configuration: new.configuration.clone(),
        };
        let pin = evaluator.pin().await?;
        if let Some(finding) = evaluator.environment(&pin, &environment).await?.findings.first() {
            return Err(wrong(commands::finding::bare(finding)));
        }
    }
    Ok(())
}

async fn check(nix: &Nix, library: &Path) -> Result<(), WiringError> {
    nix.probe().await?;
    if library.join("default.nix").is_file() { Ok(()) } else { Err(WiringError::NoLibrary(library.to_owned())) }
}

/// For messages: `postgres://user@host/name`.
pub fn without_password(url: &str) -> String {
    let hidden = || {
        let (scheme, rest) = url.split_once("://")?;
        let (login, place) = rest.split_once('@')?;
        let user = login.split(':').next()?;
        Some(format!("{scheme}://{user}@{place}"))
    };
    hidden().unwrap_or_else(|| url.to_owned())
}
