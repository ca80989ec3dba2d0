//! Making what hosts need and nobody gives, when it is planned.

use std::collections::BTreeMap;

use domain::{
    deployment::Deployment,
    option::finding::{Code, Finding, Path},
    secret::{Generator, SecretEdition, SecretName},
};
use serde::Deserialize;
use serde_json::Value;

use super::{
    generation::generate,
    source::{Kind, Source},
};
use crate::{
    Ports,
    error::WorkflowError,
    port::{
        evaluator::EvaluationError,
        store::{By, secrets::NewSecret},
    },
};

/// Makes sure that everything is there that is made for the secret files of a plan, and names all of it. What is there
/// already stays as it is, for ever.
pub(crate) async fn provide(
    ports: &Ports,
    deployment: &Deployment,
    files: &[Value],
    by: By,
) -> Result<Vec<SecretEdition>, WorkflowError> {
    let wanted = wanted(files)?;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let kept = ports.store.secrets(deployment.organisation, deployment.id).await?;
    let kept: BTreeMap<&SecretName, Generator> =
        kept.iter().map(|kept| (&kept.secret.name, kept.secret.generator)).collect();
    let (mut generated, mut named) = (Vec::new(), Vec::new());
    for (name, (generator, at)) in wanted {
        match kept.get(&name) {
            // Another form would be another secret, and what is encrypted with this one would be lost.
            Some(kept) if *kept != generator => return Err(fault(&at)),
            Some(_) => named.push(SecretEdition { name, edition: 1, generator }),
            None => {
                let made = generate(generator).await?;
                let secret = SecretEdition { name, edition: 1, generator };
                let sealed = ports.sealer.seal(&made.secret)?;
                generated.push(NewSecret { secret: secret.clone(), sealed, public_half: made.public_half });
                named.push(secret);
            }
        }
    }
    if !generated.is_empty() {
        ports.store.keep_generated(deployment.organisation, deployment.id, &generated, by).await?;
    }
    Ok(named)
}

fn fault(at: &Path) -> WorkflowError {
    WorkflowError::Options(vec![Finding::new(at, Code::Fault, &Value::Null)])
}

/// Of a secret file as the Nix library tells it (`nix/nixos/secrets.nix`), what decides whether and how it is made.
#[derive(Deserialize)]
struct SecretFile {
    generator: Generator,
    source: Source,
}

/// What is to be made, each by its name one time: several files may hold the same.
fn wanted(files: &[Value]) -> Result<BTreeMap<SecretName, (Generator, Path)>, WorkflowError> {
    let mut found: BTreeMap<SecretName, (Generator, Path)> = BTreeMap::new();
    for file in files {
        let unknown = |said: String| EvaluationError::Broken(format!("a secret file is told wrongly: {said}"));
        let SecretFile { generator, source } =
            SecretFile::deserialize(file).map_err(|error| unknown(error.to_string()))?;
        let (name, at) = match (source.kind, source.of.as_slice()) {
            (Kind::Option | Kind::Setting, _) => continue,
            (Kind::Made, [application, requirement]) => (
                SecretName::of_requirement(application, requirement),
                Path::default().key(application).key(requirement),
            ),
            (Kind::Host, [host, secret]) => {
                (SecretName::of_host(host, secret), Path::default().key("hosts").key(host).key(secret))
            }
            _ => return Err(unknown("it names no requirement and no host".to_owned()).into()),
        };
        match found.get(&name) {
            Some((other, _)) if *other != generator => return Err(fault(&at)),
            _ => found.insert(name, (generator, at)),
        };
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn file(kind: &str, of: &[&str], generator: &str) -> Value {
        json!({ "host": "all", "path": "/s", "generator": generator, "source": { "kind": kind, "of": of, "edition": null } })
    }

    #[test]
    fn what_is_made_for_requirements_and_hosts_is_wanted_once() {
        let files = [
            file("made", &["mastodon", "media"], "hex-64"),
            file("made", &["mastodon", "media"], "hex-64"),
            file("host", &["all", "garage-rpc"], "hex-64"),
            file("option", &["mastodon", "smtp", "password"], "given"),
            file("setting", &["relay", "password"], "given"),
        ];

        let wanted = wanted(&files).expect("what is wanted");

        let names: Vec<&str> = wanted.keys().map(|name| name.0.as_str()).collect();
        assert_eq!(names, ["hosts/all/garage-rpc", "mastodon/media"]);
    }

    #[test]
    fn what_can_not_be_made_is_a_mistake_of_the_library() {
        let two = [file("made", &["a", "b"], "hex-64"), file("made", &["a", "b"], "hex-128")];

        assert!(matches!(wanted(&two), Err(WorkflowError::Options(_))));
        for wrong in [file("made", &["a"], "hex-64"), file("made", &["a", "b"], "md5"), json!({})] {
            assert!(matches!(wanted(&[wrong]), Err(WorkflowError::Evaluation(EvaluationError::Broken(_)))));
        }
    }
}
