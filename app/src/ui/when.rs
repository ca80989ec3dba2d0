//! A moment, in words, with the exact one beside it.

use leptos::prelude::*;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::text::{texts, when};

/// How long ago something was.
#[component]
pub fn Ago(at: OffsetDateTime) -> impl IntoView {
    let exact = at.format(&Rfc3339).unwrap_or_default();
    let title = exact.get(..16).unwrap_or_default().replace('T', " ") + " UTC";
    view! { <time datetime=exact title=title>{when::ago(texts(), at, OffsetDateTime::now_utc())}</time> }
}
