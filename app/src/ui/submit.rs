//! The button that sends a form.

use leptos::prelude::*;

/// A button that says that it is busy while what it sent is on its way.
#[component]
pub fn Submit(
    #[prop(into)] label: String,
    #[prop(default = "button primary")] class: &'static str,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional)] name: Option<&'static str>,
    #[prop(optional, into)] value: Option<String>,
) -> impl IntoView {
    view! {
        <button class=class name=name value=value aria-busy=move || busy.get().then_some("true")>
            {label}
        </button>
    }
}
