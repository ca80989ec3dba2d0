//! One option as a field: label above, help below, error beside.

use domain::option::{
    ApplicationOption, Group, OptionType,
    fields::{shown, switch_field},
    finding::{Finding, Path},
};
use leptos::prelude::*;
use serde_json::Value;

use super::{
    choices::Choices, condition::Conditional, control::Control, entry::Entry, lists::ListField, secret::SecretField,
};
use crate::text::{language, quantity::bounds, texts};

/// As many choices are seen at once; more are a list that opens.
const SEEN_AT_ONCE: usize = 4;

/// The field of an option, whatever its type.
#[component]
pub fn OptionField(path: Path, option: ApplicationOption) -> AnyView {
    let conditions = option.visible_when.clone();
    let field = field(path.clone(), option);
    if conditions.is_empty() { field } else { view! { <Conditional path conditions field/> }.into_any() }
}

fn field(path: Path, option: ApplicationOption) -> AnyView {
    let optional = matches!(option.kind, OptionType::Optional { .. });
    let kind = match &option.kind {
        OptionType::Optional { of } => (**of).clone(),
        kind => kind.clone(),
    };
    match kind {
        OptionType::Group(group) if optional => view! { <SwitchedGroup path option group/> }.into_any(),
        OptionType::Group(group) => view! { <GroupField path option group/> }.into_any(),
        OptionType::List { of, min, max } => match *of {
            OptionType::Choice { choices } => {
                view! { <Choices path option choices several=true optional=min == 0/> }.into_any()
            }
            of => view! { <ListField path option of min max/> }.into_any(),
        },
        OptionType::Boolean => view! { <Switch path option/> }.into_any(),
        OptionType::Secret { .. } => view! { <SecretField path option optional/> }.into_any(),
        OptionType::Choice { choices } if !optional && choices.len() <= SEEN_AT_ONCE => {
            view! { <Choices path option choices several=false optional=false/> }.into_any()
        }
        kind => view! { <Single path option kind optional/> }.into_any(),
    }
}

/// The name of a field in what a browser sends.
pub(super) fn name(path: &str) -> String {
    format!("fields[{path}]")
}

/// What stands behind the name of an option.
pub(super) fn mark(option: &ApplicationOption, optional: bool) -> AnyView {
    if option.immutable {
        view! { " "<span class="lock">{texts().form.lock}</span> }.into_any()
    } else if optional {
        view! { <Optional/> }.into_any()
    } else {
        ().into_any()
    }
}

#[component]
pub(super) fn Optional() -> impl IntoView {
    view! { " "<span class="optional">{texts().form.optional}</span> }
}

#[component]
fn GroupField(path: Path, option: ApplicationOption, group: Group) -> AnyView {
    let mark = mark(&option, false);
    view! {
        <fieldset class="list" id=path.to_string()>
            <legend>{option.label.get(language()).to_owned()}{mark}</legend>
            {option.help.map(|help| view! { <p class="help">{help.get(language()).to_owned()}</p> })}
            <Inside path=path.clone() group/>
        </fieldset>
    }
    .into_any()
}

