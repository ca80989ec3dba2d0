//! Values as the fields of an HTML form, and back.
//!
//! A field's name is the path of its value (`homepage.links.0.url`). Blank rows of a list are not values: an operator
//! leaves empty what isn't needed. An optional group has a switch, a field of its own; where a form has none (whoever
//! asks without our pages), a blank group is no value. A size or a duration is a number, with its unit in a field beside
//! it (`garage.quota.unit`) or behind it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Group, OptionType, finding::Path, quantity::Unit, secrets};

/// What a browser sends: field names and their texts.
pub type Fields = BTreeMap<String, String>;

/// The values that the fields of a group say; what they leave empty is left out.
pub fn read_group(group: &Group, path: &Path, fields: &Fields) -> Value {
    let mut entries = Map::new();
    for (name, option) in &group.options {
        // Where other options make the default, an empty field is not an empty text.
        let left_out = |value: &Value| option.default_from.is_some() && (value.is_null() || value == "");
        if let Some(value) = read(&option.kind, &path.key(name), fields).filter(|value| !left_out(value)) {
            entries.insert(name.clone(), value);
        }
    }
    Value::Object(entries)
}

fn read(kind: &OptionType, path: &Path, fields: &Fields) -> Option<Value> {
    let text = || fields.get(&path.to_string());
    let entered = || text().map(|text| text.trim()).filter(|text| !text.is_empty());
    match kind {
        OptionType::Text { .. } => text().map(|text| Value::String(text.replace("\r\n", "\n"))),
        OptionType::Integer { .. } | OptionType::Port => entered().map(integer),
        OptionType::Size(_) => entered().map(|text| quantity(Unit::Bytes, text, path, fields)),
        OptionType::Duration(_) => entered().map(|text| quantity(Unit::Seconds, text, path, fields)),
        // What was typed here never becomes a value.
        OptionType::Secret { .. } => secrets::read(path, fields),
        OptionType::Boolean => Some(Value::Bool(text().is_some())),
        OptionType::Choice { .. }
        | OptionType::Domain
        | OptionType::Label
        | OptionType::Subdomain { .. }
        | OptionType::Locale
        | OptionType::Email
        | OptionType::Url
        | OptionType::Colour => entered().map(Value::from),
        OptionType::Optional { of } => {
            let left_out = |value: &Value| match (&**of, fields.contains_key(&switch_field(path))) {
                (OptionType::Group(_), true) => text().is_none(),
                _ => is_left_empty(of, value),
            };
            Some(read(of, path, fields).filter(|value| !left_out(value)).unwrap_or(Value::Null))
        }
        OptionType::List { of, .. } => Some(
            indices(path, fields)
                .into_iter()
                .filter_map(|index| read(of, &path.index(index), fields))
                .filter(|value| !is_left_empty(of, value))
                .collect(),
        ),
        OptionType::Group(group) => Some(read_group(group, path, fields)),
    }
}

/// A whole number, or the text as it is, so that the check can say that it is none.
fn integer(text: &str) -> Value {
    text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from)
}

/// A whole number with the unit behind it or beside it, or the text as it is.
fn quantity(unit: Unit, text: &str, path: &Path, fields: &Fields) -> Value {
    let beside = fields.get(&unit_field(path)).filter(|_| !text.ends_with(char::is_alphabetic));
    let text = beside.map_or_else(|| text.to_owned(), |beside| format!("{text} {beside}"));
    unit.read(&text).map_or_else(|| Value::from(text), Value::from)
}

/// The field with the unit of a size or a duration.
pub fn unit_field(path: &Path) -> String {
    path.key("unit").to_string()
}

/// The field that says that an optional group has a switch: a browser sends nothing of one that is off.
pub fn switch_field(path: &Path) -> String {
    path.key("?").to_string()
}

/// The rows of a list that have a field, in order.
pub(super) fn indices(path: &Path, fields: &Fields) -> BTreeSet<usize> {
    let prefix = format!("{path}.");
    let below = fields.range(prefix.clone()..).take_while(|(name, _)| name.starts_with(&prefix));
    let mut indices = BTreeSet::new();
    indices.extend(below.filter_map(|(name, _)| name[prefix.len()..].split('.').next()?.parse::<usize>().ok()));
    indices
}

/// Whether a value of its own, not one among others of a group, was left empty.
fn is_left_empty(kind: &OptionType, value: &Value) -> bool {
    match kind {
        // Whoever needs none of these leaves them out.
        OptionType::Choice { .. } | OptionType::Colour => value.is_null(),
        kind => is_blank(kind, value),
    }
}

