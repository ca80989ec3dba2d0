//! What is wrong with a module, for whoever writes it: path, what is wrong, what is allowed.

use adapter_nix::ModuleFinding;
use domain::option::finding::Code;
use serde_json::Value;

use crate::commands::finding;

pub(super) fn line(found: &ModuleFinding) -> String {
    let path = if found.path.0.is_empty() { "the module".to_owned() } else { found.path.to_string() };
    let got = match &found.got {
        Value::Null => String::new(),
        Value::String(text) => format!(" (“{}”)", text.escape_debug()),
        other => format!(" ({other})"),
    };
    let with = found.number.map_or_else(String::new, |number| format!(", with the generated options number {number}"));
    let said = match wrong(&found.code) {
        Some((wrong, "")) => format!("{wrong}{got}"),
        Some((wrong, allowed)) => format!("{wrong}{got}; {allowed}"),
        None => match serde_json::from_value::<Code>(found.code.clone().into()) {
            Ok(code) => format!("{}{got}", finding::wrong(code)),
            Err(_) => format!("is refused as “{}”{got}", found.code),
        },
    };
    format!("{path}: {said}{with}")
}

/// What is wrong, and what to do.
fn wrong(code: &str) -> Option<(&'static str, &'static str)> {
    Some(match code {
        "missing" => ("is missing", ""),
        "unknown" => ("is nothing that the contract knows", "the names are in docs/application-modules.md"),
        "not-this-contract" => ("is another contract", "allowed: 1"),
        "not-the-directory" => ("is not what its directory is called", "give both the same name"),
        "not-a-version" => ("is not a version", "such as 1.2.0"),
        "not-a-set" => ("is not an attribute set", ""),
        "not-a-function" => ("is not a function", ""),
        "not-amounts" => {
            ("has something that is not an amount", "people, cores, memoryMiB and diskMiB are whole numbers")
        }
        "unreachable" => ("leads to no option", "an option refers to those before it in the same group"),
        "depends-on-values" => (
            "depends on the values of options",
            "names are always the same; give null, or use lib.mkIf, where something is not needed",
        ),
        "not-one-type" => ("is not of one type", "each requirement is { <type> = request or null; }"),
        "unknown-type" => ("is no type of resource", "the types are in nix/README.md"),
        "not-allowed" => ("is not allowed here", "a module of an application only configures NixOS"),
        "unmet" => ("is offered nowhere", ""),
        "dangling" => ("names what is not there", ""),
        "wrong-kind" => ("points to a result of another kind", ""),
        "not-chosen" => ("points to what is known too late", ""),
        "circular" => ("waits for what waits for it", ""),
        "not-kept" => ("has to be kept, and is not in `state`", ""),
        "beyond-policy" => ("is more than any policy allows", ""),
        "secret-in-store" => (
            "is a secret in the store, which everybody on the host can read",
            "take the path that a secret-file has as its result",
        ),
        "not-quoted" => (
            "has an operator's text in it as it is",
            "quote it, such as with lib.escapeShellArg, or hand it over in a file",
        ),
        "not-as-expected" => ("is not what is expected", ""),
        _ => return None,
    })
}
