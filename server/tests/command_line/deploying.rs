//! Planning and deploying from files.

use crate::program::{Place, Said};

const REQUEST: [&str; 6] = ["--as", "ada@example.org", "--organisation", "town", "--application", "homepage"];

fn run(place: &Place, command: &str, options: &str, more: &[&str]) -> Said {
    let file = place.write("options.json", options);
    let file = file.to_str().expect("a path");
    place.run(command, &[&REQUEST[..], more, &[file]].concat())
}

fn deployment(said: &Said) -> String {
    let (_, rest) = said.out.split_once("of deployment ").expect("a deployment");
    rest.chars().take(36).collect()
}

#[tokio::test]
async fn a_file_of_options_goes_live_with_a_server_and_without() {
    let place = Place::new();
    place.settle().await.0.records.close().await;

    let planned = run(&place, "plan", r#"{"name":"town","title":"One"}"#, &[]);
    assert_eq!(planned.code, Some(0), "{planned:?}");
    assert!(planned.out.starts_with(&format!("+ http://town.localhost:{} is made", place.sites)), "{planned:?}");
    let id = deployment(&planned);
    let known = ["--deployment", id.as_str()];

    let alone = run(&place, "deploy", r#"{"name":"town","title":"One"}"#, &known);
    assert_eq!(alone.code, Some(0), "{alone:?}");
    assert!(place.visit("town.localhost").contains("One"));

    let same = run(&place, "plan", r#"{"name":"town","title":"One"}"#, &known);
    assert!(same.out.starts_with("Nothing would change"), "{same:?}");

    let server = place.serve(&[]);
    let beside = run(&place, "deploy", r#"{"name":"town","title":"Two"}"#, &known);
    assert_eq!(beside.code, Some(0), "{beside:?}");
    assert!(beside.out.contains("homepage.title: “One” → “Two”"), "{beside:?}");
    assert!(beside.out.ends_with(&format!("Live at http://town.localhost:{}\n", place.sites)), "{beside:?}");
    assert!(place.visit("town.localhost").contains("Two"));
    server.terminate();
}

#[tokio::test]
async fn wrong_options_are_told_one_a_line_and_change_nothing() {
    let place = Place::new();
    let (wiring, ada, town) = place.settle().await;

    let said = run(&place, "deploy", r#"{"name":"To wn","title":"","x":1}"#, &[]);

    assert_eq!(said.code, Some(1), "{said:?}");
    let lines: Vec<&str> = said.err.lines().collect();
    assert!(lines.contains(&"homepage.x: is no option of the application (1)"), "{said:?}");
    assert!(
        lines.iter().any(|line| line.starts_with("homepage.name: is not a short name (“To wn”); allowed: ")),
        "{said:?}"
    );
    assert!(lines.iter().any(|line| line.starts_with("homepage.title: is too short (“”); allowed: ")), "{said:?}");
    let list = wiring.workflow.deployments.list(&ada, town.id, &domain::deployment::DeploymentQuery::default()).await;
    assert_eq!(list.expect("a list").total, 0);
}

#[tokio::test]
async fn what_the_account_may_not_do_is_refused() {
    let place = Place::new();
    place.settle().await.0.records.close().await;
    let ask = |account: &str, organisation: &str, options: &str| {
        let file = place.write("options.json", options);
        let file = file.to_str().expect("a path");
        place.run("deploy", &["--as", account, "--organisation", organisation, "--application", "homepage", file]).err
    };
    let good = r#"{"name":"town","title":"One"}"#;

    assert!(ask("eve@example.org", "town", good).contains("nobody has an account with the address eve@example.org"));
    assert!(ask("ada@example.org", "elsewhere", good).contains("belongs to no organisation elsewhere"));
    assert!(ask("p@example.org", "town", good).contains("may not do that here"));
    assert!(ask("ada@example.org", "town", r#"{"name":"a","name":"b"}"#).contains("stands twice"));
    assert!(ask("ada@example.org", "town", &"[".repeat(200_000)).contains("nested deeper"));
}
