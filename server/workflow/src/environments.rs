//! Environments, for whoever looks after them.

use std::collections::BTreeMap;

use domain::environment::Environment;

use crate::{
    Ports,
    error::WorkflowError,
    port::provider::{Credentials, Examined},
};

/// The secrets among an environment's settings, opened.
pub(crate) async fn credentials(ports: &Ports, environment: &Environment) -> Result<Credentials, WorkflowError> {
    let mut texts = BTreeMap::new();
    for kept in ports.store.environment_secrets(&environment.kind, &environment.name).await? {
        texts.insert(kept.setting, ports.sealer.open(&kept.sealed)?);
    }
    Ok(Credentials(texts))
}

/// Looks step by step whether an environment can be deployed to, and changes nothing.
pub async fn examine(ports: &Ports, environment: &Environment) -> Result<Vec<Examined>, WorkflowError> {
    let Some(provider) = ports.providers.of(&environment.kind) else {
        return Err(WorkflowError::NotCarried(environment.kind.clone()));
    };
    Ok(provider.examine(environment, &credentials(ports, environment).await?).await)
}