/// Whether nothing was entered. Controls that always have a value (a choice, a colour, a switch) don't count.
fn is_blank(kind: &OptionType, value: &Value) -> bool {
    match (kind, value) {
        (OptionType::Choice { .. } | OptionType::Colour | OptionType::Boolean, _) => true,
        (OptionType::Group(group), Value::Object(entries)) => entries
            .iter()
            .all(|(name, value)| group.options.get(name).is_none_or(|option| is_blank(&option.kind, value))),
        (OptionType::Optional { of }, value) => value.is_null() || is_blank(of, value),
        (_, Value::String(text)) => text.trim().is_empty(),
        (_, Value::Array(items)) => items.is_empty(),
        (_, value) => value.is_null(),
    }
}

/// The value at a path; none where there is nothing.
pub fn at<'a>(value: &'a Value, path: &Path) -> Option<&'a Value> {
    path.0.iter().try_fold(value, |value, part| match part {
        super::finding::Part::Key(key) => value.get(key),
        super::finding::Part::Index(index) => value.get(index),
    })
}

/// How a single value stands in its field.
pub fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        None | Some(Value::Null | Value::Array(_) | Value::Object(_)) => String::new(),
        Some(scalar) => scalar.to_string(),
    }
}

/// How a value of a type stands in its field: sizes and durations with their unit, secrets not at all.
pub fn shown(kind: &OptionType, value: Option<&Value>) -> String {
    match (kind.unit(), value.and_then(Value::as_i64)) {
        _ if kind.is_secret() => String::new(),
        (Some(unit), Some(number)) if number >= 0 => unit.write(number),
        _ => text_of(value),
    }
}

/// A change to the rows of a list, asked for by a button that works without JavaScript: `add homepage.links`, `remove homepage.links.2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowChange {
    Add(Vec<String>),
    Remove(Vec<String>),
}

impl RowChange {
    /// Reads a button's value; none for a button that means something else.
    pub fn parse(intent: &str) -> Option<Self> {
        let parts = |path: &str| path.split('.').map(str::to_owned).collect();
        match intent.split_once(' ')? {
            ("add", path) => Some(Self::Add(parts(path))),
            ("remove", path) => Some(Self::Remove(parts(path))),
            _ => None,
        }
    }

    /// Applies it; a path that leads nowhere changes nothing.
    pub fn apply(&self, value: &mut Value) {
        match self {
            Self::Add(path) => {
                if let Some(list) = reach(value, path) {
                    if !list.is_array() {
                        *list = Value::Array(Vec::new());
                    }
                    if let Value::Array(rows) = list {
                        rows.push(Value::Object(Map::new()));
                    }
                }
            }
            Self::Remove(path) => {
                let Some((row, list)) = path.split_last() else { return };
                if let (Some(Value::Array(rows)), Ok(row)) = (reach(value, list), row.parse::<usize>())
                    && row < rows.len()
                {
                    rows.remove(row);
                }
            }
        }
    }
}

