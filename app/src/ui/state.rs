//! A state as a word and a shape.

use leptos::prelude::*;

/// `shape` is one of `good`, `info`, `warn`, `bad`, `muted`.
#[component]
pub fn State(word: &'static str, shape: &'static str) -> impl IntoView {
    view! { <span class=format!("state {shape}")>{word}</span> }
}
