//! A secret: a field that is always empty, what is kept said beside it, and a way to take that away.

use domain::option::{
    ApplicationOption,
    finding::Path,
    secrets::{edition, edition_field, removal_field},
};
use leptos::prelude::*;

use super::{
    entry::Entry,
    field::{Optional, name},
};
use crate::text::{language, texts};

/// What is typed here goes to the server and never comes back. Left empty, the field changes nothing.
#[component]
pub fn SecretField(path: Path, option: ApplicationOption, optional: bool) -> impl IntoView {
    let t = texts();
    let entry = expect_context::<Entry>();
    let id = path.to_string();
    let watched = id.clone();
    let problem = Memo::new(move |_| entry.problem(&watched));
    let kept = entry.value(&path).as_ref().and_then(edition);
    let locked = entry.locked(&path);
    let mark = if option.immutable {
        view! { " "<span class="lock">{t.form.lock}</span> }.into_any()
    } else if optional {
        view! { <Optional/> }.into_any()
    } else {
        ().into_any()
    };
    let required = (!optional && kept.is_none()).then_some("true");
    view! {
        <div class="field" class:wrong=move || problem.with(Option::is_some)>
            <label for=id.clone()>{option.label.get(language()).to_owned()}{mark}</label>
            <input
                id=id.clone()
                name=name(&id)
                type="password"
                readonly=locked
                disabled=!entry.may_edit
                autocomplete="new-password"
                aria-required=required
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                aria-describedby=format!("{id}-help {id}-kept {id}-error")
            />
            <Kept path id=id.clone() kept removable=optional && entry.may_edit && !locked/>
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

/// Which edition is kept, and how to take it away.
#[component]
fn Kept(path: Path, id: String, kept: Option<i64>, removable: bool) -> impl IntoView {
    let t = &texts().form;
    let said = kept.map_or_else(|| t.not_kept.to_owned(), t.kept);
    view! {
        <p class="help" id=format!("{id}-kept")>{said}</p>
        {kept.map(|edition| view! { <input type="hidden" name=name(&edition_field(&path)) value=edition.to_string()/> })}
        {(removable && kept.is_some()).then(|| view! {
            <label class="switch">
                <input type="checkbox" name=name(&removal_field(&path))/>
                <span>{t.remove_secret}</span>
            </label>
        })}
    }
}
