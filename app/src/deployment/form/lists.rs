//! An option that is a list: rows that can be added and removed, with and without JavaScript.

use domain::option::{
    ApplicationOption, OptionType,
    fields::RowChange,
    finding::{Part, Path},
};
use leptos::prelude::*;
use serde_json::Value;

use super::{
    entry::Entry,
    field::{OptionField, Wrong, mark},
};
use crate::{
    browser,
    text::{language, texts},
};

#[component]
pub fn ListField(path: Path, option: ApplicationOption, of: OptionType, min: usize, max: usize) -> impl IntoView {
    let t = texts();
    let entry = expect_context::<Entry>();
    let id = path.to_string();
    let label = option.label.get(language()).to_owned();
    let help = option.help.as_ref().map(|help| help.get(language()).to_owned()).unwrap_or_default();
    let watched = id.clone();
    let problem = Memo::new(move |_| entry.problem(&watched));
    let default = option.default.clone();
    let listed = path.clone();
    let count = Memo::new(move |_| match entry.value(&listed).or_else(|| default.clone()) {
        Some(Value::Array(rows)) => rows.len(),
        _ => 0,
    });
    let add = RowChange::Add(parts(&path));
    let may_change = entry.may_edit && !entry.locked(&path);
    let mark = mark(&option, false);
    let bounds = if min > 0 { (t.form.between)(min, max) } else { (t.form.up_to)(max) };
    let rows = move || (0..count.get()).map(|index| (entry.generation(), index)).collect::<Vec<_>>();
    let row = move |(_, index)| view! { <Row path=path.clone() index of=of.clone()/> };
    let (button, counted) = ((t.form.add_to)(&label), id.clone());
    view! {
        <fieldset class="list" id=id.clone()>
            <legend>{label}{mark}</legend>
            <p class="help">{help}" "{bounds}</p>
            <Wrong entry problem/>
            <ol>
                // Rows hold what was typed: after a change every one is drawn anew, from what was read then.
                <For each=rows key=|row| *row children=row/>
            </ol>
            {move || (may_change && count.get() < max).then(|| {
                let add = add.clone();
                let last = format!("{counted}.{}", count.get());
                view! {
                    <button
                        class="button quiet"
                        name="intent"
                        value=format!("add {counted}")
                        on:click=move |event| {
                            entry.change_rows(&event, &add);
                            browser::focus_first_in(&format!("{last}.row"));
                        }
                    >
                        {button.clone()}
                    </button>
                }
            })}
        </fieldset>
    }
}

fn parts(path: &Path) -> Vec<String> {
    path.0
        .iter()
        .map(|part| match part {
            Part::Key(key) => key.clone(),
            Part::Index(index) => index.to_string(),
        })
        .collect()
}

#[component]
fn Row(path: Path, index: usize, of: OptionType) -> impl IntoView {
    let t = &texts().form;
    let entry = expect_context::<Entry>();
    let row = path.index(index);
    let may_change = entry.may_edit && !entry.locked(&path);
    let id = row.to_string();
    let remove = RowChange::Remove(parts(&row));
    let fields = match &of {
        OptionType::Group(group) => group
            .ordered()
            .map(|(name, inner)| view! { <OptionField path=row.key(name) option=inner.clone()/> })
            .collect_view()
            .into_any(),
        single => view! { <OptionField path=row.clone() option=unnamed(single.clone(), index)/> }.into_any(),
    };
    view! {
        <li id=format!("{id}.row")>
            {fields}
            {may_change.then(|| view! {
                <div class="actions">
                    <button
                        class="button plain grave"
                        name="intent"
                        value=format!("remove {id}")
                        on:click=move |event| entry.change_rows(&event, &remove)
                    >
                        {t.remove}<span class="spoken">{(t.row)(index + 1)}</span>
                    </button>
                </div>
            })}
        </li>
    }
}

/// A row of single values has no label of its own but its number.
fn unnamed(kind: OptionType, index: usize) -> ApplicationOption {
    let number = (index + 1).to_string();
    let label = domain::language::LocalText { en: number.clone(), de: number };
    ApplicationOption {
        kind,
        label,
        help: None,
        example: None,
        default: None,
        immutable: false,
        title: false,
        visible_when: Vec::new(),
        default_from: None,
    }
}
