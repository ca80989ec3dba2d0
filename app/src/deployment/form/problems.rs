//! Everything that is wrong with a form, on top of it, each with a link to its field.

use domain::{application::ApplicationModule, option::finding::Finding};
use leptos::{ev, prelude::*};

use super::{super::changes, entry::Entry};
use crate::{browser, text::texts};

/// The list of problems.
#[component]
pub fn Problems(entry: Entry, applications: Vec<(String, ApplicationModule)>) -> impl IntoView {
    let t = texts();
    move || {
        let findings = changes::in_form_order(entry.problems(), &applications, |finding| &finding.path);
        if findings.is_empty() {
            return None;
        }
        let heading = match findings.len() {
            1 => t.problem.to_mend_one.to_owned(),
            many => (t.problem.to_mend)(many),
        };
        let item = |finding: Finding| {
            let label = changes::label(&applications, &finding.path.0);
            let field = finding.path.to_string();
            let href = format!("#{field}");
            let to_field = move |event: ev::MouseEvent| {
                event.prevent_default();
                browser::focus(&field);
            };
            view! { <li><a href=href on:click=to_field>{label}": "{entry.sentence(&finding)}</a></li> }
        };
        Some(view! {
            <div class="notice bad" id="problems" role="alert" tabindex="-1">
                <h2>{heading}</h2>
                <ul>{findings.into_iter().map(item).collect_view()}</ul>
            </div>
        })
    }
}
