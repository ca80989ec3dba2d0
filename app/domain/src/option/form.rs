//! How types and options are written down: one flat set of fields, whatever the kind.
//!
//! Serde could read this by tags and flattening, but its code for that is large, and it is in the WASM that every
//! operator downloads.

use std::{collections::BTreeMap, mem};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    ApplicationOption, Choice, Group, OptionType, Quantity,
    fields::shown,
    reference::{Condition, Part, Reference},
    relation::Relation,
};
use crate::language::LocalText;

/// A type or an option as the contract writes it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Form {
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    step: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    below: Option<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lines: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<Choice>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<Box<OptionType>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    options: Option<BTreeMap<String, ApplicationOption>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    relations: Vec<Relation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<LocalText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    help: Option<LocalText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    example: Option<Value>,
    /// A default that is `null` is a default; only a missing one makes an option required.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    default: Option<Value>,
    #[serde(default)]
    immutable: bool,
    #[serde(default)]
    title: bool,
    #[serde(default, rename = "visibleWhen", skip_serializing_if = "Vec::is_empty")]
    visible_when: Vec<Condition>,
    #[serde(default, rename = "defaultFrom", skip_serializing_if = "Option::is_none")]
    default_from: Option<Vec<Part>>,
}

fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// What is wrong with a form; only a library that doesn't keep the contract writes one like this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    #[error("there is no kind of option “{0}”")]
    UnknownKind(String),
    #[error("an option of kind “{kind}” needs “{field}”")]
    Missing { kind: String, field: &'static str },
    #[error("a length can't be negative")]
    Negative,
    #[error("a step is at least 1")]
    NoStep,
    #[error("the order of a group names other options than it has")]
    Order,
}

impl TryFrom<Form> for OptionType {
    type Error = FormError;

    fn try_from(form: Form) -> Result<Self, FormError> {
        let kind = form.kind;
        let missing = |field| FormError::Missing { kind: kind.clone(), field };
        let length = |value: Option<i64>, field| {
            usize::try_from(value.ok_or_else(|| missing(field))?).map_err(|_| FormError::Negative)
        };
        let of = || missing("of");
        let quantity = |min: Option<i64>, max: Option<i64>, step: Option<i64>| {
            let step = step.ok_or_else(|| missing("step"))?;
            if step < 1 {
                return Err(FormError::NoStep);
            }
            Ok(Quantity { min: min.ok_or_else(|| missing("min"))?, max: max.ok_or_else(|| missing("max"))?, step })
        };
        Ok(match kind.as_str() {
            "text" => Self::Text {
                min: length(form.min, "min")?,
                max: length(form.max, "max")?,
                lines: form.lines.ok_or_else(|| missing("lines"))?,
            },
            "integer" => Self::Integer {
                min: form.min.ok_or_else(|| missing("min"))?,
                max: form.max.ok_or_else(|| missing("max"))?,
            },
            "boolean" => Self::Boolean,
            "choice" => Self::Choice { choices: form.choices.ok_or_else(|| missing("choices"))? },
            "domain" => Self::Domain,
            "label" => Self::Label,
            "email" => Self::Email,
            "url" => Self::Url,
            "colour" => Self::Colour,
            "subdomain" => Self::Subdomain { below: form.below.ok_or_else(|| missing("below"))? },
            "port" => Self::Port,
            "locale" => Self::Locale,
            "size" => Self::Size(quantity(form.min, form.max, form.step)?),
            "duration" => Self::Duration(quantity(form.min, form.max, form.step)?),
            "secret" => Self::Secret { min: length(form.min, "min")?, max: length(form.max, "max")? },
            "list" => {
                Self::List { min: length(form.min, "min")?, max: length(form.max, "max")?, of: form.of.ok_or_else(of)? }
            }
            "optional" => Self::Optional { of: form.of.ok_or_else(of)? },
            "group" => {
                let options = form.options.ok_or_else(|| missing("options"))?;
                let order = form.order.ok_or_else(|| missing("order"))?;
                if order.len() != options.len() || !options.keys().all(|name| order.contains(name)) {
                    return Err(FormError::Order);
                }
                Self::Group(Group { options, order, relations: form.relations })
            }
            _ => return Err(FormError::UnknownKind(kind)),
        })
    }
}

