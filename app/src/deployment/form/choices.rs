//! Choices that are few enough to be seen at once: one of them, or some of them.

use domain::option::{ApplicationOption, Choice, finding::Path};
use leptos::prelude::*;
use serde_json::Value;

use super::{
    entry::Entry,
    field::{Help, Wrong, mark, name},
};
use crate::text::language;

/// One of a few, or, for a list, several; those in the order of the module.
#[component]
pub fn Choices(path: Path, option: ApplicationOption, choices: Vec<Choice>, several: bool, optional: bool) -> AnyView {
    let entry = expect_context::<Entry>();
    let id = path.to_string();
    let watched = id.clone();
    let problem = Memo::new(move |_| entry.problem(&watched));
    let held = entry.value(&path).or_else(|| option.default.clone());
    let fixed = entry.locked(&path);
    let line = |(place, choice): (usize, Choice)| {
        let chosen = match &held {
            Some(Value::Array(items)) => items.iter().any(|item| *item == choice.value.as_str()),
            held => held.as_ref().is_some_and(|value| *value == choice.value.as_str()),
        };
        let sent = if several { name(&path.index(place).to_string()) } else { name(&path.to_string()) };
        let kept =
            (fixed && chosen).then(|| view! { <input type="hidden" name=sent.clone() value=choice.value.clone()/> });
        view! {
            {kept}
            <label class="choice">
                <input
                    type=if several { "checkbox" } else { "radio" }
                    name=sent
                    value=choice.value
                    checked=chosen
                    disabled=fixed || !entry.may_edit
                />
                <span>{choice.label.get(language()).to_owned()}</span>
            </label>
        }
    };
    let lines = choices.into_iter().enumerate().map(line).collect_view();
    let mark = mark(&option, optional);
    let described = format!("{id}-help {id}-error");
    let legend = option.label.get(language()).to_owned();
    view! {
        <fieldset class="field" class:wrong=move || problem.with(Option::is_some) aria-describedby=described id=id>
            <legend>{legend}{mark}</legend>
            <div class="choices" class:many=several>{lines}</div>
            <Help path kind=option.kind.clone() option/>
            <Wrong entry problem/>
        </fieldset>
    }
    .into_any()
}
