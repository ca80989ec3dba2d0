//! What went wrong with what somebody asked for, where they asked.

use leptos::prelude::*;

use crate::{
    error::AppError,
    text::{problem, texts},
    ui::Notice,
};

/// Shows an error; one that is about a single field stands beside that field instead.
#[component]
pub fn Problem(#[prop(into)] error: Signal<Option<AppError>>) -> impl IntoView {
    let t = texts();
    move || {
        error.get().filter(|error| !matches!(error, AppError::Field { .. })).map(|error| {
            let ended = error == AppError::NotSignedIn;
            view! {
                <Notice kind="bad" title=problem::heading(t, &error)>
                    <p>{problem::sentence(t, &error)}</p>
                    {ended.then(|| view! { <SignInAgain/> })}
                </Notice>
            }
        })
    }
}

/// In a tab of its own: this page holds what was typed.
#[component]
fn SignInAgain() -> impl IntoView {
    view! { <p><a href="/sign-in" target="_blank">{texts().problem.sign_in_again}</a></p> }
}

/// The sentence for one field, if the error is about it.
pub fn of_field(error: Signal<Option<AppError>>, name: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || error.with(|error| Some(problem::field(texts(), error.as_ref()?.field(name)?))))
}
