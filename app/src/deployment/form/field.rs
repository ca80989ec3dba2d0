//! One option as a field: label above, help below, error beside.

use domain::option::{ApplicationOption, Group, OptionType, fields::shown, finding::Path};
use leptos::prelude::*;
use serde_json::Value;

use super::{entry::Entry, lists::ListField, secret::SecretField};
use crate::{
    markup,
    text::{language, texts},
};

/// The field of an option, whatever its type.
#[component]
pub fn OptionField(path: Path, option: ApplicationOption) -> AnyView {
    let optional = matches!(option.kind, OptionType::Optional { .. });
    let kind = match &option.kind {
        OptionType::Optional { of } => (**of).clone(),
        kind => kind.clone(),
    };
    match kind {
        OptionType::Group(group) => view! { <GroupField path option group optional/> }.into_any(),
        OptionType::List { of, max, .. } => view! { <ListField path option of=*of max/> }.into_any(),
        OptionType::Boolean => view! { <Switch path option/> }.into_any(),
        OptionType::Secret { .. } => view! { <SecretField path option optional/> }.into_any(),
        kind => view! { <Single path option kind optional/> }.into_any(),
    }
}

/// The name of a field in what a browser sends.
pub(super) fn name(path: &str) -> String {
    format!("fields[{path}]")
}

#[component]
fn GroupField(path: Path, option: ApplicationOption, group: Group, optional: bool) -> impl IntoView {
    let fields = group
        .ordered()
        .map(|(name, inner)| view! { <OptionField path=path.key(name) option=inner.clone()/> })
        .collect_view();
    view! {
        <fieldset class="list" id=path.to_string()>
            <legend>{option.label.get(language()).to_owned()}{optional.then(Optional)}</legend>
            {option.help.map(|help| view! { <p class="help">{help.get(language()).to_owned()}</p> })}
            {fields}
        </fieldset>
    }
}

#[component]
pub(super) fn Optional() -> impl IntoView {
    view! { " "<span class="optional">{texts().form.optional}</span> }
}

#[component]
fn Switch(path: Path, option: ApplicationOption) -> impl IntoView {
    let entry = expect_context::<Entry>();
    let id = path.to_string();
    let checked = entry.value(&path).or(option.default).is_some_and(|value| value == Value::Bool(true));
    view! {
        <div class="field">
            <label class="switch">
                <input type="checkbox" role="switch" id=id.clone() name=name(&id) checked=checked disabled=!entry.may_edit/>
                <span>
                    {option.label.get(language()).to_owned()}
                    {option.help.map(|help| view! { <span class="help">{help.get(language()).to_owned()}</span> })}
                </span>
            </label>
        </div>
    }
}

/// A field with a single value.
#[component]
fn Single(path: Path, option: ApplicationOption, kind: OptionType, optional: bool) -> impl IntoView {
    let t = texts();
    let entry = expect_context::<Entry>();
    let id = path.to_string();
    let watched = id.clone();
    let problem = Memo::new(move |_| entry.problem(&watched));
    let locked = option.immutable && entry.live;
    let blank_allowed = optional || matches!(kind, OptionType::Text { min: 0, .. });
    let value = shown(&kind, entry.value(&path).as_ref().or(option.default.as_ref()));
    let control = Control {
        id: id.clone(),
        value,
        locked,
        may_edit: entry.may_edit,
        example: option.example,
        problem,
        required: !blank_allowed,
    };
    let mark = if option.immutable {
        view! { " "<span class="lock">{t.form.lock}</span> }.into_any()
    } else if blank_allowed {
        view! { <Optional/> }.into_any()
    } else {
        ().into_any()
    };
    view! {
        <div class="field" class:wrong=move || problem.with(Option::is_some)>
            <label for=id.clone()>{option.label.get(language()).to_owned()}{mark}</label>
            {control.draw(&kind)}
            <p class="help" id=format!("{id}-help")>
                {option.help.map(|help| help.get(language()).to_owned())}
                {locked.then(|| format!(" {}", t.form.locked))}
            </p>
            {move || problem.get().map(|finding| view! {
                <p class="error" id=format!("{id}-error")>{entry.sentence(&finding)}</p>
            })}
        </div>
    }
}

/// What every control of a single value needs.
struct Control {
    id: String,
    value: String,
    locked: bool,
    may_edit: bool,
    example: Option<String>,
    problem: Memo<Option<domain::option::finding::Finding>>,
    required: bool,
}

impl Control {
    fn draw(self, kind: &OptionType) -> AnyView {
        match kind {
            OptionType::Text { lines: true, .. } => self.area(),
            OptionType::Choice { choices } => self.select(choices),
            OptionType::Colour => self.line("color"),
            OptionType::Email => self.line("email"),
            OptionType::Url => self.line("url"),
            OptionType::Integer { .. } | OptionType::Port => self.line("number"),
            _ => self.line("text"),
        }
    }

    fn described(&self) -> String {
        format!("{0}-help {0}-error", self.id)
    }

    fn line(self, kind: &'static str) -> AnyView {
        let (described, name, problem) = (self.described(), name(&self.id), self.problem);
        view! {
            <input
                id=self.id
                name=name
                type=kind
                value=self.value
                placeholder=self.example
                readonly=self.locked
                disabled=!self.may_edit
                autocomplete="off"
                aria-required=self.required.then_some("true")
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                aria-describedby=described
            />
        }
        .into_any()
    }

    fn area(self) -> AnyView {
        let text = markup::text_area(&self.value);
        let (described, name, problem) = (self.described(), name(&self.id), self.problem);
        view! {
            <textarea
                id=self.id
                name=name
                rows="6"
                readonly=self.locked
                disabled=!self.may_edit
                aria-required=self.required.then_some("true")
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                aria-describedby=described
                inner_html=text
            ></textarea>
        }
        .into_any()
    }

    fn select(self, choices: &[domain::option::Choice]) -> AnyView {
        let (described, name) = (self.described(), name(&self.id));
        let options = choices
            .iter()
            .map(|choice| {
                let label = choice.label.get(language()).to_owned();
                view! { <option value=choice.value.clone() selected=choice.value == self.value>{label}</option> }
            })
            .collect_view();
        view! { <select id=self.id name=name disabled=!self.may_edit aria-describedby=described>{options}</select> }
            .into_any()
    }
}
