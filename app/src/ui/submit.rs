//! The button that sends a form.

use leptos::prelude::*;

/// A button that sends its form; while that is on its way, it says so.
#[component]
pub fn Submit(
    #[prop(into)] label: String,
    #[prop(default = "button primary")] class: &'static str,
    #[prop(optional)] name: Option<&'static str>,
    #[prop(optional, into)] value: Option<String>,
) -> impl IntoView {
    view! {
        <button class=class name=name value=value>{label}</button>
    }
}
