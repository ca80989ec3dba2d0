//! Something that needs to be read, with a shape for what it is.

use leptos::prelude::*;

/// A heading and sentences. `kind` is one of `good`, `info`, `warn`, `bad`; a bad one is read out at once,
/// and can be moved to.
#[component]
pub fn Notice(
    kind: &'static str,
    #[prop(into)] title: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let bad = kind == "bad";
    let role = if bad { "alert" } else { "status" };
    view! {
        <div class=format!("notice {kind}") role=role tabindex=bad.then_some("-1")>
            <h2>{title}</h2>
            {children.map(|children| children())}
        </div>
    }
}
