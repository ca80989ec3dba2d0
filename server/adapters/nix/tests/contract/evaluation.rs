use std::{fs, os::unix::fs::PermissionsExt};

use domain::{identifier::DeploymentId, option::finding::Code, plan::Configuration};
use serde_json::json;
use uuid::Uuid;
use workflow::port::evaluator::{EvaluationError, Evaluator, Input};

use crate::fixture::{Directory, Fixture, applications, config, configure, environment, library, root, town};

#[tokio::test]
async fn the_catalogue_offers_the_homepage() {
    let fixture = Fixture::new();

    let pin = fixture.nix.pin().await.expect("a pin");
    let catalogue = fixture.nix.catalogue(&pin).await.expect("the catalogue");

    assert!(catalogue.application("homepage").is_some());
    assert!(catalogue.environments.iter().any(|environment| environment.kind == "local"));
}

#[tokio::test]
async fn the_homepage_asks_for_its_site_and_wrong_values_are_findings() {
    let fixture = Fixture::new();
    let pin = fixture.nix.pin().await.expect("a pin");
    let environment = environment();

    let (right, wrong) = (applications(town()), applications(json!({ "name": "Town!" })));
    let input = |applications| Input { deployment: DeploymentId(Uuid::nil()), applications, environment: &environment };
    let asks = fixture.nix.requirements(&pin, &input(&right)).await;
    let refuses = fixture.nix.requirements(&pin, &input(&wrong)).await;

    let asks = asks.expect("requirements");
    assert_eq!((asks.findings, asks.unmet), (vec![], vec![]));
    assert_eq!(asks.requirements["homepage"]["site"]["static-site"]["name"], "town");
    let codes: Vec<Code> = refuses.expect("findings").findings.into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::NotALabel, Code::Missing]);
}

#[tokio::test]
async fn a_configuration_of_wrong_values_is_refused() {
    let fixture = Fixture::new();

    let refused = fixture.configure(json!({ "name": "town" })).await;

    assert!(matches!(refused, Err(EvaluationError::Refused(findings)) if findings[0].code == Code::Missing));
}

#[tokio::test]
async fn two_state_directories_give_the_same_paths() {
    let (one, other) = (Fixture::new(), Fixture::new());

    let first = one.configure(town()).await.expect("a configuration");
    let second = other.configure(town()).await.expect("a configuration");

    assert_eq!(first, second);
    assert!(first.sites.contains_key("homepage.site"));
}

#[tokio::test]
async fn an_answer_is_given_again_without_nix_until_its_derivation_is_collected() {
    let fixture = Fixture::new();
    let first = fixture.configure(town()).await.expect("a configuration");
    assert!(fixture.in_store(&first.drv_path));

    crate::fixture::collect(&fixture.nix).await;
    assert!(!fixture.in_store(&first.drv_path));
    let again = fixture.configure(town()).await.expect("a configuration");

    assert_eq!(first, again);
    assert!(fixture.in_store(&again.drv_path));
}

#[tokio::test]
async fn no_values_stay_on_the_disk() {
    let fixture = Fixture::new();

    fixture.configure(town()).await.expect("a configuration");

    let inputs = fixture.state().join("nix/inputs");
    assert_eq!(fs::metadata(&inputs).expect("the directory").permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::read_dir(&inputs).expect("the directory").count(), 0);
}

#[tokio::test]
async fn a_state_directory_may_have_any_name() {
    let directory = Directory::new();
    let state = directory.path().join("it's = 100%20 & “ünï” ? #1");
    let nix = adapter_nix::Nix::new(config(&library(), &state)).expect("Nix");

    let configuration: Configuration = configure(&nix, town()).await.expect("a configuration");
    let built = workflow::port::builder::Builder::build(&nix, &configuration, &root(), crate::fixture::nobody()).await;

    assert!(built.expect("a build").directory.join("homepage.site/files/index.html").exists());
}

#[tokio::test]
async fn what_the_library_does_wrong_is_told_in_its_words() {
    let broken = r#"{ input ? null, system ? null }: { catalogue = throw "[31mno such thing[0m"; }"#;
    let fixture = Fixture::with(broken, adapter_nix::Limits::default());

    let pin = fixture.nix.pin().await.expect("a pin");
    let answer = fixture.nix.catalogue(&pin).await;

    assert!(matches!(answer, Err(EvaluationError::Broken(said)) if said.contains("no such thing")));
}

#[tokio::test]
async fn the_library_reads_nothing_but_itself_and_its_input() {
    for reading in [
        "builtins.readFile /etc/hostname",
        "builtins.readFile ../../../conf/nix.conf",
        "builtins.fetchurl \"http://127.0.0.1:1/\"",
    ] {
        let library = format!("{{ input ? null, system ? null }}: {{ catalogue = {reading}; }}");
        let fixture = Fixture::with(&library, adapter_nix::Limits::default());

        let pin = fixture.nix.pin().await.expect("a pin");
        let answer = fixture.nix.catalogue(&pin).await;

        assert!(
            matches!(&answer, Err(EvaluationError::Broken(said)) if said.contains("restricted mode")),
            "{answer:?}"
        );
    }
}
