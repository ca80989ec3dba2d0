//! Something grave that asks first, with and without JavaScript.

use leptos::prelude::*;

/// What unfolds below `label` says what would happen, and has the form that does it as `children`. `what` is read out
/// after the label, so that one of many is told from the others.
#[component]
pub fn Confirm(
    label: &'static str,
    #[prop(into)] what: String,
    #[prop(into)] question: String,
    children: Children,
) -> impl IntoView {
    view! {
        // Of all with the same name at most one is open.
        <details class="confirm" name="confirm">
            <summary class="button plain grave">{label}<span class="spoken">" "{what}</span></summary>
            <div>
                <p>{question}</p>
                {children()}
            </div>
        </details>
    }
}
