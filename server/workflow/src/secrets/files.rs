//! The files that hosts get: each with the text that its plan names.

use domain::{
    deployment::Deployment,
    plan::Plan,
    secret::{Secret, SecretName},
};
use serde::Deserialize;
use serde_json::Value;

use super::source::{Kind, Source};
use crate::{
    Ports,
    error::WorkflowError,
    port::{evaluator::EvaluationError, provider::SecretFile},
};

/// A secret file as the Nix library tells it (`nix/nixos/secrets.nix`).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    host: String,
    path: String,
    public_path: Option<String>,
    source: Source,
}

/// What is sealed of a file, opened.
struct Text {
    edition: String,
    secret: Secret,
    public_half: Option<String>,
}

/// Every file of a plan, with the halves of pairs that everybody may know.
pub(crate) async fn files(
    ports: &Ports,
    deployment: &Deployment,
    plan: &Plan,
) -> Result<Vec<SecretFile>, WorkflowError> {
    let mut files = Vec::new();
    for value in &plan.placement.secrets {
        let told = read(value)?;
        let text = text(ports, deployment, &told.source).await?;
        let file = |path: String, public: bool, content: Secret| SecretFile {
            host: told.host.clone(),
            path,
            public,
            edition: text.edition.clone(),
            content,
        };
        files.push(file(told.path.clone(), false, text.secret.clone()));
        if let (Some(path), Some(half)) = (&told.public_path, &text.public_half) {
            files.push(file(path.clone(), true, Secret::new(half.clone())));
        }
    }
    Ok(files)
}

fn read(value: &Value) -> Result<Told, WorkflowError> {
    Told::deserialize(value).map_err(|error| broken(&error.to_string()))
}

fn broken(said: &str) -> WorkflowError {
    EvaluationError::Broken(format!("a secret file is told wrongly: {said}")).into()
}

async fn text(ports: &Ports, deployment: &Deployment, source: &Source) -> Result<Text, WorkflowError> {
    let given = || source.edition.ok_or_else(|| broken("it is given, and has no edition"));
    let (name, edition) = match (source.kind, source.of.as_slice()) {
        (Kind::Made, [application, requirement]) => (SecretName::of_requirement(application, requirement), 1),
        (Kind::Host, [host, secret]) => (SecretName::of_host(host, secret), 1),
        (Kind::Option, of) => (SecretName(of.join(".")), given()?),
        (Kind::Setting, of) => return setting(ports, deployment, &of.join("."), given()?).await,
        _ => return Err(broken("it names no requirement and no host")),
    };
    let kept = ports.store.sealed(deployment.organisation, deployment.id, &name, edition).await?;
    Ok(Text {
        edition: format!("{name} {edition}"),
        secret: ports.sealer.open(&kept.sealed)?,
        public_half: kept.public_half,
    })
}

/// Of the hosting provider.
async fn setting(ports: &Ports, deployment: &Deployment, setting: &str, edition: i64) -> Result<Text, WorkflowError> {
    let sealed = ports.store.environment_secret(deployment.environment.id, setting, edition).await?;
    Ok(Text { edition: format!("{setting} {edition}"), secret: ports.sealer.open(&sealed)?, public_half: None })
}
