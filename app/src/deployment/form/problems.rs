//! Everything that is wrong with a form, on top of it, each with a link to its field.

use domain::{application::ApplicationModule, option::finding::Finding};
use leptos::prelude::*;

use super::{super::changes, entry::Entry};
use crate::text::{problem, texts};

/// The list of problems.
#[component]
pub fn Problems(entry: Entry, applications: Vec<(String, ApplicationModule)>) -> impl IntoView {
    let t = texts();
    move || {
        let findings = entry.problems();
        if findings.is_empty() {
            return None;
        }
        let heading = match findings.len() {
            1 => t.problem.to_mend_one.to_owned(),
            many => (t.problem.to_mend)(many),
        };
        let item = |finding: Finding| {
            let label = changes::label(&applications, &finding.path.0);
            view! { <li><a href=format!("#{}", finding.path)>{label}": "{problem::finding(t, &finding)}</a></li> }
        };
        Some(view! {
            <div class="notice bad" id="problems" role="alert" tabindex="-1">
                <h2>{heading}</h2>
                <ul>{findings.into_iter().map(item).collect_view()}</ul>
            </div>
        })
    }
}
