//! The check of options in Rust and the one in Nix say the same of ten thousand values that nobody chose.

mod forms;
mod numbers;
mod values;

use std::{env, fs, process::Command};

use domain::option::{
    OptionType,
    check::{check, complete},
    finding::{Finding, Path},
};
use serde::Deserialize;
use serde_json::{Value, json};

use self::numbers::Numbers;
use crate::fixture::{self, Directory};

const VALUES: usize = 10_000;

#[derive(Debug, PartialEq, Deserialize)]
struct Verdict {
    findings: Vec<Finding>,
    completed: Value,
}

/// What Nix says of all of them, in one evaluation.
fn in_nix(cases: &[(Value, Value)]) -> Vec<Verdict> {
    let directory = Directory::new();
    let file = directory.path().join("values.json");
    let written: Vec<Value> = cases.iter().map(|(form, value)| json!({ "type": form, "value": value })).collect();
    fs::write(&file, serde_json::to_vec(&written).expect("JSON")).expect("a file");

    let ended = Command::new("prlimit")
        .args(["--as=4294967296", "--cpu=120"])
        .arg(fixture::nix())
        .args(["--extra-experimental-features", "nix-command", "--offline", "eval", "--json", "--read-only"])
        .arg("--store")
        .arg(format!("local?root={}", directory.path().display()))
        .arg("--file")
        .arg(fixture::library().join("tests/verdicts.nix"))
        .args(["--argstr", "file"])
        .arg(&file)
        .arg("verdicts")
        .env_clear()
        .env("PATH", env::var_os("PATH").expect("a path"))
        .env("HOME", directory.path())
        .output()
        .expect("Nix");

    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    serde_json::from_slice(&ended.stdout).expect("verdicts")
}

fn in_rust(form: &Value, value: &Value) -> Verdict {
    let kind: OptionType = serde_json::from_value(form.clone()).expect("a form");
    let findings = check(&kind, &Path::default(), value);
    let group = kind.group().filter(|_| findings.is_empty());
    let completed = group.map_or(Value::Null, |group| complete(group, value));
    Verdict { findings, completed }
}

#[test]
fn both_checks_have_the_same_verdict_on_ten_thousand_values() {
    let mut numbers = Numbers::new(20_261_125);
    let cases: Vec<(Value, Value)> = (0..VALUES)
        .map(|count| {
            let form = forms::of(forms::KINDS[count % forms::KINDS.len()], &mut numbers);
            let value = values::of(&form, &mut numbers);
            (form, value)
        })
        .collect();

    let verdicts = in_nix(&cases);

    assert_eq!(verdicts.len(), VALUES);
    for kind in forms::KINDS {
        let of_kind = || cases.iter().zip(&verdicts).filter(|((form, _), _)| form["kind"] == *kind);
        let right = of_kind().filter(|(_, verdict)| verdict.findings.is_empty()).count();
        let wrong = of_kind().count() - right;
        assert!(right >= 20 && wrong >= 20, "{kind}: {right} values pass, and {wrong} do not");
    }
    for ((form, value), said) in cases.iter().zip(verdicts) {
        assert_eq!(in_rust(form, value), said, "the form {form} and the value {value}");
    }
}
