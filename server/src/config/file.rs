//! The configuration file as it is written.

use std::{
    fs,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use adapter_age::AgeConfig;
use adapter_local::LocalConfig;
use adapter_nix::{FlakeAddress, Limits, OutsideModules};
use adapter_ssh::SshConfig;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::ConfigError;
use crate::environment_secrets;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    pub(super) server: Server,
    pub(super) brand: Brand,
    pub(super) paths: Paths,
    pub(super) database: Database,
    pub(super) modules: Modules,
    /// What each may have.
    pub(super) organisation: workflow::limits::Limits,
    pub(super) nix: Limits,
    pub(super) local: LocalConfig,
    pub(super) secrets: AgeConfig,
    pub(super) ssh: SshConfig,
    pub(super) environments: Vec<Environment>,
}

/// An environment that is offered beside the embedded one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Environment {
    pub(super) kind: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) settings: Map<String, Value>,
    #[serde(default)]
    pub(super) policies: Map<String, Value>,
    #[serde(default)]
    pub(super) layout: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Server {
    pub(super) listen: Option<SocketAddr>,
    pub(super) base_url: Option<String>,
    pub(super) trusted_proxies: Vec<IpAddr>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Brand {
    pub(super) name: Option<String>,
    pub(super) stylesheet: Option<PathBuf>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Paths {
    pub(super) state: Option<PathBuf>,
    pub(super) assets: Option<PathBuf>,
    pub(super) library: Option<PathBuf>,
    pub(super) nixpkgs: Option<PathBuf>,
    pub(super) nixpkgs_source: Option<FlakeAddress>,
    pub(super) nix: Option<PathBuf>,
    pub(super) busybox: Option<PathBuf>,
}

/// Application modules of others.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Modules {
    pub(super) directories: Vec<OutsideModules>,
}

/// An address with a password stands in a file of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Database {
    url: Option<String>,
    url_file: Option<PathBuf>,
}

impl File {
    pub(super) fn read(path: &Path) -> Result<Self, ConfigError> {
        let unreadable = |source| ConfigError::Unreadable { path: path.to_owned(), source };
        let text = fs::read_to_string(path).map_err(unreadable)?;
        let mut file: Self = toml::from_str(&text).map_err(|error| ConfigError::Wrong {
            path: path.to_owned(),
            line: error.span().map_or(1, |span| line(&text, span.start)),
            said: error.message().replace('\n', " "),
        })?;
        file.resolve(std::path::absolute(path).map_err(unreadable)?.parent().unwrap_or(Path::new("/")));
        Ok(file)
    }

    /// Paths in the file are seen from where the file is.
    fn resolve(&mut self, directory: &Path) {
        let paths = &mut self.paths;
        let named = [
            &mut paths.state,
            &mut paths.assets,
            &mut paths.library,
            &mut paths.nixpkgs,
            &mut paths.nix,
            &mut paths.busybox,
            &mut self.brand.stylesheet,
            &mut self.database.url_file,
            &mut self.secrets.identity,
        ];
        let outside = self.modules.directories.iter_mut().map(|outside| &mut outside.path);
        for environment in &mut self.environments {
            environment_secrets::resolve(&mut environment.settings, directory);
        }
        for path in named.into_iter().flatten().chain(outside) {
            *path = directory.join(&path);
        }
    }
}

impl Database {
    pub(super) fn url(&self) -> Result<Option<String>, ConfigError> {
        match (&self.url, &self.url_file) {
            (Some(_), Some(_)) => Err(ConfigError::TwoDatabases),
            (None, Some(path)) => {
                let unreadable = |source| ConfigError::Database { path: path.clone(), source };
                Ok(Some(fs::read_to_string(path).map_err(unreadable)?.trim().to_owned()))
            }
            (url, None) => Ok(url.clone()),
        }
    }
}

fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_file_is_one() {
        let page = include_str!("../../../docs/hosting-providers.md");
        let (_, rest) = page.split_once("```toml\n").expect("an example");
        let (example, _) = rest.split_once("```").expect("its end");

        let file: File = toml::from_str(example).expect("what the page says");

        assert!(file.server.listen.is_some() && file.server.base_url.is_some());
        let named = (file.nix, file.local, file.organisation, file.ssh);
        let organisation = workflow::limits::Limits::default();
        let defaults = (Limits::default(), LocalConfig::default(), organisation, SshConfig::default());
        assert_eq!(named, defaults, "the defaults that it names");
    }
}
