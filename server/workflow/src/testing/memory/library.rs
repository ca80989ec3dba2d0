//! A library with one application.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::{
    application::Catalogue,
    deployment::{Applications, LibraryPin},
    option::finding::{Finding, Path},
    plan::{Configuration, ConfiguredSite, Evaluated, Requirements, Results},
};
use serde_json::{Value, json};

use crate::{
    port::evaluator::{EvaluationError, Evaluator, Input},
    secret::TokenHash,
};

/// Has the application `homepage` with a `name`, a `title` and `links`, and the environment `local`.
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
        let catalogue = json!({
            "applications": [{
                "name": "homepage", "version": "1.0.0", "contract": 1,
                "label": text("Homepage"), "summary": text("A page."),
                "needs": ["static-site"],
                "sizes": [{ "people": 20, "cores": 0, "memoryMiB": 0, "diskMiB": 1 }],
                "options": {
                    "kind": "group",
                    "options": { "name": name, "title": title, "links": links },
                    "order": ["name", "title", "links"],
                },
                "layout": [{ "label": text("All"), "help": text("All"), "options": ["name", "title", "links"] }],
            }],
            "environments": [{ "kind": "local", "offers": ["static-site"] }],
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

    async fn requirements(&self, _: &LibraryPin, input: &Input<'_>) -> Result<Evaluated, EvaluationError> {
        let findings = Self::findings(input.applications)?;
        let mut requirements = Requirements::new();
        for (name, configured) in input.applications.iter().filter(|_| findings.is_empty()) {
            let request = json!({ "name": configured.options.get("name").unwrap_or(&Value::Null) });
            let site = BTreeMap::from([("static-site".to_owned(), request)]);
            requirements.insert(name.clone(), BTreeMap::from([("site".to_owned(), site)]));
        }
        Ok(Evaluated { findings, unmet: Vec::new(), requirements })
    }

    async fn configuration(
        &self,
        pin: &LibraryPin,
        input: &Input<'_>,
        results: &Results,
    ) -> Result<Configuration, EvaluationError> {
        let findings = Self::findings(input.applications)?;
        if !findings.is_empty() {
            return Err(EvaluationError::Refused(findings));
        }
        let inputs = json!([pin, input.applications, input.environment.kind, results]).to_string();
        let hash = TokenHash::of(inputs.as_bytes()).0;
        let name = hash.get(..32).unwrap_or_default();
        let sites = results.iter().flat_map(|(application, inner)| {
            let site = move |(requirement, result): (&String, &domain::plan::SiteResult)| {
                (format!("{application}.{requirement}"), ConfiguredSite { host: result.host.clone() })
            };
            inner.iter().map(site)
        });
        Ok(Configuration {
            drv_path: format!("/nix/store/{name}-configuration.drv"),
            out_path: format!("/nix/store/{name}-configuration"),
            sites: sites.collect(),
        })
    }
}
