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
use domain::{
    environment::{Environment, ProviderConfiguration},
    identifier::DeploymentId,
    plan::{Configuration, PlacedCheck},
};
use tokio::sync::mpsc;
use workflow::port::{
    builder::{Build, Progress},
    provider::{Credentials, Examined, Fence, Provider, ProviderError, SecretFile, SitePolicy, Target},
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
        let SitePolicy { base, port, .. } = self.policy();
        let settings = [("base".to_owned(), base.into()), ("port".to_owned(), port.into())];
        ProviderConfiguration { settings: settings.into_iter().collect(), ..ProviderConfiguration::default() }
    }

    /// Where visitors of this machine reach the site process.
    fn address(&self) -> SocketAddr {
        probe::reachable(self.config.listen)
    }
}

/// What there is to do, whatever environment asks for it: there is one such environment on a machine.
impl Local {
    /// Where sites answer.
    pub fn policy(&self) -> SitePolicy {
        let port = self.config.listen.port();
        SitePolicy { https: false, base: self.config.base.clone(), port: (port != 80).then_some(port) }
    }

    /// As [`Provider::preflight`].
    pub async fn preflight(&self) -> Result<(), ProviderError> {
        let directory = self.places.directory.clone();
        blocking(move || {
            site_process::prepare(&directory).map_err(sorted)?;
            room::check(&directory)
        })
        .await?;
        adoption::ensure(&self.places, self.config.listen, &self.client).await.map_err(unavailable)
    }

    /// As [`Provider::active`].
    pub async fn active(&self, deployment: DeploymentId) -> Result<Option<String>, ProviderError> {
        let places = self.places.clone();
        blocking(move || links::active(&places, deployment)).await
    }

    /// As [`Provider::activate`].
    pub async fn activate(
        &self,
        fence: Fence,
        configuration: &Configuration,
        build: &Build,
    ) -> Result<(), ProviderError> {
        let places = self.places.clone();
        let (sites, build) = (configuration.sites.clone(), build.clone());
        blocking(move || links::activate(&places, fence, &sites, &build)).await
    }

    /// As [`Provider::verify`].
    pub async fn verify(&self, configuration: &Configuration) -> Result<(), ProviderError> {
        probe::verify(&self.client, self.address(), configuration).await
    }

    /// As [`Provider::deactivate`].
    pub async fn deactivate(&self, fence: Fence) -> Result<(), ProviderError> {
        let places = self.places.clone();
        blocking(move || links::deactivate(&places, fence)).await
    }
}

#[async_trait]
impl Provider for Local {
    fn carries(&self, kind: &str) -> bool {
        kind == "local"
    }

    fn sites(&self, _: &Environment) -> SitePolicy {
        self.policy()
    }

    async fn examine(&self, environment: &Environment, _: &Credentials) -> Vec<Examined> {
        let (subject, question) = (environment.name.clone(), "Sites".to_owned());
        match self.preflight().await {
            Ok(()) => vec![Examined { subject, question, answer: "they are served".to_owned(), is_good: true }],
            Err(error) => vec![Examined::bad(&subject, &question, &error)],
        }
    }

    async fn preflight(&self, _: &Target<'_>) -> Result<(), ProviderError> {
        self.preflight().await
    }

    async fn active(&self, target: &Target<'_>) -> Result<Option<String>, ProviderError> {
        self.active(target.deployment).await
    }

    /// What was built here is here.
    async fn copy(
        &self,
        _: &Target<'_>,
        _: Fence,
        _: &Configuration,
        _: &Build,
        _: mpsc::Sender<Progress>,
    ) -> Result<(), ProviderError> {
        Ok(())
    }

    /// Static sites need none.
    async fn deliver(
        &self,
        _: &Target<'_>,
        _: Fence,
        _: &Configuration,
        _: &[SecretFile],
    ) -> Result<(), ProviderError> {
        Ok(())
    }

    async fn activate(
        &self,
        _: &Target<'_>,
        fence: Fence,
        configuration: &Configuration,
        build: &Build,
        _: mpsc::Sender<Progress>,
    ) -> Result<(), ProviderError> {
        self.activate(fence, configuration, build).await
    }

    async fn verify(
        &self,
        _: &Target<'_>,
        configuration: &Configuration,
        _: &[PlacedCheck<'_>],
    ) -> Result<(), ProviderError> {
        self.verify(configuration).await
    }

    async fn deactivate(&self, _: &Target<'_>, fence: Fence) -> Result<(), ProviderError> {
        self.deactivate(fence).await
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
