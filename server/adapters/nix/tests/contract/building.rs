use std::fs;

use adapter_nix::Limits;
use serde_json::{Value, json};
use workflow::port::{
    builder::{BuildError, Builder, Progress},
    evaluator::Limit,
};

use crate::fixture::{Fixture, root, town};

#[tokio::test]
async fn the_homepage_is_built() {
    let fixture = Fixture::new();
    let configuration = fixture.configure(town()).await.expect("a configuration");
    assert!(fixture.nix.knows(&configuration).await.expect("an answer"));

    let (built, told) = fixture.told(&configuration).await;

    let build = built.expect("a build");
    assert_eq!(build.out_path, configuration.out_path);
    let page = fs::read_to_string(build.directory.join("homepage.site/files/index.html")).expect("the page");
    assert!(page.contains("Our town"));
    let site = fs::read(build.directory.join("homepage.site/site.json")).expect("how it is served");
    assert!(serde_json::from_slice::<Value>(&site).expect("JSON")["headers"].is_array());
    assert!(told.contains(&Progress::Built { done: 1, expected: 1 }), "{told:?}");
}

#[tokio::test]
async fn three_derivations_are_counted() {
    let library = r#"{ input ? null, system ? "x86_64-linux" }:
        let
          made = name: needs: derivation {
            inherit name needs system;
            builder = "/bin/sh";
            args = [ "-c" "echo $needs > $out" ];
          };
          first = made "first" [ ];
          second = made "second" [ first ];
          closure = made "third" [ first second ];
        in
        { configuration = { findings = [ ]; inherit (closure) drvPath; inherit closure; sites = { }; }; }"#;
    let fixture = Fixture::with(library, Limits::default());
    let configuration = fixture.configure(json!({})).await.expect("a configuration");

    let (built, told) = fixture.told(&configuration).await;

    built.expect("a build");
    let counts: Vec<&Progress> = told.iter().filter(|told| matches!(told, Progress::Built { .. })).collect();
    let expected = [0, 1, 2, 3].map(|done| Progress::Built { done, expected: 3 });
    assert_eq!(counts, expected.iter().collect::<Vec<_>>());
}

#[tokio::test]
async fn building_again_changes_nothing_and_asks_nobody() {
    let fixture = Fixture::new();
    let configuration = fixture.configure(town()).await.expect("a configuration");
    let root = root();
    let first = fixture.build(&configuration, &root).await.expect("a build");
    // Without the derivation, Nix could not build it.
    let gone = domain::plan::Configuration { drv_path: "/nix/store/none".into(), ..configuration.clone() };

    let again = fixture.build(&gone, &root).await.expect("a build");

    assert_eq!(first, again);
}

#[tokio::test]
async fn what_a_builder_writes_is_shown_as_plain_text() {
    let script = r#"printf '\033[31mred\033[0m\n<script>alert(1)</script>\n@nix {"action":"msg"}\n'
        i=0; while [ $i -lt 2000 ]; do printf 'long line '; i=$((i + 1)); done; echo
        echo end > "$out""#;
    let fixture = Fixture::building(script, Limits { log_line_bytes: 100, ..Limits::default() });
    let configuration = fixture.configure(json!({})).await.expect("a configuration");

    let (built, told) = fixture.told(&configuration).await;

    built.expect("a build");
    let lines: Vec<&str> = told
        .iter()
        .filter_map(|told| if let Progress::Line(line) = told { Some(line.as_str()) } else { None })
        .collect();
    for expected in ["red", "<script>alert(1)</script>", "@nix {\"action\":\"msg\"}"] {
        assert!(lines.contains(&expected), "{expected} in {lines:?}");
    }
    assert!(lines.iter().all(|line| line.len() <= 103 && !line.contains('\u{1b}')));
    assert!(lines.iter().any(|line| line.starts_with("long line") && line.ends_with('…')));
}

#[tokio::test]
async fn a_build_that_fails_says_why() {
    let fixture = Fixture::building("echo the reason; exit 3", Limits::default());
    let configuration = fixture.configure(json!({})).await.expect("a configuration");

    let (built, told) = fixture.told(&configuration).await;

    assert!(
        matches!(&built, Err(BuildError::Failed(said)) if said.contains("exit code 3") && said.ends_with("> the reason")),
        "{built:?}"
    );
    assert!(told.contains(&Progress::Line("the reason".into())));
    assert_eq!(fixture.nix.roots().await.expect("roots"), []);
}

#[tokio::test]
async fn a_build_that_takes_too_long_or_writes_too_much_is_ended() {
    let slow = Fixture::building("sleep 1000", Limits { build_seconds: 2, ..Limits::default() });
    let chatty = Fixture::building("yes flood", Limits { build_log_mib: 1, ..Limits::default() });

    for (fixture, limit) in [(slow, Limit::Time), (chatty, Limit::Output)] {
        let configuration = fixture.configure(json!({})).await.expect("a configuration");

        let (built, _) = fixture.told(&configuration).await;

        assert!(matches!(built, Err(BuildError::Limit(ended)) if ended == limit), "{built:?}");
    }
}

#[tokio::test]
async fn a_builder_sees_neither_this_machine_nor_a_network() {
    let script = r#"{ ls / /root /home /etc; cat /proc/net/dev; } > "$out" 2>&1 || true"#;
    let fixture = Fixture::building(script, Limits::default());
    let configuration = fixture.configure(json!({})).await.expect("a configuration");

    let build = fixture.build(&configuration, &root()).await.expect("a build");

    let seen = fs::read_to_string(build.directory).expect("what it saw");
    assert!(seen.contains("/home: No such file") && seen.contains("lo:") && !seen.contains("eth"), "{seen}");
}

#[tokio::test]
async fn a_full_disk_is_told_apart() {
    let fixture = Fixture::building("echo 'write error: No space left on device' >&2; exit 1", Limits::default());
    let configuration = fixture.configure(json!({})).await.expect("a configuration");

    let (built, _) = fixture.told(&configuration).await;

    assert!(matches!(built, Err(BuildError::NoRoom)), "{built:?}");
}
