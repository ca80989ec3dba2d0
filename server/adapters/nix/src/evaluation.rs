//! Evaluation: asks the library in a process of its own.

use std::{
    collections::BTreeMap,
    env,
    ffi::{OsStr, OsString},
    fs,
    fs::Permissions,
    io,
    os::unix::fs::PermissionsExt,
    path::Path,
    sync::Arc,
};

use async_trait::async_trait;
use domain::{
    application::Catalogue,
    deployment::{Applications, LibraryPin},
    environment::{Offer, ProviderConfiguration},
    identifier::DeploymentId,
    migration::Migration,
    option::finding::Finding,
    outlook::Outlook,
    plan::{Allocated, Configuration, ConfiguredSite, Evaluated, Placement},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::json;
use tempfile::TempDir;
use tokio::task::spawn_blocking;
use uuid::Uuid;
use workflow::port::evaluator::{EvaluationError, Evaluator, Input, Sources};

use crate::{Nix, answers::Question, failure::Failure, library::files_of, store_path::StorePath};

/// What the library reads.
#[derive(Serialize)]
struct Values<'a> {
    deployment: Deployment,
    applications: &'a Applications,
    environment: Environment<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allocated: Option<&'a Allocated>,
}

/// Hosts are named after the deployment, and a name never changes: so it is made of what never does.
#[derive(Serialize)]
struct Deployment {
    id: DeploymentId,
    name: String,
}

#[derive(Serialize)]
struct Environment<'a> {
    kind: &'a str,
    #[serde(flatten)]
    configuration: &'a ProviderConfiguration,
}

/// What the library answers to `configuration`. The derivation is called `closure`, because a set with an `outPath`
/// becomes that path in JSON.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Configured {
    findings: Vec<Finding>,
    drv_path: Option<String>,
    closure: Option<String>,
    sites: BTreeMap<String, ConfiguredSite>,
    /// A library from before there were machines says nothing of them.
    #[serde(default)]
    machines: BTreeMap<String, String>,
    #[serde(flatten)]
    placement: Placement,
}

#[async_trait]
impl Evaluator for Nix {
    async fn pin(&self) -> Result<LibraryPin, EvaluationError> {
        Ok(self.pin_library().await?)
    }

    async fn catalogue(&self, pin: &LibraryPin) -> Result<Catalogue, EvaluationError> {
        Ok(parse(&self.ask(pin, Attribute::Catalogue, &[]).await?)?)
    }

    async fn environment(
        &self,
        pin: &LibraryPin,
        environment: &domain::environment::Environment,
    ) -> Result<Offer, EvaluationError> {
        let applications = Applications::new();
        let input = Input { deployment: DeploymentId(Uuid::nil()), applications: &applications, environment };
        Ok(parse(&self.ask(pin, Attribute::Environment, &values(&input, None)?).await?)?)
    }

    async fn migrated(
        &self,
        pin: &LibraryPin,
        applications: &Applications,
    ) -> Result<BTreeMap<String, Migration>, EvaluationError> {
        let values = json!({ "applications": applications }).to_string();
        Ok(parse(&self.ask(pin, Attribute::Migrated, values.as_bytes()).await?)?)
    }

