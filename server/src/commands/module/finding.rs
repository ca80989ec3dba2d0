//! What is wrong with a module, for whoever writes it: where it stands, path, what is wrong, what is allowed.

use adapter_nix::ModuleFinding;
use domain::option::finding::{Code, Path};
use serde_json::Value;

use crate::commands::finding;

pub(super) fn line(found: &ModuleFinding) -> String {
    let path = if found.path.0.is_empty() { "the module".to_owned() } else { found.path.to_string() };
    let got = match &found.got {
        Value::Null => String::new(),
        Value::String(text) => format!(" (“{}”)", text.escape_debug()),
        other => format!(" ({other})"),
    };
    let at = found.at.as_ref().map_or_else(String::new, |at| format!("{at}: "));
    let with = found.number.map_or_else(String::new, |number| {
        format!(", with the generated options number {number} (see --show {number})")
    });
    let among = match &found.expected {
        Some(expected) => format!("; expected: “{}”", expected.escape_debug()),
        None if found.among.is_empty() => String::new(),
        None => format!("; allowed: {}", found.among.join(", ")),
    };
    let said = match wrong(&found.code) {
        Some((wrong, "")) => format!("{wrong}{got}"),
        Some((wrong, _)) if !among.is_empty() => format!("{wrong}{got}"),
        Some((wrong, allowed)) => format!("{wrong}{got}; {allowed}"),
        None => match serde_json::from_value::<Code>(found.code.clone().into()) {
            Ok(Code::Fault) | Err(_) => format!("is refused as “{}”{got}", found.code),
            Ok(code) => format!("{}{}{got}", finding::wrong(code), others(&found.others)),
        },
    };
    format!("{at}{path}: {said}{among}{with}")
}

/// What it was compared with, after words such as “must be the same as”.
fn others(paths: &[Path]) -> String {
    let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
    if paths.is_empty() { String::new() } else { format!(" {}", paths.join(", ")) }
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
        "name-taken" => ("is the name of an application of the library", "a server would ignore this one"),
        "second-title" => ("is a second title, after that of the option", "one option has `title = true`"),
        "not-in-readme" => ("is an option that README.md does not name", "name it there, such as `domain`"),
        "not-a-refusal" => ("is no refusal", "a refusal is { path; code; }"),
        "no-option" => ("leads to no option", "such as [ \"buckets\" 0 \"name\" ]"),
        "not-refusable" => ("is no code for refusals", ""),
        "not-a-command" => ("is no command", "a list of a program and its arguments, such as [ \"wiki\" \"set-up\" ]"),
        "a-shell" => (
            "hands a text to a shell, in which what operators typed would be more than text",
            "give a program and its arguments; several steps are a program that nixos makes",
        ),
        "not-a-unit" => ("is not the whole name of a unit", "such as wiki.service or wiki.timer"),
        "not-a-path" => ("is no absolute path", "such as /var/lib/wiki, of letters, digits and . _ - @"),
        "in-the-store" => ("leads into the store", "take a path on the host, such as /var/lib/wiki"),
        "not-an-identifier" => {
            ("is no name of a user or database", "1 to 32 of a-z, 0-9 and _, beginning with a letter")
        }
        "not-a-bucket-name" => ("is no name of a bucket", "3 to 63 of a-z, 0-9, . and -"),
        "not-a-secret-file" => ("names no secret-file that is asked for with these options", ""),
        "not-dumped" => ("names no database, bucket or queue that is asked for", ""),
        "not-started" => (
            "lacks a unit of the application, which would not wait for databases, secrets and buckets",
            "list every unit that starts by itself, set-up first",
        ),
        "thrown" => ("throws, or fails an assert", "say in `refusals` or with a type what can't be"),
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