/// A group that may be left out: what is inside shows while its switch is on, also without JavaScript.
#[component]
fn SwitchedGroup(path: Path, option: ApplicationOption, group: Group) -> AnyView {
    let entry = expect_context::<Entry>();
    let id = path.to_string();
    let on = entry.value(&path).or_else(|| option.default.clone()).is_some_and(|value| !value.is_null());
    let (switch, switched) = (name(&id), name(&switch_field(&path)));
    view! {
        <fieldset class="list" id=id>
            <legend class="spoken">{option.label.get(language()).to_owned()}</legend>
            <input type="hidden" name=switched value=""/>
            <Toggle path=path.clone() option name=switch on/>
            <div class="inside"><Inside path group/></div>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Inside(path: Path, group: Group) -> impl IntoView {
    let field = |(name, inner): (&str, &ApplicationOption)| {
        view! { <OptionField path=path.key(name) option=inner.clone()/> }
    };
    group.ordered().map(field).collect_view()
}

#[component]
fn Switch(path: Path, option: ApplicationOption) -> AnyView {
    let entry = expect_context::<Entry>();
    let id = path.to_string();
    let on = entry.value(&path).or_else(|| option.default.clone()).is_some_and(|value| value == Value::Bool(true));
    view! { <div class="field" id=id.clone()><Toggle path option name=name(&id) on/></div> }.into_any()
}

/// A switch with its name and help. What can't be changed any more is sent by a field beside it.
#[component]
fn Toggle(path: Path, option: ApplicationOption, name: String, on: bool) -> AnyView {
    let t = &texts().form;
    let entry = expect_context::<Entry>();
    let locked = entry.locked(&path);
    let mark = mark(&option, false);
    let sent = (locked && on).then(|| name.clone());
    view! {
        <label class="switch">
            <input type="checkbox" role="switch" name=name checked=on disabled=locked || !entry.may_edit/>
            <span>
                <span>{option.label.get(language()).to_owned()}{mark}</span>
                {option.help.map(|help| view! { <span class="help">{help.get(language()).to_owned()}</span> })}
                {locked.then(|| view! { <span class="help">{t.locked}</span> })}
            </span>
        </label>
        {sent.map(|name| view! { <input type="hidden" name=name value="on"/> })}
    }
    .into_any()
}

/// A field with a single value.
#[component]
fn Single(path: Path, option: ApplicationOption, kind: OptionType, optional: bool) -> AnyView {
    let entry = expect_context::<Entry>();
    let id = path.to_string();
    let watched = id.clone();
    let problem = Memo::new(move |_| entry.problem(&watched));
    let may_be_empty = optional || option.default_from.is_some() || matches!(kind, OptionType::Text { min: 0, .. });
    let made_at = path.clone();
    let example = option.example.clone();
    let control = Control {
        value: shown(&kind, entry.value(&path).as_ref().or(option.default.as_ref())),
        locked: entry.locked(&path),
        placeholder: Signal::derive(move || made(entry, &made_at).or_else(|| example.clone())),
        problem,
        optional: may_be_empty,
        path: path.clone(),
        entry,
    };
    let mark = mark(&option, may_be_empty);
    view! {
        <div class="field" class:wrong=move || problem.with(Option::is_some)>
            <label for=id>{option.label.get(language()).to_owned()}{mark}</label>
            {control.draw(&kind)}
            <Help path option kind/>
            <Wrong entry problem/>
        </div>
    }
    .into_any()
}

fn made(entry: Entry, path: &Path) -> Option<String> {
    entry.made(path).map(|value| entry.told(path, &value))
}

/// What there is to know of an option: its own words, its bounds, what it will be, and whether that is for good.
#[component]
pub(super) fn Help(path: Path, option: ApplicationOption, kind: OptionType) -> AnyView {
    let t = texts();
    let entry = expect_context::<Entry>();
    let locked = entry.locked(&path);
    let id = format!("{path}-help");
    let words = [
        option.help.map(|help| help.get(language()).to_owned()),
        bounds(t, &kind).filter(|_| !locked),
        locked.then(|| t.form.locked.to_owned()),
    ];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let made = (option.default_from.is_some() && !locked)
        .then_some(move || made(entry, &path).map(|value| view! { <span class="made">{(t.form.made)(&value)}</span> }));
    view! { <p class="help" id=id>{words}{made}</p> }.into_any()
}

/// What is wrong with an option, beside it.
#[component]
pub(super) fn Wrong(entry: Entry, problem: Memo<Option<Finding>>) -> AnyView {
    let sentence = move |finding: Finding| {
        view! { <p class="error" id=format!("{}-error", finding.path)>{entry.sentence(&finding)}</p> }
    };
    (move || problem.get().map(sentence)).into_any()
}