    async fn outlooks(
        &self,
        pin: &LibraryPin,
        asked: &[(Input<'_>, &Allocated)],
    ) -> Result<Vec<Result<Outlook, EvaluationError>>, EvaluationError> {
        Ok(self.outlook(pin, asked).await?)
    }

    async fn requirements(&self, pin: &LibraryPin, input: &Input<'_>) -> Result<Evaluated, EvaluationError> {
        Ok(parse(&self.ask(pin, Attribute::Requirements, &values(input, None)?).await?)?)
    }

    async fn configuration(
        &self,
        pin: &LibraryPin,
        input: &Input<'_>,
        allocated: &Allocated,
    ) -> Result<(Configuration, Placement), EvaluationError> {
        let values = values(input, Some(allocated))?;
        let answer: Configured = parse(&self.ask(pin, Attribute::Configuration, &values).await?)?;
        if !answer.findings.is_empty() {
            return Err(EvaluationError::Refused(answer.findings));
        }
        let (Some(drv_path), Some(out_path)) = (answer.drv_path, answer.closure) else {
            return Err(Failure::answer("neither findings nor a closure").into());
        };
        Ok((Configuration { drv_path, out_path, sites: answer.sites, machines: answer.machines }, answer.placement))
    }

    async fn sources(
        &self,
        pin: &LibraryPin,
        input: &Input<'_>,
        allocated: &Allocated,
    ) -> Result<Sources, EvaluationError> {
        let path = StorePath::of(pin)?;
        let library = self.layout.physical(&path);
        let modules = spawn_blocking(move || read(&library)).await.map_err(io::Error::other);
        let modules = modules.and_then(|read| read).map_err(Failure::from)?;
        let nixpkgs = self.nixpkgs_source_of(&path).await.map_err(Failure::from)?;
        Ok(Sources { input: values(input, Some(allocated))?, modules, system: system(), nixpkgs })
    }
}

fn read(library: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut read = BTreeMap::new();
    for (file, place) in files_of(library)? {
        let place = place.to_str().ok_or_else(|| io::Error::other("a file of the library has no name in UTF-8"))?;
        read.insert(place.to_owned(), fs::read(file)?);
    }
    Ok(read)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribute {
    Catalogue,
    Environment,
    Migrated,
    Outlook,
    Outlooks,
    Requirements,
    Configuration,
}

impl Attribute {
    fn name(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Environment => "environment",
            Self::Migrated => "migrated",
            Self::Outlook => "outlook",
            Self::Outlooks => "outlooks",
            Self::Requirements => "requirements",
            Self::Configuration => "configuration",
        }
    }
}

impl Nix {
    /// The library's answer about these values, which are the bytes of a JSON file; none where they are empty.
    async fn ask(&self, pin: &LibraryPin, attribute: Attribute, values: &[u8]) -> Result<Arc<[u8]>, Failure> {
        let question = Question::new(&[pin.0.as_bytes(), attribute.name().as_bytes(), values]);
        if let Some(answer) = self.answers.get(question)
            && (attribute != Attribute::Configuration || self.has_derivation(&answer).await?)
        {
            return Ok(answer);
        }
        let answer: Arc<[u8]> = self.evaluate(pin, attribute, values).await?.into();
        self.answers.keep(question, Arc::clone(&answer));
        Ok(answer)
    }

    /// Whether the derivation of an earlier answer was not collected since.
    async fn has_derivation(&self, answer: &[u8]) -> Result<bool, Failure> {
        match parse::<Configured>(answer)?.drv_path {
            Some(path) => Ok(tokio::fs::try_exists(self.layout.physical(&StorePath::parse(&path)?)).await?),
            None => Ok(true),
        }
    }

    pub(crate) async fn evaluate(
        &self,
        pin: &LibraryPin,
        attribute: Attribute,
        values: &[u8],
    ) -> Result<Vec<u8>, Failure> {
        // Only a configuration writes to the store, and what does not open it for writing takes half the time.
        let _held = match attribute {
            Attribute::Configuration => Some(self.hold_store().await?),
            _ => None,
        };
        let _turn = self.evaluations.acquire().await.map_err(|error| Failure::Unavailable(error.into()))?;
        let path = StorePath::of(pin)?;
        let library = self.layout.physical(&path);
        let nixpkgs = self.nixpkgs_of(&path).await?.map(|path| self.layout.physical(&path));
        let input = if values.is_empty() { None } else { Some(self.write(values).await?) };
        let bounds = match &nixpkgs {
            Some(_) if attribute == Attribute::Configuration => self.config.limits.hosts(),
            _ => self.config.limits.evaluation(),
        };

        let mut command = self.confinement.command(&bounds);
        command.args(["eval", "--json", "--restrict-eval", "--option", "nix-path", ""]);
        if attribute != Attribute::Configuration {
            command.arg("--read-only");
        }
        // With a name in front, whatever characters the path has belong to it.
        command.arg("-I").arg(named("library", library.as_os_str()));
        command.arg("--file").arg(library.join("default.nix"));
        command.args(["--argstr", "system", &system()]);
        if let Some(nixpkgs) = &nixpkgs {
            command.arg("-I").arg(named("nixpkgs", nixpkgs.as_os_str()));
            command.args(["--argstr", "nixpkgs"]).arg(nixpkgs);
        }
        if let Some(input) = &input {
            command.arg("-I").arg(named("input", input.path().as_os_str()));
            command.args(["--argstr", "input"]).arg(input.path().join("input.json"));
        }
        command.arg(attribute.name());
        self.confinement.answer(command, &bounds).await
    }

    /// Puts values where only this user can read them, for as long as the directory is held.
    async fn write(&self, values: &[u8]) -> io::Result<TempDir> {
        let directory =
            tempfile::Builder::new().permissions(Permissions::from_mode(0o700)).tempdir_in(self.layout.inputs())?;
        tokio::fs::write(directory.path().join("input.json"), values).await?;
        Ok(directory)
    }
}

/// What is built is built here. Nix and Rust call processors by the same names.
fn system() -> String {
    format!("{}-linux", env::consts::ARCH)
}

pub(crate) fn named(name: &str, path: &OsStr) -> OsString {
    let mut element = OsString::from(name);
    element.push("=");
    element.push(path);
    element
}

pub(crate) fn values(input: &Input<'_>, allocated: Option<&Allocated>) -> Result<Vec<u8>, Failure> {
    let id = input.deployment;
    let environment = Environment { kind: &input.environment.kind, configuration: &input.environment.configuration };
    let deployment = Deployment { id, name: host_name(id) };
    serde_json::to_vec(&Values { deployment, applications: input.applications, environment, allocated })
        .map_err(|error| Failure::Unavailable(error.into()))
}

/// A label: `d` and the last twelve digits of the id, which are random.
fn host_name(id: DeploymentId) -> String {
    let digits = id.to_string();
    let (_, last) = digits.split_at(digits.len().saturating_sub(12));
    format!("d{last}")
}

pub(crate) fn parse<T: DeserializeOwned>(answer: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(answer).map_err(Failure::answer)
}
