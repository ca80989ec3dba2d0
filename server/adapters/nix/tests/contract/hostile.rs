//! Values that mean something to Nix, shells, HTML or module systems stay text.

use std::fs;

use domain::option::finding::Code;
use serde_json::{Value, json};
use workflow::port::evaluator::EvaluationError;

use crate::fixture::{Fixture, root};

const TEXTS: [&str; 13] = [
    r#"${builtins.abort "x"}"#,
    "''${x}'' ''\\n '''",
    r#"" + builtins.readFile /etc/hostname + ""#,
    "\\\" \\${a} $(id) `id` $HOME ; rm -rf / | cat && true",
    "</p><script>alert(1)</script>",
    "'; DROP TABLE person; --",
    "\u{202e}evil\u{202c} \u{200f}\u{2066}x\u{2069}",
    "/nix/store/00000000000000000000000000000000-x",
    "@/etc/hostname %2e%2e%2f",
    "_type: override",
    "=> { outPath = 1; }",
    "error: out of memory",
    "\u{85}\u{2028}line",
];

#[tokio::test]
async fn hostile_texts_are_shown_as_they_are() {
    let fixture = Fixture::new();
    for text in TEXTS {
        let options = json!({ "name": "town", "title": "Town", "tagline": text, "description": text });

        let configuration = fixture.configure(options).await.expect("a configuration");
        let build = fixture.build(&configuration, &root()).await.expect("a build");

        let page = fs::read_to_string(build.directory.join("homepage.site/files/index.html")).expect("the page");
        assert!(read_as_browser(&page).contains(text), "{text}");
        assert!(!page.contains("<script"), "{text}");
    }
}

/// The text of HTML, its five entities read back.
fn read_as_browser(html: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(html.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

async fn findings(options: Value) -> Vec<(String, Code, Value)> {
    let fixture = Fixture::new();
    match fixture.configure(options).await {
        Err(EvaluationError::Refused(findings)) => {
            findings.into_iter().map(|finding| (finding.path.to_string(), finding.code, finding.got)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn sets_that_mean_something_to_module_systems_are_findings() {
    let sets = [
        json!({ "_type": "override", "priority": 1, "content": "x" }),
        json!({ "outPath": "/etc/shadow" }),
        json!({ "type": "derivation", "outPath": "/etc/shadow", "drvPath": "/etc/shadow" }),
        json!({ "__toString": "x" }),
        json!({ "__functor": "x" }),
        json!({ "_module": { "check": false } }),
        json!({ "imports": ["/etc/passwd"] }),
    ];
    let fixture = Fixture::new();
    for set in sets {
        let refused = fixture.configure(json!({ "name": "town", "title": set })).await;

        let Err(EvaluationError::Refused(findings)) = refused else { panic!("{refused:?}") };
        assert_eq!(findings[0].code, Code::NotText);
        assert_eq!(findings[0].got, "set");
    }
}

#[tokio::test]
async fn keys_that_mean_something_to_module_systems_are_unknown() {
    let keys = ["imports", "_module", "_type", "outPath", "__functor", "config", "${x}"];
    let mut options = json!({ "name": "town", "title": "Town" });
    for key in keys {
        options[key] = json!(["/etc/passwd"]);
    }

    let mut found: Vec<String> = findings(options)
        .await
        .into_iter()
        .map(|(path, code, _)| {
            assert_eq!(code, Code::Unknown);
            path
        })
        .collect();

    found.sort();
    let mut expected = keys.map(|key| format!("homepage.{key}"));
    expected.sort();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn texts_of_300_kilobytes_are_too_long_and_cut() {
    let found = findings(json!({ "name": "a".repeat(300_000), "title": "ü".repeat(150_000) })).await;

    let codes: Vec<Code> = found.iter().map(|(_, code, _)| *code).collect();
    assert_eq!(codes, [Code::NotALabel, Code::TooLong]);
    assert_eq!(found[1].2, "ü".repeat(40));
}
