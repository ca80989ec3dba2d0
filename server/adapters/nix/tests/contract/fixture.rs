//! Nix with a fresh state directory, and what tests ask it.

use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use adapter_nix::{Limits, Nix, NixConfig};
use domain::{
    deployment::{Applications, ConfiguredApplication},
    environment::{Environment, ProviderConfiguration},
    identifier::{DeploymentId, EnvironmentId, RevisionId},
    plan::{Allocated, Configuration},
};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::mpsc;
use uuid::Uuid;
use workflow::port::{
    builder::{Build, BuildError, Builder, Progress, Root},
    evaluator::{EvaluationError, Evaluator, Input},
};

/// The project's library.
pub(crate) fn library() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../nix").canonicalize().expect("nix/ of the project")
}

/// Copies a file, or a directory with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::copy(from, to).expect("a file");
        return;
    }
    fs::create_dir(to).expect("a directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// Nix where the project's set-up puts it, if there is none on the path.
pub(crate) fn nix() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cache")))
        .unwrap_or_default();
    env::var_os("FEDIVERSITY_NIX")
        .map(PathBuf::from)
        .or_else(|| on_path("nix"))
        .or_else(|| Some(cache.join("fediversity/nix/bin/nix")).filter(|nix| nix.exists()))
        .expect("a Nix: on the path, set up by the project, or named by FEDIVERSITY_NIX")
}

pub(crate) fn busybox() -> PathBuf {
    env::var_os("FEDIVERSITY_BUSYBOX").map(PathBuf::from).or_else(|| on_path("busybox")).expect("a static busybox")
}

fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|directory| directory.join(program)).find(|found| found.is_file())
}

pub(crate) fn config(library: &Path, state: &Path) -> NixConfig {
    // Generous, because tests share the machine; what is about limits sets its own.
    let limits = Limits { evaluation_seconds: 120, evaluation_cpu_seconds: 60, ..Limits::default() };
    NixConfig {
        nix: nix(),
        busybox: busybox(),
        library: library.into(),
        modules: Vec::new(),
        nixpkgs: None,
        nixpkgs_source: None,
        state: state.into(),
        limits,
    }
}

/// A directory that is removed with whatever stores are in it.
pub(crate) struct Directory(TempDir);

impl Directory {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().expect("a directory"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

/// Directories in a store can't be written to, and only root can remove them nevertheless.
impl Drop for Directory {
    fn drop(&mut self) {
        let _ = writable(self.path());
    }
}

fn writable(directory: &Path) -> std::io::Result<()> {
    fs::set_permissions(directory, fs::Permissions::from_mode(0o700))?;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            writable(&entry.path())?;
        }
    }
    Ok(())
}

/// Nix with a directory of its own for one test.
pub(crate) struct Fixture {
    pub(crate) nix: Nix,
    directory: Directory,
}

impl Fixture {
    pub(crate) fn new() -> Self {
        let directory = Directory::new();
        Self { nix: Nix::new(config(&library(), &directory.path().join("state"))).expect("Nix"), directory }
    }

    /// With a library whose `default.nix` is this expression.
    pub(crate) fn with(expression: &str, limits: Limits) -> Self {
        let directory = Directory::new();
        let library = directory.path().join("library");
        fs::create_dir(&library).expect("the library's directory");
        fs::write(library.join("default.nix"), expression).expect("the library");
        let config = NixConfig { limits, ..config(&library, &directory.path().join("state")) };
        Self { nix: Nix::new(config).expect("Nix"), directory }
    }

    /// With a library whose one derivation has this builder script.
    pub(crate) fn building(script: &str, limits: Limits) -> Self {
        Self::with(&builder(script), limits)
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.directory.path().join("state")
    }

    pub(crate) fn library(&self) -> PathBuf {
        self.directory.path().join("library")
    }

    pub(crate) async fn configure(&self, options: Value) -> Result<Configuration, EvaluationError> {
        configure(&self.nix, options).await
    }

    pub(crate) async fn build(&self, configuration: &Configuration, root: &Root) -> Result<Build, BuildError> {
        self.nix.build(configuration, root, nobody()).await
    }

    /// Builds, and gives everything that was told meanwhile.
    pub(crate) async fn told(&self, configuration: &Configuration) -> (Result<Build, BuildError>, Vec<Progress>) {
        let (sender, mut receiver) = mpsc::channel(1);
        let root = root();
        let listening = async {
            let mut told = Vec::new();
            while let Some(progress) = receiver.recv().await {
                told.push(progress);
            }
            told
        };
        tokio::join!(self.nix.build(configuration, &root, sender), listening)
    }

    pub(crate) fn in_store(&self, path: &str) -> bool {
        self.state().join("nix").join(path.trim_start_matches('/')).exists()
    }
}

/// A library whose configuration is one derivation with this script.
/// Collects as soon as nothing uses the store. What another test starts has our files open for the moment before it
/// becomes another program, and so our lock as well.
pub(crate) async fn collect(nix: &Nix) {
    let collected = async { while !nix.collect().await.expect("a collection") {} };
    tokio::time::timeout(std::time::Duration::from_secs(30), collected).await.expect("nothing uses the store");
}

pub(crate) fn builder(script: &str) -> String {
    let script = script.replace("''", "'''").replace("${", "''${");
    format!(
        r#"{{ input ? null, system ? "x86_64-linux" }}:
        let
          closure = derivation {{
            name = "test";
            inherit system;
            builder = "/bin/sh";
            PATH = "/usr/bin:/bin";
            args = [ "-c" ''{script}'' ];
          }};
        in
        {{
          catalogue = {{ applications = [ ]; environments = [ ]; }};
          configuration = {{ findings = [ ]; inherit (closure) drvPath; inherit closure; sites = {{ }}; }};
        }}"#
    )
}

pub(crate) fn environment() -> Environment {
    let settings = [("port".to_owned(), 8090.into())].into_iter().collect();
    let configuration = ProviderConfiguration { settings, ..ProviderConfiguration::default() };
    Environment { id: EnvironmentId(Uuid::nil()), kind: "local".into(), name: "Here".into(), configuration }
}

pub(crate) fn applications(options: Value) -> Applications {
    Applications::from([(
        "homepage".into(),
        ConfiguredApplication { module: "homepage".into(), version: None, options },
    )])
}

pub(crate) fn town() -> Value {
    json!({ "name": "town", "title": "Our town" })
}

pub(crate) async fn configure(nix: &Nix, options: Value) -> Result<Configuration, EvaluationError> {
    let pin = nix.pin().await?;
    let (applications, environment) = (applications(options), environment());
    let input = Input { deployment: DeploymentId(Uuid::nil()), applications: &applications, environment: &environment };
    Ok(nix.configuration(&pin, &input, &Allocated::new()).await?.0)
}

pub(crate) fn root() -> Root {
    Root { deployment: DeploymentId(Uuid::now_v7()), revision: RevisionId(Uuid::now_v7()) }
}

/// For builds whose progress nobody follows.
pub(crate) fn nobody() -> mpsc::Sender<Progress> {
    let (sender, receiver) = mpsc::channel(1);
    drop(receiver);
    sender
}
