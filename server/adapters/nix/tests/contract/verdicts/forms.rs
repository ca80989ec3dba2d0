//! Types of every kind, by their forms.

use serde_json::{Map, Value, json};

use super::{numbers::Numbers, values};

pub(super) const KINDS: &[&str] = &[
    "text",
    "integer",
    "boolean",
    "choice",
    "domain",
    "label",
    "email",
    "url",
    "colour",
    "subdomain",
    "port",
    "locale",
    "size",
    "duration",
    "secret",
    "list",
    "optional",
    "group",
];

/// Those that a list, an option or a group may hold: the last ones are as deep as it gets.
const INNER: &[&str] = &[
    "text", "integer", "boolean", "choice", "domain", "label", "email", "url", "colour", "port", "locale", "size",
    "duration", "secret", "list", "optional",
];

const NAMES: &[&str] = &["a", "b", "c", "d", "mail", "outPath", "_type"];

pub(super) fn of(kind: &str, numbers: &mut Numbers) -> Value {
    nested(kind, numbers, 2)
}

fn nested(kind: &str, numbers: &mut Numbers, depth: usize) -> Value {
    match kind {
        "text" | "secret" => {
            let min = numbers.below(4);
            let mut form = json!({ "kind": kind, "min": min, "max": min + numbers.below(12) });
            if kind == "text" {
                form["lines"] = numbers.one_in(2).into();
            }
            form
        }
        "integer" => {
            let min = integer(numbers);
            json!({ "kind": kind, "min": min, "max": min.saturating_add(small(numbers)) })
        }
        "size" | "duration" => {
            let min = integer(numbers);
            let step = numbers.among(&[&1, &7, &60, &1024]);
            json!({ "kind": kind, "min": min, "max": min.saturating_add(small(numbers)), "step": step })
        }
        "choice" => {
            let choices: Vec<Value> =
                ["", "one", "two", "${three}"][numbers.below(3)..].iter().map(|value| choice(value)).collect();
            json!({ "kind": kind, "choices": choices })
        }
        "subdomain" => json!({ "kind": kind, "below": ["domain"] }),
        "list" => {
            let min = numbers.below(3);
            json!({ "kind": kind, "of": inner(numbers, depth), "min": min, "max": min + numbers.below(4) })
        }
        "optional" => json!({ "kind": kind, "of": inner(numbers, depth) }),
        "group" => group(numbers, depth),
        _ => json!({ "kind": kind }),
    }
}

fn choice(value: &str) -> Value {
    json!({ "value": value, "label": { "en": value, "de": value } })
}

fn integer(numbers: &mut Numbers) -> i64 {
    *numbers.among(&[&0, &1, &-5, &100, &9_007_199_254_740_990, &-9_007_199_254_740_992])
}

fn small(numbers: &mut Numbers) -> i64 {
    i64::try_from(numbers.below(3000)).expect("a small number")
}

fn inner(numbers: &mut Numbers, depth: usize) -> Value {
    if depth == 0 {
        return nested(INNER[numbers.below(INNER.len() - 2)], numbers, 0);
    }
    let kind = if numbers.one_in(4) { "group" } else { INNER[numbers.below(INNER.len())] };
    nested(kind, numbers, depth - 1)
}

/// Options that refer to those before them, and relations between all of them.
fn group(numbers: &mut Numbers, depth: usize) -> Value {
    let count = 1 + numbers.below(NAMES.len());
    let mut options = Map::new();
    let mut order: Vec<String> = Vec::new();
    if numbers.one_in(3) {
        options.insert("domain".into(), labelled(json!({ "kind": "domain" })));
        order.push("domain".into());
    }
    for name in &NAMES[..count] {
        let mut option = if order.first().is_some_and(|first| first == "domain") && numbers.one_in(4) {
            nested("subdomain", numbers, 0)
        } else {
            inner(numbers, depth.saturating_sub(1))
        };
        if numbers.one_in(3) {
            option["default"] = values::of(&option, numbers);
        }
        if let Some(before) = (!order.is_empty()).then(|| order[numbers.below(order.len())].clone()) {
            if numbers.one_in(4) {
                let said = if numbers.one_in(2) { "is" } else { "isNot" };
                let values = [values::scalar(&options[&before], numbers), Value::Null];
                option["visibleWhen"] = json!([{ "option": [before], said: values }]);
            } else if numbers.one_in(4) {
                let parts = if numbers.one_in(2) {
                    json!([{ "option": [before] }])
                } else {
                    json!(["x.", { "option": [before] }])
                };
                option["defaultFrom"] = parts;
            }
        }
        options.insert((*name).into(), labelled(option));
        order.push((*name).into());
    }
    let mut form = json!({ "kind": "group", "options": options, "order": order });
    if numbers.one_in(2) {
        let kind = *numbers.among(&[&"differ", &"any", &"together", &"at-most"]);
        let all: Vec<Value> = order.iter().map(|name| json!([name])).collect();
        form["relations"] = json!([{ "kind": kind, "options": all }]);
    }
    form
}

fn labelled(mut option: Value) -> Value {
    option["label"] = json!({ "en": "x", "de": "x" });
    option
}
