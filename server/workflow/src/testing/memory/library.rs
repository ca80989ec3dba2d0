//! A library with one application.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use async_trait::async_trait;
use domain::{
    application::Catalogue,
    deployment::{Applications, ConfiguredApplication, LibraryPin},
    environment::{Environment, Offer},
    language::LocalText,
    migration::{Dropped, Migration, Moved},
    operation::{Operation, State, StateKind},
    option::{
        finding::{Code, Finding, Path},
        reference::Reference,
        secrets,
    },
    outlook::Outlook,
    plan::{Allocated, Configuration, ConfiguredSite, Evaluated, Placement, Reserved},
};
use serde_json::{Value, json};

use super::locked;
use crate::{
    port::evaluator::{EvaluationError, Evaluator, Input, Sources},
    secret::TokenHash,
};

/// Has the application `homepage` with a `name`, a `title` and `links`, and the environment `local`. One with a `password`
/// needs the file of that, and the file of a secret that is made for it, and keeps what no dump is made of here.
///
/// Its newer edition calls the password `key` and the name `label`, has no place for links, and asks for a `region`, which is for
/// good; a title `Untold` it can't read.
#[derive(Clone, Debug, Default)]
pub struct MemoryLibrary {
    newer: Arc<AtomicBool>,
    /// The edition that can't be read.
    lost: Arc<Mutex<Option<String>>>,
}

const NEWER: &str = "memory-newer";

impl MemoryLibrary {
    /// From now on the newer edition is offered.
    pub fn renew(&self) {
        self.newer.store(true, Ordering::Relaxed);
    }

    /// From now on this edition can't be read, and every other one can.
    pub fn lose(&self, edition: &str) {
        *locked(&self.lost) = Some(edition.to_owned());
    }

    fn read(&self, pin: &LibraryPin) -> Result<Catalogue, EvaluationError> {
        if locked(&self.lost).as_ref() == Some(&pin.0) {
            return Err(EvaluationError::Broken("it was lost".into()));
        }
        let newer = pin.0 == NEWER;
        let secret_name = if newer { "key" } else { "password" };
        let name_of = if newer { "label" } else { "name" };
        let order =
            if newer { vec!["label", "title", "key", "region"] } else { vec!["name", "title", "links", "password"] };
        let text = |text: &str| json!({ "en": text, "de": text });
        let name = json!({ "kind": "label", "label": text("Name"), "immutable": true });
        let title =
            json!({ "kind": "text", "min": 1, "max": 80, "lines": false, "label": text("Title"), "title": true });
        let url = json!({ "kind": "url", "label": text("Address") });
        let link = json!({ "kind": "group", "options": { "url": url }, "order": ["url"] });
        let links = json!({ "kind": "list", "of": link, "min": 0, "max": 3, "label": text("Links"), "default": [] });
        let secret = json!({ "kind": "secret", "min": 4, "max": 40 });
        let password = json!({ "kind": "optional", "of": secret, "label": text("Password"), "default": null });
        let mut options = json!({ "title": title });
        options[name_of] = name;
        options[secret_name] = password;
        if newer {
            let region = json!({ "kind": "text", "min": 0, "max": 9, "lines": false, "immutable": true });
            options["region"] = region;
            options["region"]["label"] = text("Region");
            options["region"]["default"] = json!("here");
        } else {
            options["links"] = links;
        }
        let catalogue = json!({
            "applications": [{
                "name": "homepage", "version": if newer { "2.0.0" } else { "1.0.0" }, "contract": 1,
                "label": text("Homepage"), "summary": text("A page."),
                "needs": ["static-site", "secret-file"],
                "sizes": [{ "people": 20, "cores": 0, "memoryMiB": 0, "diskMiB": 1 }],
                "options": {
                    "kind": "group",
                    "options": options,
                    "order": order,
                },
                "layout": [{ "label": text("All"), "help": text("All"), "options": order }],
            }],
            "environments": [{ "kind": "local", "offers": ["static-site", "secret-file"] }],
        });
        serde_json::from_value(catalogue).map_err(|error| EvaluationError::Broken(error.to_string()))
    }

    fn findings(&self, pin: &LibraryPin, applications: &Applications) -> Result<Vec<Finding>, EvaluationError> {
        let catalogue = self.read(pin)?;
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
        let newer = self.newer.load(Ordering::Relaxed);
        Ok(LibraryPin(if newer { NEWER } else { "memory" }.into()))
    }

    async fn catalogue(&self, pin: &LibraryPin) -> Result<Catalogue, EvaluationError> {
        self.read(pin)
    }

    async fn environment(&self, _: &LibraryPin, _: &Environment) -> Result<Offer, EvaluationError> {
        Ok(Offer { offers: ["static-site", "secret-file"].map(str::to_owned).into(), ..Offer::default() })
    }

    async fn migrated(
        &self,
        pin: &LibraryPin,
        applications: &Applications,
    ) -> Result<BTreeMap<String, Migration>, EvaluationError> {
        Ok(applications.iter().map(|(name, configured)| (name.clone(), migrated(pin, name, configured))).collect())
    }

