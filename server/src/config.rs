//! All that can be set: one TOML file, options of the command line before it, defaults behind it.
//!
//! **Invariant:** what is wrong with it is said before anything is touched, in one sentence that names the place.

mod base_url;
mod file;
mod overrides;
mod program;

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

use adapter_age::{AgeConfig, IdentityPlace};
use adapter_local::LocalConfig;
use adapter_nix::NixConfig;
use adapter_ssh::SshConfig;
pub use base_url::{BaseUrl, NotABaseUrl, is_local};
use domain::environment::ProviderConfiguration;
use file::File;
pub use overrides::Overrides;
use workflow::port::store::deployments::NewEnvironment;

/// The port, where none is set.
const PORT: u16 = 8080;

/// What the systemd credential with the identity is called.
const CREDENTIAL: &str = "fediversity.identity";

/// What one process works with.
#[derive(Clone, Debug)]
pub struct Config {
    pub listen: SocketAddr,
    pub base_url: BaseUrl,
    /// Whose forwarded headers are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// What the hosting provider is called.
    pub brand: String,
    pub stylesheet: Option<PathBuf>,
    pub state: PathBuf,
    pub assets: PathBuf,
    pub database: String,
    /// What each organisation may have.
    pub limits: workflow::limits::Limits,
    pub nix: NixConfig,
    pub local: LocalConfig,
    /// How machines are dealt with that are reached over SSH.
    pub ssh: SshConfig,
    /// What is offered beside the environment `local`.
    pub environments: Vec<NewEnvironment>,
    /// Where the identity is that secrets are sealed to, and who else they are sealed to.
    pub identity: IdentityPlace,
    pub secrets: AgeConfig,
}

/// What is wrong with the configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("the configuration file {} can't be read", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}, line {line}: {said}", path.display())]
    Wrong { path: PathBuf, line: usize, said: String },
    #[error(transparent)]
    BaseUrl(#[from] NotABaseUrl),
    #[error("the file with the database's address {} can't be read", path.display())]
    Database { path: PathBuf, source: io::Error },
    #[error("the database has an address (database.url) and a file with one (database.url_file): remove one of them")]
    TwoDatabases,
    #[error("the working directory is gone; change into another one")]
    NoDirectory(#[source] io::Error),
}

impl Config {
    /// Puts options, file and defaults together. Touches nothing.
    pub fn load(options: &Overrides) -> Result<Self, ConfigError> {
        let file = options.config.as_deref().map(File::read).transpose()?.unwrap_or_default();
        let (server, paths) = (file.server, file.paths);

        let mut listen = options.listen.or(server.listen).unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, PORT)));
        listen.set_ip(options.address.unwrap_or(listen.ip()));
        listen.set_port(options.port.unwrap_or(listen.port()));
        let base_url = match options.base_url.as_deref().or(server.base_url.as_deref()) {
            Some(text) => BaseUrl::parse(text)?,
            None => BaseUrl::local(listen.port()),
        };

        let state = absolute(options.state.clone().or(paths.state).unwrap_or_else(|| "state".into()))?;
        let shared = |name: &str| program::shared().join(name);
        let nix = NixConfig {
            nix: absolute(options.nix.clone().or(paths.nix).unwrap_or_else(|| program::find("nix")))?,
            busybox: program::physical(absolute(
                options.busybox.clone().or(paths.busybox).unwrap_or_else(|| program::find("busybox")),
            )?),
            nixpkgs: options.nixpkgs.clone().or(paths.nixpkgs).map(absolute).transpose()?,
            nixpkgs_source: paths.nixpkgs_source,
            library: absolute(options.library.clone().or(paths.library).unwrap_or_else(|| shared("nix")))?,
            modules: file.modules.directories,
            state: state.clone(),
            limits: file.nix,
        };

        Ok(Self {
            identity: identity(&file.secrets, &state)?,
            secrets: file.secrets,
            listen,
            base_url,
            trusted_proxies: server.trusted_proxies,
            brand: file.brand.name.unwrap_or_else(|| "Fediversity".into()),
            stylesheet: file.brand.stylesheet,
            assets: absolute(options.assets.clone().or(paths.assets).unwrap_or_else(|| shared("assets")))?,
            database: match file.database.url()? {
                Some(url) => url,
                None => sqlite(&state),
            },
            limits: file.organisation,
            state,
            nix,
            local: LocalConfig {
                listen: SocketAddr::new(file.local.listen.ip(), options.sites_port.unwrap_or(file.local.listen.port())),
                ..file.local
            },
            ssh: file.ssh,
            environments: file.environments.into_iter().map(offered).collect(),
        })
    }

    /// The port is known once it is taken: 0 stands for any that is free.
    pub fn listens_at(&mut self, address: SocketAddr) {
        self.listen = address;
        if !self.base_url.is_explicit() {
            self.base_url = BaseUrl::local(address.port());
        }
    }

    /// Where the environment `local` keeps what it works with.
    pub fn local_directory(&self) -> PathBuf {
        self.state.join("local")
    }
}

fn offered(written: file::Environment) -> NewEnvironment {
    let file::Environment { kind, name, settings, policies, layout } = written;
    NewEnvironment {
        kind,
        name,
        configuration: ProviderConfiguration { settings, policies, layout },
        secrets: Vec::new(),
    }
}

fn absolute(path: PathBuf) -> Result<PathBuf, ConfigError> {
    std::path::absolute(path).map_err(ConfigError::NoDirectory)
}

/// Where the identity is: where the configuration says, or what systemd hands over, or beside the state directory, so that
/// a copy of the state alone opens no secret.
fn identity(config: &AgeConfig, state: &Path) -> Result<IdentityPlace, ConfigError> {
    if let Some(path) = &config.identity {
        return Ok(IdentityPlace::File(absolute(path.clone())?));
    }
    if let Some(path) = program::credential(CREDENTIAL) {
        return Ok(IdentityPlace::Credential(path));
    }
    // Without a slash at the end, after which it would not be beside.
    let mut beside = state.components().collect::<PathBuf>().into_os_string();
    beside.push(".identity");
    Ok(IdentityPlace::File(PathBuf::from(beside).join("key.txt")))
}

/// The address of the records in the state directory; what has a meaning in addresses is written as its number.
fn sqlite(state: &Path) -> String {
    let path = state.join("records.sqlite");
    let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("sqlite://{escaped}?mode=rwc")
}
