//! Many deployments in one batch, and options that are carried from one version to the next.

use std::fs;

use adapter_nix::{Limits, Nix, NixConfig};
use domain::{
    deployment::{Applications, ConfiguredApplication},
    identifier::DeploymentId,
    option::finding::Code,
    plan::Allocated,
};
use serde_json::{Value, json};
use uuid::Uuid;
use workflow::port::evaluator::{EvaluationError, Evaluator, Input, Limit};

use crate::fixture::{Directory, applications, config, copy, environment, library, town};

/// A module that is read, and whose requirements are this expression, which may use `options`.
fn module(name: &str, requirements: &str) -> String {
    format!(
        r#"{{ types }}: {{
          contract = 1; name = "{name}"; version = "2.0.0";
          label = {{ en = "A"; de = "A"; }}; summary = {{ en = "A."; de = "A."; }};
          sizes = [ {{ people = 20; cores = 0; memoryMiB = 0; diskMiB = 1; }} ];
          sections = [ {{
            label = {{ en = "A"; de = "A"; }}; help = {{ en = "A"; de = "A"; }};
            options = [ {{ name = "name"; type = types.label; label = {{ en = "N"; de = "N"; }}; }} ];
          }} ];
          changes = [ {{
            version = "2.0.0";
            renamed = [ {{ from = [ "label" ]; to = [ "name" ]; }} ];
            removed = [ {{ option = [ "colour" ]; reason = {{ en = "Gone."; de = "Weg."; }}; }} ];
          }} ];
          requirements = options: {requirements};
          sites = _: {{ site = {{ files = {{ "index.html" = "hello"; }}; redirects = [ ]; headers = [ ]; notFound = null; }}; }};
        }}"#
    )
}

/// The project's library and these modules besides.
fn with_modules(directory: &Directory, modules: &[(&str, &str)], limits: Limits) -> Nix {
    let place = directory.path().join("library");
    copy(&library(), &place);
    for (name, requirements) in modules {
        let application = place.join("applications").join(name);
        fs::create_dir(&application).expect("a directory");
        fs::write(application.join("default.nix"), module(name, requirements)).expect("a module");
    }
    Nix::new(NixConfig { limits, ..config(&place, &directory.path().join("state")) }).expect("Nix")
}

fn one(module: &str, version: Option<&str>, options: Value) -> Applications {
    let version = version.map(str::to_owned);
    Applications::from([("a".into(), ConfiguredApplication { module: module.into(), version, options })])
}

const SITE: &str = "{ site.static-site = { inherit (options) name; }; }";

#[tokio::test]
async fn what_is_broken_spoils_nothing_else_in_a_batch() {
    let directory = Directory::new();
    let modules = [
        ("thrown", "throw \"by hand\""),
        ("misspelt", "builtins.nothing options"),
        (
            "endless",
            "{ site.static-site.name = builtins.foldl' (a: _: a) options.name (builtins.genList (n: n) 300000000); }",
        ),
    ];
    let limits = Limits { evaluation_cpu_seconds: 3, ..config(&library(), directory.path()).limits };
    let nix = with_modules(&directory, &modules, limits);
    let pin = nix.pin().await.expect("a pin");
    let mut asked: Vec<Applications> =
        (0..30).map(|number| applications(json!({ "name": format!("town-{number}"), "title": "Our town" }))).collect();
    for (place, module) in [(3, "thrown"), (17, "misspelt"), (29, "endless")] {
        asked.insert(place, one(module, None, json!({ "name": "town" })));
    }
    asked.push(applications(json!({ "name": "Town!", "title": "Wrong" })));
    let (environment, nothing) = (environment(), Allocated::new());
    let inputs: Vec<_> = asked
        .iter()
        .map(|applications| {
            (Input { deployment: DeploymentId(Uuid::nil()), applications, environment: &environment }, &nothing)
        })
        .collect();

    let outlooks = nix.outlooks(&pin, &inputs).await.expect("outlooks");

    assert_eq!(outlooks.len(), 34);
    assert!(
        matches!(&outlooks[3], Err(EvaluationError::Broken(said)) if said.contains("by hand")),
        "{:?}",
        outlooks[3]
    );
    assert!(
        matches!(&outlooks[17], Err(EvaluationError::Broken(said)) if said.contains("nothing")),
        "{:?}",
        outlooks[17]
    );
    assert!(matches!(&outlooks[29], Err(EvaluationError::Limit(Limit::Time | Limit::Memory))), "{:?}", outlooks[29]);
    assert_eq!(outlooks[33].as_ref().expect("an outlook").findings[0].code, Code::NotALabel);
    for place in (0..33).filter(|place| ![3, 17, 29].contains(place)) {
        let outlook = outlooks[place].as_ref().expect("an outlook");
        let alone = nix.configuration(&pin, &inputs[place].0, &nothing).await.expect("a configuration");
        assert_eq!(outlook.closure, Some(alone.0.out_path), "{place}");
        assert_eq!(outlook.results, alone.1.results, "{place}");
    }
}

#[tokio::test]
async fn options_are_carried_to_the_version_at_hand() {
    let directory = Directory::new();
    let nix = with_modules(&directory, &[("sign", SITE)], config(&library(), directory.path()).limits);
    let pin = nix.pin().await.expect("a pin");
    let stored = one("sign", Some("1.0.0"), json!({ "label": "town", "colour": "#000000" }));
    let environment = environment();

    let migrated = nix.migrated(&pin, &stored).await.expect("migrations");
    let input = Input { deployment: DeploymentId(Uuid::nil()), applications: &stored, environment: &environment };
    let outlooks = nix.outlooks(&pin, &[(input, &Allocated::new())]).await.expect("outlooks");

    assert_eq!(migrated["a"].options, json!({ "name": "town" }));
    assert_eq!((migrated["a"].findings.len(), migrated["a"].moved.len()), (0, 1));
    assert_eq!(migrated["a"].dropped[0].path.to_string(), "a.colour");
    let outlook = outlooks[0].as_ref().expect("an outlook");
    assert_eq!((outlook.findings.len(), outlook.dropped.len()), (0, 1));
    assert_eq!(outlook.requirements["a"]["site"]["static-site"]["name"], "town");
    assert!(outlook.closure.is_some());
}

#[tokio::test]
async fn what_was_stored_for_a_newer_version_is_not_read() {
    let directory = Directory::new();
    let nix = with_modules(&directory, &[("sign", SITE)], config(&library(), directory.path()).limits);
    let pin = nix.pin().await.expect("a pin");

    let migrated = nix.migrated(&pin, &one("sign", Some("3.0.0"), town())).await.expect("migrations");

    assert_eq!(migrated["a"].findings[0].code, Code::NewerVersion);
}