    async fn outlooks(
        &self,
        pin: &LibraryPin,
        asked: &[(Input<'_>, &Allocated)],
    ) -> Result<Vec<Result<Outlook, EvaluationError>>, EvaluationError> {
        let mut outlooks = Vec::new();
        for (input, allocated) in asked {
            let carried = input.applications.iter().map(|(name, configured)| {
                let options = migrated(pin, name, configured).options;
                (name.clone(), ConfiguredApplication { options, ..configured.clone() })
            });
            let carried = carried.collect();
            let input = Input { applications: &carried, ..*input };
            let evaluated = self.requirements(pin, &input).await?;
            let mut outlook = Outlook { findings: evaluated.findings, ..Outlook::default() };
            if outlook.findings.is_empty() {
                let (configuration, placement) = self.configuration(pin, &input, allocated).await?;
                outlook.requirements = evaluated.requirements;
                outlook.results = placement.results;
                outlook.closure = Some(configuration.out_path);
            }
            outlooks.push(Ok(outlook));
        }
        Ok(outlooks)
    }

    async fn requirements(&self, pin: &LibraryPin, input: &Input<'_>) -> Result<Evaluated, EvaluationError> {
        let findings = self.findings(pin, input.applications)?;
        let mut evaluated = Evaluated { findings, ..Evaluated::default() };
        if !evaluated.findings.is_empty() {
            return Ok(evaluated);
        }
        for (application, configured) in input.applications {
            let name = name_in(&configured.options);
            let site = BTreeMap::from([("static-site".to_owned(), json!({ "name": name }))]);
            let mut asked = BTreeMap::from([("site".to_owned(), site)]);
            if let Some((option, edition)) = password(&configured.options) {
                let file = |request: Value| BTreeMap::from([("secret-file".to_owned(), request)]);
                let given = json!({ "name": "password", "generator": "given", "option": [option], "edition": edition });
                asked.insert("password".to_owned(), file(given));
                asked.insert("cookie".to_owned(), file(json!({ "name": "cookie", "generator": "hex-64" })));
            }
            evaluated.requirements.insert(application.clone(), asked);
            evaluated.reserve.push(Reserved {
                name: host(name),
                application: application.clone(),
                requirement: "site".to_owned(),
                option: Some(if pin.0 == NEWER { "label" } else { "name" }.to_owned()),
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
        let findings = self.findings(pin, input.applications)?;
        if !findings.is_empty() {
            return Err(EvaluationError::Refused(findings));
        }
        let inputs = json!([pin, input.applications, input.environment.kind]).to_string();
        let hash = TokenHash::of(inputs.as_bytes()).0;
        let name = hash.get(..32).unwrap_or_default();
        let mut configuration = Configuration {
            drv_path: format!("/nix/store/{name}-configuration.drv"),
            out_path: format!("/nix/store/{name}-configuration"),
            ..Configuration::default()
        };
        let mut placement = Placement::default();
        for (application, configured) in input.applications {
            let host = host(name_in(&configured.options));
            let address = format!("http://{host}:8090");
            let result = json!({ "host": host, "address": address });
            placement.results.insert(application.clone(), BTreeMap::from([("site".to_owned(), result)]));
            let mut operation = Operation { address: Some(address), ..Operation::default() };
            if let Some((option, edition)) = password(&configured.options) {
                operation.state.push(kept_in("/var/lib/homepage"));
                let given = json!({ "kind": "option", "of": [application, option], "edition": edition });
                let made = json!({ "kind": "made", "of": [application, "cookie"], "edition": null });
                placement.secrets.push(secret_file("password", "given", &given));
                placement.secrets.push(secret_file("cookie", "hex-64", &made));
            }
            placement.operations.insert(application.clone(), operation);
            configuration.sites.insert(format!("{application}.site"), ConfiguredSite { host });
        }
        Ok((configuration, placement))
    }

    async fn sources(&self, _: &LibraryPin, input: &Input<'_>, _: &Allocated) -> Result<Sources, EvaluationError> {
        let input = json!({ "applications": input.applications }).to_string().into_bytes();
        let system = "x86_64-linux".to_owned();
        Ok(Sources {
            input,
            system,
            nixpkgs: None,
            modules: BTreeMap::from([("default.nix".to_owned(), b"{ }".to_vec())]),
        })
    }
}

/// The option of the password and its edition, where there is one.
fn password(options: &Value) -> Option<(&'static str, i64)> {
    ["password", "key"].into_iter().find_map(|option| Some((option, options.get(option).and_then(secrets::edition)?)))
}

fn name_in(options: &Value) -> &Value {
    ["name", "label"].into_iter().find_map(|option| options.get(option)).unwrap_or(&Value::Null)
}

fn kept_in(path: &str) -> State {
    State {
        kind: StateKind::Directory,
        of: Vec::new(),
        path: Some(path.into()),
        owner: None,
        exclude: Vec::new(),
        rebuilt: false,
    }
}

/// As `nix/contract/migrate.nix` carries options.
fn migrated(pin: &LibraryPin, name: &str, configured: &ConfiguredApplication) -> Migration {
    let at = Path::default().key(name);
    let mut migration =
        Migration { findings: Vec::new(), dropped: Vec::new(), moved: Vec::new(), options: configured.options.clone() };
    let to_newer = pin.0 == NEWER;
    if to_newer == (configured.version.as_deref() == Some("2.0.0")) {
        return migration;
    }
    if !to_newer {
        let version = Value::from(configured.version.clone());
        migration.findings.push(Finding::new(&at, Code::NewerVersion, &version));
        return migration;
    }
    let Some(options) = migration.options.as_object_mut() else { return migration };
    if options.get("title").and_then(Value::as_str) == Some("Untold") {
        migration.findings.push(Finding::new(&at.key("title"), Code::NotMigrated, &json!("Untold")));
        return migration;
    }
    if let Some(got) = options.remove("links") {
        let reason = LocalText { en: "Nobody followed them.".into(), de: "Niemand folgte ihnen.".into() };
        migration.dropped.push(Dropped { path: at.key("links"), code: Code::Removed, got, reason });
    }
    for (from, to) in [("password", "key"), ("name", "label")] {
        if let Some(value) = options.remove(from) {
            options.insert(to.into(), value);
            let reference = |name: &str| Reference(vec![name.to_owned()]);
            migration.moved.push(Moved { from: reference(from), to: reference(to) });
        }
    }
    migration
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
