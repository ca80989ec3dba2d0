//! An option that applies only when others are what they have to be.
//!
//! It stays in the form, so that what was entered there is sent and kept with the draft; planning leaves it out. With
//! scripts it goes out of sight while somebody types. Without them it stays in sight, with a sentence that says when it
//! applies: whoever changes what it depends on must not have to save to find it.

use domain::option::{finding::Path, reference::Condition};
use leptos::prelude::*;
use serde_json::Value;

use super::entry::Entry;
use crate::text::{form, texts};

#[component]
pub fn Conditional(path: Path, conditions: Vec<Condition>, field: AnyView) -> AnyView {
    let t = texts();
    let entry = expect_context::<Entry>();
    let mut group = path.clone();
    group.0.pop();
    let told = |condition: &Condition| {
        let at = condition.option().below(&group);
        let (holds, values) = match condition {
            Condition::Is(_, values) => (true, values),
            Condition::IsNot(_, values) => (false, values),
        };
        let values: Vec<(Value, String)> = values.iter().map(|value| (value.clone(), entry.told(&at, value))).collect();
        form::condition(t, &entry.label(&at), holds, &values)
    };
    let told = conditions.iter().map(told).collect::<Vec<_>>().join(t.form.and);
    view! {
        <div class="conditional" class:apart=move || !entry.applies(&path)>
            <p class="condition">{(t.form.only_if)(&told)}</p>
            {field}
        </div>
    }
    .into_any()
}
