//! An environment in which sites are live when they were activated.

use std::{collections::HashMap, sync::Mutex};

use async_trait::async_trait;
use domain::{
    environment::Environment,
    identifier::DeploymentId,
    plan::{Configuration, PlacedCheck},
};
use tokio::sync::mpsc;

use super::locked;
use crate::port::{
    builder::{Build, Progress},
    provider::{Credentials, Examined, Fence, Provider, ProviderError, SecretFile, SitePolicy, Target},
};

#[derive(Debug, Default)]
pub struct MemorySites {
    seen: Mutex<HashMap<DeploymentId, Seen>>,
    faults: Mutex<Vec<Call>>,
}

/// A call that can be made to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    Activate,
    Verify,
    Deactivate,
}

#[derive(Debug, Default)]
struct Seen {
    fence: i64,
    active: Option<String>,
}

impl MemorySites {
    /// Makes the next of each of these calls fail as if the environment were out of reach.
    pub fn fail_next(&self, calls: &[Call]) {
        locked(&self.faults).extend_from_slice(calls);
    }

    /// As after a disaster: what was active is gone, and nobody was told.
    pub fn lose(&self, deployment: DeploymentId) {
        locked(&self.seen).remove(&deployment);
    }

    /// What was activated and not deactivated since.
    pub fn active_now(&self, deployment: DeploymentId) -> Option<String> {
        locked(&self.seen).get(&deployment).and_then(|seen| seen.active.clone())
    }

    fn may(&self, call: Call) -> Result<(), ProviderError> {
        let mut faults = locked(&self.faults);
        match faults.iter().position(|fault| *fault == call) {
            None => Ok(()),
            Some(place) => {
                faults.remove(place);
                Err(ProviderError::Unavailable("made to fail".into()))
            }
        }
    }

    fn change(&self, fence: Fence, active: Option<String>) -> Result<(), ProviderError> {
        let mut seen = locked(&self.seen);
        let seen = seen.entry(fence.deployment).or_default();
        if fence.number < seen.fence {
            return Err(ProviderError::Fenced);
        }
        *seen = Seen { fence: fence.number, active };
        Ok(())
    }
}

#[async_trait]
impl Provider for MemorySites {
    fn carries(&self, kind: &str) -> bool {
        kind == "local"
    }

    fn sites(&self, _: &Environment) -> SitePolicy {
        SitePolicy { https: false, base: "localhost".into(), port: Some(8090) }
    }

    async fn examine(&self, _: &Environment, _: &Credentials) -> Vec<Examined> {
        Vec::new()
    }

    async fn preflight(&self, _: &Target<'_>) -> Result<(), ProviderError> {
        Ok(())
    }

    async fn active(&self, target: &Target<'_>) -> Result<Option<String>, ProviderError> {
        Ok(self.active_now(target.deployment))
    }

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
        _: &Configuration,
        build: &Build,
        _: mpsc::Sender<Progress>,
    ) -> Result<(), ProviderError> {
        self.may(Call::Activate)?;
        self.change(fence, Some(build.out_path.clone()))
    }

    async fn verify(
        &self,
        target: &Target<'_>,
        configuration: &Configuration,
        _: &[PlacedCheck<'_>],
    ) -> Result<(), ProviderError> {
        self.may(Call::Verify)?;
        if self.active_now(target.deployment).as_ref() == Some(&configuration.out_path) {
            return Ok(());
        }
        let address = configuration.sites.values().next().map(|site| site.host.clone()).unwrap_or_default();
        Err(ProviderError::NotAnswering { address })
    }

    async fn deactivate(&self, _: &Target<'_>, fence: Fence) -> Result<(), ProviderError> {
        self.may(Call::Deactivate)?;
        self.change(fence, None)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use uuid::Uuid;

    use super::*;
    use crate::testing::provider::{self, Built, Tested};

    fn built(name: &str) -> Built {
        let out_path = format!("/nix/store/{name}");
        let build = Build { out_path: out_path.clone(), directory: PathBuf::from(&out_path) };
        (Configuration { out_path, ..Configuration::default() }, build)
    }

    #[tokio::test]
    async fn it_keeps_the_promises_of_a_provider() {
        let (a, b) = (built("a"), built("b"));
        let one = || (MemorySites::default(), DeploymentId(Uuid::from_u128(1)));

        let (sites, deployment) = one();
        provider::activating_another_replaces_the_first(&Tested::here(&sites), deployment, &a, &b).await;
        let (sites, deployment) = one();
        provider::an_older_fence_is_refused_after_a_removal(&Tested::here(&sites), deployment, &a).await;
        let (sites, deployment) = one();
        provider::deactivating_twice_changes_nothing(&Tested::here(&sites), deployment, &a).await;
        let (sites, deployment) = one();
        let other = (DeploymentId(Uuid::from_u128(2)), &b);
        provider::deployments_leave_each_other_alone(&Tested::here(&sites), (deployment, &a), other).await;
    }
}
