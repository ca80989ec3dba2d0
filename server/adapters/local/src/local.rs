//! The provider: what the server does to the environment `local`.
//!
//! Start with [`Local`]; [`links`] changes what is served, [`adoption`] looks after the site process.

mod adoption;
mod links;
mod probe;
mod records;
mod room;

use std::{error::Error, io, net::SocketAddr};

use async_trait::async_trait;
use domain::{environment::ProviderConfiguration, identifier::DeploymentId, plan::Configuration};
use workflow::port::{
    builder::Build,
    provider::{Fence, Provider, ProviderError, SitePolicy},
};

use crate::{
    config::{LocalConfig, Places},
    site_process,
};

/// The environment `local`.
#[derive(Clone, Debug)]
pub struct Local {
    places: Places,
    config: LocalConfig,
    client: reqwest::Client,
}

impl Local {
    /// Touches nothing yet. Fails when a place can't be made out, or the machine lets us make no connections.
    pub fn new(places: Places, config: LocalConfig) -> Result<Self, ProviderError> {
        // The site process has a working directory of its own.
        let absolute = |path: &std::path::Path| std::path::absolute(path).map_err(sorted);
        let places = Places {
            directory: absolute(&places.directory)?,
            store: absolute(&places.store)?,
            program: absolute(&places.program)?,
        };
        Ok(Self { places, config, client: probe::client().map_err(unavailable)? })
    }

    /// Makes links again that no longer lead to what was activated, as after the state directory was renamed. To be
    /// called when the server starts; repeating it changes nothing.
    pub async fn reassert(&self) -> Result<(), ProviderError> {
        let places = self.places.clone();
        blocking(move || links::reassert(&places)).await
    }

    /// What the module of this environment has to know: where sites answer.
    pub fn configuration(&self) -> ProviderConfiguration {
        let SitePolicy { base, port } = self.sites();
        let settings = [("base".to_owned(), base.into()), ("port".to_owned(), port.into())];
        ProviderConfiguration { settings: settings.into_iter().collect(), ..ProviderConfiguration::default() }
    }

    /// Where visitors of this machine reach the site process.
    fn address(&self) -> SocketAddr {
        probe::reachable(self.config.listen)
    }
}

#[async_trait]
impl Provider for Local {
    fn carries(&self, kind: &str) -> bool {
        kind == "local"
    }

    fn sites(&self) -> SitePolicy {
        let port = self.config.listen.port();
        SitePolicy { base: self.config.base.clone(), port: (port != 80).then_some(port) }
    }

    async fn preflight(&self) -> Result<(), ProviderError> {
        let directory = self.places.directory.clone();
        blocking(move || {
            site_process::prepare(&directory).map_err(sorted)?;
            room::check(&directory)
        })
        .await?;
        adoption::ensure(&self.places, self.config.listen, &self.client).await.map_err(unavailable)
    }

    async fn active(&self, deployment: DeploymentId) -> Result<Option<String>, ProviderError> {
        let places = self.places.clone();
        blocking(move || links::active(&places, deployment)).await
    }

    async fn activate(&self, fence: Fence, configuration: &Configuration, build: &Build) -> Result<(), ProviderError> {
        let places = self.places.clone();
        let (sites, build) = (configuration.sites.clone(), build.clone());
        blocking(move || links::activate(&places, fence, &sites, &build)).await
    }

    async fn verify(&self, _deployment: DeploymentId, configuration: &Configuration) -> Result<(), ProviderError> {
        probe::verify(&self.client, self.address(), configuration).await
    }

    async fn deactivate(&self, fence: Fence) -> Result<(), ProviderError> {
        let places = self.places.clone();
        blocking(move || links::deactivate(&places, fence)).await
    }
}

/// Runs what waits for the disk in a thread that may.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ProviderError> + Send + 'static,
) -> Result<T, ProviderError> {
    tokio::task::spawn_blocking(work).await.map_err(unavailable)?
}

fn unavailable(error: impl Error + Send + Sync + 'static) -> ProviderError {
    ProviderError::Unavailable(Box::new(error))
}

/// Sorts what the disk says.
fn sorted(error: io::Error) -> ProviderError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ProviderError::NoRoom,
        _ => unavailable(error),
    }
}
