//! What pages behind one-time links have in common.

use domain::person::MIN_PASSWORD;
use leptos::prelude::*;

use crate::{
    error::AppError,
    problem::of_field,
    text::texts,
    ui::{Notice, TextField},
};

/// What stands in the place of the form when the link is over; the sentence says why that may be, and what to do.
#[component]
pub fn LinkOver(sentence: &'static str) -> impl IntoView {
    let t = texts();
    view! {
        <Notice kind="warn" title=t.problem.title>
            <p>{sentence}</p>
            <p><a href="/sign-in">{t.account.sign_in}</a></p>
        </Notice>
    }
}

/// Where somebody chooses a password.
#[component]
pub fn NewPasswordField(label: &'static str, error: Signal<Option<AppError>>) -> impl IntoView {
    view! {
        <TextField
            name="password"
            label
            help=(texts().account.password_help)(MIN_PASSWORD)
            kind="password"
            autocomplete="new-password"
            error=of_field(error, "password")
        />
    }
}
