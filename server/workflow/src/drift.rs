//! Drift: what is really active in environments, against what was deployed. Store paths are compared, so what is the same is
//! exactly the same.

use std::{collections::BTreeSet, time::Duration};

use domain::identifier::DeploymentId;
use futures::{StreamExt as _, stream};
use tokio::time::timeout;

use crate::{
    Ports,
    environments::credentials,
    error::{WorkflowError, explained},
    port::{provider::Target, store::deployments::LiveDeployment},
};

/// How many deployments are looked at side by side.
const AT_ONCE: usize = 16;
/// What does not answer keeps nobody else waiting for longer.
const LIMIT: Duration = Duration::from_secs(30);

/// What was found of one deployment that is live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The organisation's name in addresses.
    pub organisation: String,
    pub deployment: DeploymentId,
    pub title: String,
    pub environment: String,
    /// The closure that was deployed.
    pub deployed: String,
    pub now: Now,
}

/// What is active of a deployment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Now {
    AsDeployed,
    Another(String),
    /// Nothing, or not everywhere the same.
    NotWhole,
    /// Its environment did not say; why.
    Unknown(String),
}

/// Looks at everything that is live, of all organisations. Changes nothing.
pub async fn drift(ports: &Ports) -> Result<Vec<Found>, WorkflowError> {
    let live = ports.store.live_deployments().await?;
    let looks = live.into_iter().map(|live| async move {
        let now = timeout(LIMIT, look(ports, &live)).await;
        let now = now.unwrap_or_else(|_| Now::Unknown(format!("no answer within {} s", LIMIT.as_secs())));
        Found {
            organisation: live.organisation,
            deployment: live.deployment.id,
            title: live.deployment.title,
            environment: live.deployment.environment.name,
            deployed: live.revision.plan.configuration.out_path,
            now,
        }
    });
    Ok(stream::iter(looks).buffered(AT_ONCE).collect().await)
}

async fn look(ports: &Ports, live: &LiveDeployment) -> Now {
    match active(ports, live).await {
        Err(said) => Now::Unknown(said),
        Ok(None) => Now::NotWhole,
        Ok(Some(path)) if path == live.revision.plan.configuration.out_path => Now::AsDeployed,
        Ok(Some(path)) => Now::Another(path),
    }
}

async fn active(ports: &Ports, live: &LiveDeployment) -> Result<Option<String>, String> {
    let environment = &live.deployment.environment;
    let provider = ports.providers.of(&environment.kind).ok_or("nothing here reaches such environments")?;
    let credentials = credentials(ports, environment).await.map_err(|error| explained(&error))?;
    let machines: BTreeSet<String> = live.revision.plan.configuration.machines.values().cloned().collect();
    let target = Target { deployment: live.deployment.id, environment, credentials: &credentials, machines: &machines };
    provider.active(&target).await.map_err(|error| explained(&error))
}
