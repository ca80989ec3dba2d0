//! What differs between two sets of options, in the words of the form.

use domain::{
    application::ApplicationModule,
    difference::OptionChange,
    language::Language,
    option::{
        OptionType,
        fields::shown,
        finding::{Part, Path},
        secrets,
    },
};
use leptos::prelude::*;
use serde_json::Value;

use crate::text::{language, quantity::number, texts};

/// The applications that a change may be about, by their names within the deployment.
pub type Modules = Vec<(String, ApplicationModule)>;

#[component]
pub fn Changes(changes: Vec<OptionChange>, modules: Modules) -> impl IntoView {
    let changes = in_form_order(changes, &modules, |change| &change.path);
    let t = &texts().deployment;
    let item = |change: OptionChange| {
        let label = label(&modules, &change.path.0);
        let told = |value: &Value| told(&modules, &change.path.0, value);
        match (&change.before, &change.after) {
            (Some(before), Some(after)) => view! {
                <li class="changed"><span>
                    <span class="spoken">{t.changed_entry}</span>{label}": "<del>{told(before)}</del>" "<ins>{told(after)}</ins>
                </span></li>
            }
            .into_any(),
            (None, Some(after)) => view! {
                <li class="added"><span><span class="spoken">{t.added}</span>{label}": "{told(after)}</span></li>
            }
            .into_any(),
            (Some(before), None) => view! {
                <li class="removed"><span><span class="spoken">{t.removed_entry}</span>{label}": "{told(before)}</span></li>
            }
            .into_any(),
            (None, None) => ().into_any(),
        }
    };
    view! { <ul class="difference">{changes.into_iter().map(item).collect_view()}</ul> }
}

/// In the order of the form. Places are sorted, and not what stands there, so that browsers load one way to sort.
pub fn in_form_order<T>(items: Vec<T>, modules: &Modules, path: impl Fn(&T) -> &Path) -> Vec<T> {
    let mut order: Vec<(Vec<usize>, usize)> =
        items.iter().enumerate().map(|(index, item)| (place_in_form(modules, path(item)), index)).collect();
    order.sort();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, index)| items[index].take()).collect()
}

/// Where the form shows the value at a path, for sorting: the place of each of its parts. What it doesn't show is last.
fn place_in_form(modules: &Modules, path: &Path) -> Vec<usize> {
    let place = || {
        let (Part::Key(name), rest) = path.0.split_first()? else { return None };
        let (first, inner) = rest.split_first()?;
        let application = modules.iter().position(|(known, _)| known == name)?;
        let module = &modules[application].1;
        let mut options = module.layout.iter().flat_map(|section| &section.options);
        let option = options.position(|known| *first == Part::Key(known.clone()))?;
        let inner = inner.iter().enumerate().map(|(depth, part)| match part {
            Part::Index(index) => *index,
            Part::Key(key) => {
                module.option(&rest[..=depth]).and_then(|of| place_in_group(&of.kind, key)).unwrap_or(usize::MAX)
            }
        });
        Some([application, option].into_iter().chain(inner).collect())
    };
    place().unwrap_or_else(|| vec![usize::MAX])
}

fn place_in_group(kind: &OptionType, key: &str) -> Option<usize> {
    match kind {
        OptionType::Group(group) => group.order.iter().position(|known| known == key),
        OptionType::List { of, .. } | OptionType::Optional { of } => place_in_group(of, key),
        _ => None,
    }
}

/// What the form calls the value at a path: `Links 2, Address`.
pub fn label(modules: &[(String, ApplicationModule)], path: &[Part]) -> String {
    label_in(language(), modules, path)
}

/// The same in a language, where there is no page that has one.
pub fn label_in(language: Language, modules: &[(String, ApplicationModule)], path: &[Part]) -> String {
    let Some((Part::Key(name), rest)) = path.split_first() else { return String::new() };
    let Some((_, module)) = modules.iter().find(|(known, _)| known == name) else { return name.clone() };
    let mut words: Vec<String> = Vec::new();
    for (place, part) in rest.iter().enumerate() {
        match part {
            Part::Key(key) => {
                let label = module.option(&rest[..=place]).map_or(key.as_str(), |option| option.label.get(language));
                words.push(label.to_owned());
            }
            Part::Index(index) => {
                if let Some(last) = words.last_mut() {
                    last.push_str(&format!(" {}", index + 1));
                }
            }
        }
    }
    words.join(", ")
}

/// A value as a reader sees it: the label of a choice, yes or no, a number with its unit, the text itself.
pub fn told(modules: &[(String, ApplicationModule)], path: &[Part], value: &Value) -> String {
    let t = texts();
    let kind = || {
        let (Part::Key(name), rest) = path.split_first()? else { return None };
        let (_, module) = modules.iter().find(|(known, _)| known == name)?;
        module.kind(rest).map(OptionType::required)
    };
    match value {
        Value::String(text) => match kind() {
            Some(OptionType::Choice { choices }) => choices
                .iter()
                .find(|choice| choice.value == *text)
                .map_or_else(|| text.clone(), |choice| choice.label.get(language()).to_owned()),
            _ => text.clone(),
        },
        Value::Bool(true) => t.deployment.yes.to_owned(),
        Value::Bool(false) => t.deployment.no.to_owned(),
        Value::Null => t.deployment.empty_value.to_owned(),
        Value::Number(written) => match (kind(), written.as_i64()) {
            (Some(OptionType::Port), _) | (_, None) => written.to_string(),
            (Some(kind), Some(_)) if kind.unit().is_some() => shown(kind, Some(value)),
            (_, Some(whole)) => number(t, whole),
        },
        other => secrets::edition(other).map_or_else(|| other.to_string(), t.form.secret_edition),
    }
}

/// Every value that is set, by the words of the form.
#[component]
pub fn Entries(entries: Vec<OptionChange>, modules: Modules) -> impl IntoView {
    let entries = in_form_order(entries, &modules, |entry| &entry.path);
    let item = |entry: OptionChange| {
        let value = entry.after.as_ref().map(|value| told(&modules, &entry.path.0, value)).unwrap_or_default();
        view! { <dt>{label(&modules, &entry.path.0)}</dt><dd class="lines">{value}</dd> }
    };
    view! { <dl class="facts entered">{entries.into_iter().map(item).collect_view()}</dl> }
}
