//! Values for a form: right ones, ones that are nearly right, and ones that are something else.

use serde_json::{Map, Value, json};

use super::numbers::Numbers;

const DOMAINS: &[&str] = &["a.de", "town.example.org", "xn--bcher-kva.example", "a-b.c--d.org", "1.2.x3"];
const LABELS: &[&str] = &["a", "town", "a-b", "0", "x--y"];
const EMAILS: &[&str] = &["ada@example.org", "o'neil+$x@a.de", "A.b@Example.ORG"];
const URLS: &[&str] = &["https://a.de", "http://example.org:65535/a?b=c#d", "https://A.de/'$(id)'"];
const COLOURS: &[&str] = &["#000000", "#FfAa09"];
const LOCALES: &[&str] = &["de", "ckb", "pt-BR", "zh-Hant-TW", "es-419"];
const TEXTS: &[&str] =
    &["", " ", "a", "Town", "日本", "é", "🎺", "\n", "a\nb", "${x}", "''", "\u{202e}x", "\u{7f}", "\u{1}", "\\"];
/// What is put into a text, or takes the place of a character.
const PIECES: &[&str] = &[
    "",
    ".",
    "-",
    "@",
    "/",
    ":",
    "#",
    "A",
    "z",
    "0",
    " ",
    "\n",
    "\t",
    "ü",
    "_",
    "%",
    "🎺",
    "\u{7f}",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
];

pub(super) fn of(form: &Value, numbers: &mut Numbers) -> Value {
    if numbers.one_in(8) { other(numbers) } else { fitting(form, numbers) }
}

/// Of the kind that its form says, within its bounds or just outside.
fn fitting(form: &Value, numbers: &mut Numbers) -> Value {
    match form["kind"].as_str().expect("a kind") {
        "list" => {
            let min = form["min"].as_u64().expect("a length");
            let max = form["max"].as_u64().expect("a length");
            let count = usize::try_from(min).expect("a length")
                + numbers.below(usize::try_from(max - min).expect("a length") + 2);
            let mut items: Vec<Value> = (0..count).map(|_| of(&form["of"], numbers)).collect();
            if count > 1 && numbers.one_in(4) {
                items[0] = items[count - 1].clone();
            }
            items.into()
        }
        "optional" if numbers.one_in(3) => Value::Null,
        "optional" => of(&form["of"], numbers),
        "group" => group(form, numbers),
        "secret" => {
            let editions = [0, 1, 2, 9_007_199_254_740_992_i64, 9_007_199_254_740_993];
            json!({ "edition": editions[numbers.below(editions.len())] })
        }
        _ => scalar(form, numbers),
    }
}

/// A value without further ones in it, whatever the form.
pub(super) fn scalar(form: &Value, numbers: &mut Numbers) -> Value {
    let bound = |name: &str| form[name].as_i64().unwrap_or_default();
    match form["kind"].as_str().expect("a kind") {
        "boolean" => numbers.one_in(2).into(),
        "integer" | "size" | "duration" => {
            let step = form["step"].as_i64().unwrap_or(1);
            let between = bound("min") + i64::try_from(numbers.below(3000)).expect("a small number") / step * step;
            let near = [bound("min"), bound("max"), bound("min") - 1, bound("max") + 1, between, between / step * step];
            near[numbers.below(near.len())].into()
        }
        "port" => [0, 1, 25, 443, 65_535, 65_536][numbers.below(6)].into(),
        "choice" => {
            let choices = form["choices"].as_array().expect("choices");
            let value = choices[numbers.below(choices.len())]["value"].as_str().expect("a text");
            bent(value, numbers).into()
        }
        "domain" => text(DOMAINS, numbers),
        "label" | "subdomain" => text(LABELS, numbers),
        "email" => text(EMAILS, numbers),
        "url" => text(URLS, numbers),
        "colour" => text(COLOURS, numbers),
        "locale" => text(LOCALES, numbers),
        _ => text(TEXTS, numbers),
    }
}

fn text(texts: &[&str], numbers: &mut Numbers) -> Value {
    let text = numbers.among(texts);
    bent(text, numbers).into()
}

/// Mostly the same; otherwise with something put in, or in the place of one of its characters.
fn bent(text: &str, numbers: &mut Numbers) -> String {
    if !numbers.one_in(3) {
        return text.to_owned();
    }
    let mut characters: Vec<String> = text.chars().map(String::from).collect();
    let piece = numbers.among(PIECES).to_owned();
    let place = numbers.below(characters.len() + 1);
    if place < characters.len() && numbers.one_in(2) {
        characters[place] = piece;
    } else {
        characters.insert(place, piece);
    }
    characters.concat()
}

fn group(form: &Value, numbers: &mut Numbers) -> Value {
    let mut entries = Map::new();
    for (name, option) in form["options"].as_object().expect("options") {
        if !numbers.one_in(5) {
            entries
                .insert(name.clone(), if numbers.one_in(3) { of(option, numbers) } else { fitting(option, numbers) });
        }
    }
    if numbers.one_in(8) {
        for name in ["unknown", "__functor", "A"].iter().take(1 + numbers.below(3)) {
            entries.insert((*name).into(), other(numbers));
        }
    }
    entries.into()
}

/// Anything that JSON has, among it what would mean something to Nix if it were not data.
fn other(numbers: &mut Numbers) -> Value {
    let others = [
        Value::Null,
        json!(true),
        json!(5),
        json!(-1),
        json!(1.5),
        json!(1.0),
        json!(1e300),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(9_007_199_254_740_993_i64),
        json!("5"),
        json!("x".repeat(300)),
        json!("日".repeat(100)),
        json!([]),
        json!([1, [2], {}]),
        json!({}),
        json!({ "_type": "override", "content": 1, "priority": 0 }),
        json!({ "outPath": "/etc/passwd" }),
        json!({ "type": "derivation", "drvPath": "x" }),
        json!({ "edition": 1, "file": "x" }),
    ];
    others[numbers.below(others.len())].clone()
}
