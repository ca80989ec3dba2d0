//! A library with one application.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::{
    application::Catalogue,
    deployment::{Applications, LibraryPin},
    environment::{Environment, Offer},
    operation::Operation,
    option::{
        finding::{Finding, Path},
        secrets,
    },
    plan::{Allocated, Configuration, ConfiguredSite, Evaluated, Placement, Reserved},
};
use serde_json::{Value, json};

use crate::{
    port::evaluator::{EvaluationError, Evaluator, Input, Sources},
    secret::TokenHash,
};

/// Has the application `homepage` with a `name`, a `title` and `links`, and the environment `local`. One with a `password`
/// needs the file of that, and the file of a secret that is made for it.
#[derive(Clone, Copy, Debug, Default)]
pub struct MemoryLibrary;

impl MemoryLibrary {
    fn read() -> Result<Catalogue, EvaluationError> {
        let text = |text: &str| json!({ "en": text, "de": text });
        let name = json!({ "kind": "label", "label": text("Name"), "immutable": true });
        let title =
            json!({ "kind": "text", "min": 1, "max": 80, "lines": false, "label": text("Title"), "title": true });
        let url = json!({ "kind": "url", "label": text("Address") });
        let link = json!({ "kind": "group", "options": { "url": url }, "order": ["url"] });
        let links = json!({ "kind": "list", "of": link, "min": 0, "max": 3, "label": text("Links"), "default": [] });
        let secret = json!({ "kind": "secret", "min": 4, "max": 40 });
        let password = json!({ "kind": "optional", "of": secret, "label": text("Password"), "default": null });
        let catalogue = json!({
            "applications": [{
                "name": "homepage", "version": "1.0.0", "contract": 1,
                "label": text("Homepage"), "summary": text("A page."),
                "needs": ["static-site", "secret-file"],
                "sizes": [{ "people": 20, "cores": 0, "memoryMiB": 0, "diskMiB": 1 }],
                "options": {
                    "kind": "group",
                    "options": { "name": name, "title": title, "links": links, "password": password },
                    "order": ["name", "title", "links", "password"],
                },
                "layout": [{ "label": text("All"), "help": text("All"), "options": ["name", "title", "links", "password"] }],
            }],
            "environments": [{ "kind": "local", "offers": ["static-site", "secret-file"] }],
        });
        serde_json::from_value(catalogue).map_err(|error| EvaluationError::Broken(error.to_string()))
    }

    fn findings(applications: &Applications) -> Result<Vec<Finding>, EvaluationError> {
        let catalogue = Self::read()?;
        let known = applications.iter().filter_map(|(name, configured)| {
            let module = catalogue.application(&configured.module)?;
            Some(module.check(&Path::default().key(name), &configured.options))
        });
        Ok(known.flatten().collect())
    }
}

#[async_trait]
impl Evaluator for MemoryLibrary {
    async fn pin(&self) -> Result<LibraryPin, EvaluationError> {
        Ok(LibraryPin("memory".into()))
    }

    async fn catalogue(&self, _: &LibraryPin) -> Result<Catalogue, EvaluationError> {
        Self::read()
    }

    async fn environment(&self, _: &LibraryPin, _: &Environment) -> Result<Offer, EvaluationError> {
        Ok(Offer { offers: ["static-site", "secret-file"].map(str::to_owned).into(), ..Offer::default() })
    }

    async fn requirements(&self, _: &LibraryPin, input: &Input<'_>) -> Result<Evaluated, EvaluationError> {
        let findings = Self::findings(input.applications)?;
        let mut evaluated = Evaluated { findings, ..Evaluated::default() };
        if !evaluated.findings.is_empty() {
            return Ok(evaluated);
        }
        for (application, configured) in input.applications {
            let name = configured.options.get("name").unwrap_or(&Value::Null);
            let site = BTreeMap::from([("static-site".to_owned(), json!({ "name": name }))]);
            let mut asked = BTreeMap::from([("site".to_owned(), site)]);
            if let Some(edition) = password(&configured.options) {
                let file = |request: Value| BTreeMap::from([("secret-file".to_owned(), request)]);
                let given =
                    json!({ "name": "password", "generator": "given", "option": ["password"], "edition": edition });
                asked.insert("password".to_owned(), file(given));
                asked.insert("cookie".to_owned(), file(json!({ "name": "cookie", "generator": "hex-64" })));
            }
            evaluated.requirements.insert(application.clone(), asked);
            evaluated.reserve.push(Reserved {
                name: host(name),
                application: application.clone(),
                requirement: "site".to_owned(),
                option: Some("name".to_owned()),
            });
        }
        Ok(evaluated)
    }

    async fn configuration(
        &self,
        pin: &LibraryPin,
        input: &Input<'_>,
        _: &Allocated,
    ) -> Result<(Configuration, Placement), EvaluationError> {
        let findings = Self::findings(input.applications)?;
        if !findings.is_empty() {
            return Err(EvaluationError::Refused(findings));
        }
        let inputs = json!([pin, input.applications, input.environment.kind]).to_string();
        let hash = TokenHash::of(inputs.as_bytes()).0;
        let name = hash.get(..32).unwrap_or_default();
        let mut configuration = Configuration {
            drv_path: format!("/nix/store/{name}-configuration.drv"),
            out_path: format!("/nix/store/{name}-configuration"),
            sites: BTreeMap::new(),
        };
        let mut placement = Placement::default();
        for (application, configured) in input.applications {
            let host = host(configured.options.get("name").unwrap_or(&Value::Null));
            let address = format!("http://{host}:8090");
            let result = json!({ "host": host, "address": address });
            placement.results.insert(application.clone(), BTreeMap::from([("site".to_owned(), result)]));
            placement
                .operations
                .insert(application.clone(), Operation { address: Some(address), ..Operation::default() });
            if let Some(edition) = password(&configured.options) {
                let given = json!({ "kind": "option", "of": [application, "password"], "edition": edition });
                let made = json!({ "kind": "made", "of": [application, "cookie"], "edition": null });
                placement.secrets.push(secret_file("password", "given", &given));
                placement.secrets.push(secret_file("cookie", "hex-64", &made));
            }
            configuration.sites.insert(format!("{application}.site"), ConfiguredSite { host });
        }
        Ok((configuration, placement))
    }

    async fn sources(&self, _: &LibraryPin, input: &Input<'_>, _: &Allocated) -> Result<Sources, EvaluationError> {
        let input = json!({ "applications": input.applications }).to_string().into_bytes();
        Ok(Sources { input, modules: BTreeMap::from([("default.nix".to_owned(), b"{ }".to_vec())]) })
    }
}

/// The edition of the password, where there is one.
fn password(options: &Value) -> Option<i64> {
    options.get("password").and_then(secrets::edition)
}

/// As `nix/nixos/secrets.nix` tells of a secret file.
fn secret_file(name: &str, generator: &str, source: &Value) -> Value {
    json!({
        "host": "here", "path": format!("/secrets/{name}"), "publicPath": null, "owner": "root",
        "generator": generator, "lasting": false, "source": source,
    })
}

fn host(name: &Value) -> String {
    format!("{}.localhost", name.as_str().unwrap_or_default())
}
