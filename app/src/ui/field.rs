//! A line of text to enter: label above, help below, error beside.

use leptos::prelude::*;

/// A text field. It is wrong for as long as `error` has a sentence.
#[component]
pub fn TextField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] help: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(default = "text")] kind: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional, into)] value: Option<String>,
    #[prop(default = true)] required: bool,
) -> impl IntoView {
    let (help_id, error_id) = (format!("{name}-help"), format!("{name}-error"));
    let described = format!("{help_id} {error_id}");
    let wrong = move || error.with(Option::is_some);
    view! {
        <div class="field" class:wrong=wrong>
            <label for=name>{label}</label>
            <input
                id=name
                name=name
                type=kind
                value=value
                autocomplete=autocomplete
                required=required
                aria-invalid=move || wrong().then_some("true")
                aria-describedby=described
            />
            {help.map(|help| view! { <p class="help" id=help_id>{help}</p> })}
            {move || error.get().map(|error| view! { <p class="error" id=error_id.clone()>{error}</p> })}
        </div>
    }
}
