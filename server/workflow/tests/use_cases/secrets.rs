use std::sync::Arc;

use domain::{
    deployment::{Applications, ConfiguredApplication},
    identifier::DeploymentId,
    option::finding::{Code, Finding},
    run::RunState,
    secret::{Generator, SecretEdition, SecretName},
};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};
use workflow::{
    Ports, WorkflowError, error::WorkflowError::Options, executor::probe::NoProbe, port::sealer::SealerError,
    secrets::prove, testing::memory::MemorySealer,
};

use crate::fixture::Town;

const CANARY: &str = "canary-hunter2";

/// What the draft has for the password.
async fn password(town: &Town, deployment: DeploymentId) -> Value {
    let shown = town.workflow.deployments.draft(&town.owner, town.organisation, deployment).await.expect("a draft");
    shown.draft.applications["homepage"].options["password"].clone()
}

fn codes(findings: &[Finding]) -> Vec<(String, Code)> {
    findings.iter().map(|finding| (finding.path.to_string(), finding.code)).collect()
}

async fn count(town: &Town, condition: &str) -> i64 {
    let records = town.connection().await;
    let query = format!("SELECT count(*) FROM secret WHERE {condition}");
    let row = records.query_one_raw(Statement::from_string(records.get_database_backend(), query)).await;
    row.expect("an answer").expect("a row").try_get_by_index(0).expect("a number")
}

#[tokio::test]
async fn what_is_typed_is_kept_by_edition_until_it_is_replaced_or_removed() {
    let town = Town::new().await;
    let deployment = town.deployment().await;

    town.save(deployment, &[("password", CANARY)]).await.expect("saved");
    assert_eq!(password(&town, deployment).await, json!({ "edition": 1 }));

    town.save(deployment, &[("password", ""), ("password.edition", "1")]).await.expect("saved");
    assert_eq!(password(&town, deployment).await, json!({ "edition": 1 }), "an empty field changes nothing");

    let typed = [("password", CANARY), ("password.edition", "1"), ("password.remove", "on")];
    town.save(deployment, &typed).await.expect("saved");
    assert_eq!(password(&town, deployment).await, json!({ "edition": 2 }), "what is typed comes before what was to go");
    assert_eq!(count(&town, "sealed IS NULL").await, 1);

    town.save(deployment, &[("password.edition", "2"), ("password.remove", "on")]).await.expect("saved");
    assert_eq!(password(&town, deployment).await, Value::Null);
    assert_eq!(count(&town, "sealed IS NULL").await, 2);
    town.save(deployment, &[("password", CANARY)]).await.expect("saved");
    assert_eq!(password(&town, deployment).await, json!({ "edition": 3 }), "no number is given twice");
}

#[tokio::test]
async fn a_secret_that_can_not_be_kept_is_refused_and_everything_else_is_kept() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.save(deployment, &[("password", CANARY)]).await.expect("saved");

    for (wrong, code) in
        [("abc", Code::TooShort), (&"x".repeat(41), Code::TooLong), ("a\u{7}bcd", Code::ControlCharacter)]
    {
        let fields = [("password", wrong), ("password.edition", "1"), ("links.0.url", "https://a.example")];
        let saved = town.save(deployment, &fields).await;

        let Err(Options(findings)) = saved else { panic!("{saved:?}") };
        assert_eq!(codes(&findings), [("homepage.password".to_owned(), code)]);
        assert_eq!(findings[0].got, json!("string"));
        assert_eq!(password(&town, deployment).await, json!({ "edition": 1 }));
        let shown = town.workflow.deployments.draft(&town.owner, town.organisation, deployment).await.expect("a draft");
        assert_eq!(shown.draft.applications["homepage"].options["links"], json!([{ "url": "https://a.example" }]));
    }
}

#[tokio::test]
async fn a_reference_that_leads_nowhere_is_found_and_not_planned() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    let (mine, theirs) = (town.deployment().await, 1);
    town.save(mine, &[("password", CANARY)]).await.expect("saved");

    for edition in [theirs, 7] {
        let options = json!({ "name": "town", "title": "Town", "password": { "edition": edition } });
        let configured = ConfiguredApplication { module: "homepage".into(), version: None, options };
        let applications = Applications::from([("homepage".into(), configured)]);
        let deployments = &town.workflow.deployments;
        let kept = deployments.replace_draft(&town.owner, town.organisation, deployment, applications).await;
        let staged = deployments.stage(&town.owner, town.organisation, deployment).await;

        let missing = [("homepage.password".to_owned(), Code::Missing)];
        assert_eq!(codes(&kept.expect("a draft")), missing);
        assert!(matches!(&staged, Err(Options(findings)) if codes(findings) == missing), "{staged:?}");
    }
}

#[tokio::test]
async fn what_requirements_ask_for_is_made_once_and_named_by_the_plan() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.save(deployment, &[("password", CANARY)]).await.expect("saved");
    let stage = async || town.workflow.deployments.stage(&town.owner, town.organisation, deployment).await;

    let first = town.revision(stage().await.expect("a revision")).await;
    let sealed = || async { count(&town, "name = 'homepage/cookie' AND sealed LIKE 'sealed %'").await };
    assert_eq!(sealed().await, 1);
    town.save(deployment, &[("password", "another one")]).await.expect("saved");
    let second = town.revision(stage().await.expect("another")).await;

    let named = |name: &str, edition, generator| SecretEdition { name: SecretName(name.into()), edition, generator };
    let cookie = named("homepage/cookie", 1, Generator::Hex64);
    assert_eq!(first.plan.kept_secrets, [named("homepage.password", 1, Generator::Given), cookie.clone()]);
    assert_eq!(second.plan.kept_secrets, [named("homepage.password", 2, Generator::Given), cookie]);
    assert_eq!(sealed().await, 1);
    assert_eq!(count(&town, "sealed IS NOT NULL").await, 3, "both revisions can be gone back to");

    town.damage("UPDATE secret SET generator = 'hex-128' WHERE name = 'homepage/cookie'").await;
    let other_form = stage().await;
    let fault = [("homepage.cookie".to_owned(), Code::Fault)];
    assert!(matches!(&other_form, Err(Options(findings)) if codes(findings) == fault), "{other_form:?}");
}

#[tokio::test]
async fn records_have_one_identity() {
    let town = Town::new().await;
    prove(&town.ports).await.expect("the first");

    prove(&town.ports).await.expect("the same");
    let other = Ports { sealer: Arc::new(MemorySealer::default()), ..town.ports.clone() };
    let another = prove(&other).await;

    assert!(matches!(another, Err(WorkflowError::Sealer(SealerError::OtherIdentity))), "{another:?}");
}

#[tokio::test]
async fn no_text_of_a_secret_is_in_the_records_after_a_run() {
    let town = Town::new().await;
    let deployment = town.deployment().await;
    town.save(deployment, &[("password", CANARY)]).await.expect("saved");
    let deployments = &town.workflow.deployments;
    let revision = deployments.stage(&town.owner, town.organisation, deployment).await.expect("a revision");
    let run = town.request(revision).await.expect("a run");

    town.work(Arc::new(NoProbe)).await;

    let ended = town.run(run).await;
    assert_eq!(ended.run.state, RunState::Succeeded);
    for (name, bytes) in town.files() {
        assert!(!bytes.windows(CANARY.len()).any(|part| part == CANARY.as_bytes()), "{name}");
    }
    assert!(!format!("{ended:?} {:?}", town.revision(revision).await).contains(CANARY));
}