fn reach<'a>(value: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, part| match value {
        Value::Object(entries) => Some(entries.entry(part.clone()).or_insert(Value::Null)),
        Value::Array(items) => part.parse::<usize>().ok().and_then(|index| items.get_mut(index)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form() -> Group {
        let label = json!({"en": "", "de": ""});
        let form = serde_json::from_value(json!({
            "kind": "group",
            "order": ["title", "size", "open", "links", "contact"],
            "options": {
                "title": {"kind": "text", "min": 1, "max": 80, "lines": false, "label": label},
                "size": {"kind": "integer", "min": 1, "max": 9, "label": label},
                "open": {"kind": "boolean", "label": label},
                "links": {"kind": "list", "min": 0, "max": 9, "label": label, "of": {"kind": "group", "order": ["url", "sort"], "options": {
                    "url": {"kind": "url", "label": label},
                    "sort": {"kind": "choice", "choices": [{"value": "web", "label": label}], "label": label}}}},
                "contact": {"kind": "optional", "of": {"kind": "email"}, "label": label},
            }
        }))
        .expect("a form");
        match form {
            OptionType::Group(group) => group,
            other => panic!("{other:?} is not a group"),
        }
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn fields_become_values_and_blank_rows_are_left_out() {
        let sent = fields(&[
            ("h.title", "Town\r\nhall"),
            ("h.size", " 5 "),
            ("h.links.0.url", ""),
            ("h.links.0.sort", "web"),
            ("h.links.10.url", "https://b.example"),
            ("h.links.10.sort", "web"),
            ("h.links.2.url", "https://a.example"),
            ("h.contact", " "),
        ]);

        let value = read_group(&form(), &Path::default().key("h"), &sent);

        assert_eq!(
            value,
            json!({"title": "Town\nhall", "size": 5, "open": false, "contact": null,
                "links": [{"url": "https://a.example"}, {"url": "https://b.example", "sort": "web"}]})
        );
    }

    #[test]
    fn quantities_are_typed_with_units() {
        let label = json!({"en": "", "de": ""});
        let form = serde_json::from_value(json!({"kind": "group", "order": ["quota", "kept"], "options": {
            "quota": {"kind": "size", "min": 0, "max": 1_i64 << 40, "step": 1, "label": label},
            "kept": {"kind": "duration", "min": 0, "max": 9_999_999, "step": 86_400, "label": label}}}))
        .expect("a form");
        let OptionType::Group(form) = form else { panic!("not a group") };
        let sent = fields(&[("quota", "20 GiB"), ("kept", "a while")]);

        let value = read_group(&form, &Path::default(), &sent);

        assert_eq!(value, json!({"quota": 21_474_836_480_i64, "kept": "a while"}));
        assert_eq!(shown(&form.options["quota"].kind, value.get("quota")), "20 GiB");
    }

    #[test]
    fn a_unit_may_stand_beside_its_number_or_behind_it() {
        let label = json!({"en": "", "de": ""});
        let form = serde_json::from_value(json!({"kind": "group", "order": ["size"], "options": {
            "size": {"kind": "optional", "of": {"kind": "size", "min": 0, "max": 1_i64 << 40, "step": 1}, "label": label}}}))
        .expect("a form");
        let OptionType::Group(form) = form else { panic!("not a group") };
        let read = |size, unit| {
            read_group(&form, &Path::default(), &fields(&[("size", size), ("size.unit", unit)]))["size"].take()
        };

        assert_eq!(read("20", "GiB"), json!(21_474_836_480_i64));
        assert_eq!(read("20 MiB", "GiB"), json!(20_971_520));
        assert_eq!(read("1.5", "GiB"), json!("1.5 GiB"));
        assert_eq!(read("", "GiB"), Value::Null);
    }

    #[test]
    fn an_optional_group_goes_by_its_switch_and_without_one_by_what_it_holds() {
        let label = json!({"en": "", "de": ""});
        let form = serde_json::from_value(json!({"kind": "group", "order": ["mail", "sizes", "kind"], "options": {
            "mail": {"kind": "optional", "label": label, "of": {"kind": "group", "order": ["port", "security"], "options": {
                "port": {"kind": "port", "label": label},
                "security": {"kind": "choice", "choices": [{"value": "tls", "label": label}], "label": label}}}},
            "sizes": {"kind": "list", "min": 0, "max": 9, "label": label,
                "of": {"kind": "choice", "choices": [{"value": "240", "label": label}, {"value": "480", "label": label}]}},
            "kind": {"kind": "optional", "label": label, "of": {"kind": "choice", "choices": [{"value": "a", "label": label}]}}}}))
        .expect("a form");
        let OptionType::Group(form) = form else { panic!("not a group") };
        let read = |pairs| read_group(&form, &Path::default(), &fields(pairs));

        let off = read(&[("mail.?", ""), ("mail.port", "25"), ("mail.security", "tls"), ("kind", "")]);
        let on = read(&[("mail.?", ""), ("mail", "on"), ("mail.port", ""), ("sizes.1", "480"), ("kind", "a")]);
        let filled = read(&[("mail.port", "25")]);
        let blank = read(&[("mail.port", ""), ("mail.security", "tls")]);

        assert_eq!(off, json!({"mail": null, "sizes": [], "kind": null}));
        assert_eq!(on, json!({"mail": {}, "sizes": ["480"], "kind": "a"}));
        assert_eq!(filled["mail"], json!({"port": 25}));
        assert_eq!(blank["mail"], Value::Null);
    }

    #[test]
    fn an_empty_field_leaves_room_for_a_default_from_other_options() {
        let label = json!({"en": "", "de": ""});
        let form = serde_json::from_value(json!({"kind": "group", "order": ["name", "title", "note"], "options": {
            "name": {"kind": "label", "label": label},
            "title": {"kind": "text", "min": 1, "max": 9, "lines": false, "label": label, "defaultFrom": [{"option": ["name"]}]},
            "note": {"kind": "text", "min": 0, "max": 9, "lines": false, "label": label}}}))
        .expect("a form");
        let OptionType::Group(form) = form else { panic!("not a group") };

        let value = read_group(&form, &Path::default(), &fields(&[("name", "town"), ("title", ""), ("note", "")]));

        assert_eq!(value, json!({"name": "town", "note": ""}));
    }

    #[test]
    fn what_is_no_number_is_kept_as_it_was_typed() {
        let value = read_group(&form(), &Path::default(), &fields(&[("size", "five")]));

        assert_eq!(value["size"], json!("five"));
    }

    #[test]
    fn rows_are_added_and_removed_by_buttons() {
        let mut value = json!({"h": {"links": [{"url": "a"}, {"url": "b"}]}});

        RowChange::parse("remove h.links.0").expect("a change").apply(&mut value);
        RowChange::parse("add h.links").expect("a change").apply(&mut value);
        RowChange::parse("add h.people").expect("a change").apply(&mut value);
        RowChange::parse("remove h.links.99").expect("a change").apply(&mut value);

        assert_eq!(value, json!({"h": {"links": [{"url": "b"}, {}], "people": [{}]}}));
        assert_eq!(RowChange::parse("review"), None);
    }
}