impl From<OptionType> for Form {
    fn from(kind: OptionType) -> Self {
        let named = |kind: &str| Self { kind: kind.to_owned(), ..Self::default() };
        // Lengths are far below 2^53: the contract holds them there.
        let length = |length: usize| i64::try_from(length).ok();
        match kind {
            OptionType::Text { min, max, lines } => {
                Self { min: length(min), max: length(max), lines: Some(lines), ..named("text") }
            }
            OptionType::Integer { min, max } => Self { min: Some(min), max: Some(max), ..named("integer") },
            OptionType::Boolean => named("boolean"),
            OptionType::Choice { choices } => Self { choices: Some(choices), ..named("choice") },
            OptionType::Domain => named("domain"),
            OptionType::Label => named("label"),
            OptionType::Email => named("email"),
            OptionType::Url => named("url"),
            OptionType::Colour => named("colour"),
            OptionType::Subdomain { below } => Self { below: Some(below), ..named("subdomain") },
            OptionType::Port => named("port"),
            OptionType::Locale => named("locale"),
            OptionType::Size(quantity) => Self::from_quantity("size", quantity),
            OptionType::Duration(quantity) => Self::from_quantity("duration", quantity),
            OptionType::Secret { min, max } => Self { min: length(min), max: length(max), ..named("secret") },
            OptionType::List { of, min, max } => {
                Self { of: Some(of), min: length(min), max: length(max), ..named("list") }
            }
            OptionType::Optional { of } => Self { of: Some(of), ..named("optional") },
            OptionType::Group(group) => Self {
                options: Some(group.options),
                order: Some(group.order),
                relations: group.relations,
                ..named("group")
            },
        }
    }
}

impl Form {
    fn from_quantity(kind: &str, Quantity { min, max, step }: Quantity) -> Self {
        Self { kind: kind.to_owned(), min: Some(min), max: Some(max), step: Some(step), ..Self::default() }
    }
}

impl TryFrom<Form> for ApplicationOption {
    type Error = FormError;

    fn try_from(mut form: Form) -> Result<Self, FormError> {
        let label = form.label.take().ok_or_else(|| FormError::Missing { kind: form.kind.clone(), field: "label" })?;
        let (help, example, default) = (form.help.take(), form.example.take(), form.default.take());
        let (immutable, title) = (form.immutable, form.title);
        let (visible_when, default_from) = (mem::take(&mut form.visible_when), form.default_from.take());
        let kind: OptionType = form.try_into()?;
        let example = example.map(|example| shown(&kind, Some(&example)));
        Ok(Self { kind, label, help, example, default, immutable, title, visible_when, default_from })
    }
}

impl From<ApplicationOption> for Form {
    fn from(option: ApplicationOption) -> Self {
        let ApplicationOption { kind, label, help, example, default, immutable, title, visible_when, default_from } =
            option;
        Self {
            label: Some(label),
            help,
            example: example.map(Value::from),
            default,
            immutable,
            title,
            visible_when,
            default_from,
            ..Self::from(kind)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_option_is_written_as_it_was_read() {
        let written = json!({"kind": "optional", "of": {"kind": "list", "min": 0, "max": 3, "of": {"kind": "email"}, "immutable": false, "title": false},
            "label": {"en": "a", "de": "b"}, "default": null, "immutable": true, "title": false});

        let option: ApplicationOption = serde_json::from_value(written.clone()).expect("an option");

        assert_eq!(option.default, Some(Value::Null));
        let again: ApplicationOption =
            serde_json::from_value(serde_json::to_value(&option).expect("JSON")).expect("an option");
        assert_eq!(again, option);
    }

    #[test]
    fn an_example_is_told_as_it_stands_in_the_field() {
        let label = json!({"en": "", "de": ""});
        for (written, told) in [
            (json!({"kind": "integer", "min": 0, "max": 9, "label": label, "example": 7}), "7"),
            (json!({"kind": "size", "min": 0, "max": 1 << 30, "step": 1, "label": label, "example": 1 << 20}), "1 MiB"),
            (json!({"kind": "domain", "label": label, "example": "town.example"}), "town.example"),
        ] {
            let option: ApplicationOption = serde_json::from_value(written).expect("an option");

            assert_eq!(option.example.as_deref(), Some(told));
        }
    }

    #[test]
    fn a_form_that_does_not_keep_the_contract_is_refused() {
        for (written, problem) in [
            (json!({"kind": "poem"}), "there is no kind of option “poem”"),
            (json!({"kind": "list", "min": 0, "max": 1}), "an option of kind “list” needs “of”"),
            (json!({"kind": "text", "min": -1, "max": 1, "lines": false}), "a length can't be negative"),
            (json!({"kind": "size", "min": 0, "max": 1, "step": 0}), "a step is at least 1"),
            (json!({"kind": "group", "options": {}, "order": ["a"]}), "names other options than it has"),
        ] {
            let error = serde_json::from_value::<OptionType>(written).expect_err("refused");

            assert!(error.to_string().contains(problem), "{error}");
        }
    }
}
