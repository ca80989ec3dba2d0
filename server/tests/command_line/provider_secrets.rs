//! Secrets that a hosting provider gives by file: sealed, and by edition from then on.

use workflow::port::store::Deployments as _;

use crate::program::Place;

const CANARY: &str = "canary-hunter2";

fn settings(password: &str) -> String {
    format!(
        "[[environments]]\nkind = \"ssh\"\nname = \"There\"\n\
         settings.relay = {{ server = \"mail.example.org\", user = \"town\"{password} }}\n"
    )
}

/// The editions of the relay's password, the newest one that is kept and the one that the environment refers to.
async fn editions(place: &Place) -> (Vec<i64>, serde_json::Value) {
    let records = place.wire().await.records;
    let kept = records.environment_secrets("ssh", "There").await.expect("secrets");
    let environments = records.environments().await.expect("environments");
    let there = environments.iter().find(|environment| environment.kind == "ssh").expect("the environment");
    let refers = there.configuration.settings["relay"]["password"]["edition"].clone();
    assert!(!format!("{kept:?} {there:?}").contains(CANARY));
    records.close().await;
    (kept.into_iter().map(|secret| secret.edition).collect(), refers)
}

#[tokio::test]
async fn what_a_file_says_is_kept_until_it_says_something_else() {
    let place = Place::new();
    place.write("relay", &format!("{CANARY}\n"));
    place.configure(&settings(", password = { file = \"relay\" }"));

    assert_eq!(editions(&place).await, (vec![1], 1.into()));
    assert_eq!(editions(&place).await, (vec![1], 1.into()), "the same again");
    place.write("relay", "another one");
    assert_eq!(editions(&place).await, (vec![2], 2.into()));
}

#[test]
fn a_file_that_is_not_there_and_half_a_login_are_named() {
    for (password, part) in [
        (", password = { file = \"nowhere\" }", "nowhere with the secret relay.password can't be read"),
        ("", "environment.settings.relay.password: must be set together with environment.settings.relay.user"),
    ] {
        let place = Place::new();
        place.configure(&settings(password));

        let said = place.run("check-config", &[]);

        assert_eq!(said.code, Some(1), "{said:?}");
        assert!(said.err.contains(part), "{said:?}");
    }
}
