//! Secrets of deployments: sealed as soon as they are typed or made, and from then on known by name and edition only.
//!
//! **Invariant:** no text of a secret is among options, plans, findings or lines; what was generated is never generated again.

mod files;
mod generation;
mod provision;
mod source;

use domain::{
    deployment::{Applications, Deployment, LibraryPin},
    option::{
        fields::Fields,
        finding::{Code, Finding, Path},
        secrets::{Editions, Typed, refer, references},
    },
    secret::{Generator, Secret, SecretEdition, SecretName},
};
use serde_json::Value;

pub use self::generation::GenerationError;
pub(crate) use self::{files::files, provision::provide};
use crate::{
    Ports,
    error::WorkflowError,
    port::{sealer::SealerError, store::secrets::NewSecret},
};

/// What is sealed to prove that an identity is the one of the records.
const PROOF: &str = "the secrets of these records are sealed to this identity";

/// Makes sure that what was and will be sealed is sealed to one identity, whoever seals: several workers share records.
pub async fn prove(ports: &Ports) -> Result<(), WorkflowError> {
    let proof = match ports.store.proof().await? {
        Some(kept) => kept,
        None => {
            let ours = ports.sealer.seal(&Secret::new(PROOF.to_owned()))?;
            ports.store.keep_proof(&ours, ports.clock.now()).await?
        }
    };
    if ports.sealer.open(&proof)?.reveal() == PROOF { Ok(()) } else { Err(SealerError::OtherIdentity.into()) }
}

/// A secret of the server itself; none where it was never made.
pub async fn of_server(ports: &Ports, name: &str) -> Result<Option<Secret>, WorkflowError> {
    let kept = ports.store.server_secret(name).await?;
    kept.map(|sealed| Ok(ports.sealer.open(&sealed)?)).transpose()
}

/// Keeps a secret of the server itself. Another server that shares the records may have been first: then it is that one's.
pub async fn keep_of_server(ports: &Ports, name: &str, new: &Secret) -> Result<Secret, WorkflowError> {
    let sealed = ports.sealer.seal(new)?;
    let kept = ports.store.keep_server_secret(name, &sealed, ports.clock.now()).await?;
    Ok(ports.sealer.open(&kept)?)
}

/// Seals what was typed, and has the fields refer to it. What can't be kept changes nothing, and comes back as findings.
pub(crate) async fn seal_typed(
    ports: &Ports,
    deployment: &Deployment,
    typed: Vec<Typed>,
    fields: &mut Fields,
) -> Result<(Vec<NewSecret>, Vec<Finding>), WorkflowError> {
    if typed.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let kept = ports.store.secrets(deployment.organisation, deployment.id).await?;
    let mut editions = Editions::new(kept.into_iter().map(|kept| (kept.secret.name, kept.secret.edition)));
    let (mut given, mut refused) = (Vec::new(), Vec::new());
    for typed in typed {
        if let Some(finding) = typed.finding() {
            refused.push(finding);
            continue;
        }
        let name = SecretName::of_option(&typed.path);
        let edition = editions.next(&name);
        refer(&typed.path, edition, fields);
        let secret = SecretEdition { name, edition, generator: Generator::Given };
        given.push(NewSecret { secret, sealed: ports.sealer.seal(&typed.secret)?, public_half: None });
    }
    Ok((given, refused))
}

/// The secrets that options refer to, each with its place.
pub(crate) async fn referred(
    ports: &Ports,
    pin: &LibraryPin,
    applications: &Applications,
) -> Result<Vec<(Path, SecretEdition)>, WorkflowError> {
    let catalogue = ports.evaluator.catalogue(pin).await?;
    let mut found = Vec::new();
    for (name, configured) in applications {
        let Some(module) = catalogue.application(&configured.module) else { continue };
        let at = Path::default().key(name);
        found.extend(references(&module.options.group, &at, &configured.options).into_iter().map(|(path, edition)| {
            let name = SecretName::of_option(&path);
            (path, SecretEdition { name, edition, generator: Generator::Given })
        }));
    }
    Ok(found)
}

/// The references that lead nowhere: there never was such an edition, or it was forgotten.
pub(crate) async fn missing(
    ports: &Ports,
    deployment: &Deployment,
    pin: &LibraryPin,
    applications: &Applications,
) -> Result<Vec<Finding>, WorkflowError> {
    let referred = referred(ports, pin, applications).await?;
    if referred.is_empty() {
        return Ok(Vec::new());
    }
    let kept = ports.store.secrets(deployment.organisation, deployment.id).await?;
    let is_kept = |secret: &SecretEdition| kept.iter().any(|kept| kept.secret == *secret && !kept.forgotten);
    let gone = referred.into_iter().filter(|(_, secret)| !is_kept(secret));
    Ok(gone.map(|(path, _)| Finding::new(&path, Code::Missing, &Value::Null)).collect())
}
