//! How many people an application is for: choosing fills in what it needs for so many.

use domain::application::{ApplicationModule, Size, SizeChoice};
use leptos::prelude::*;

use super::entry::Entry;
use crate::text::{application, language, quantity::number, texts};

#[component]
pub fn Sizes(entry: Entry, name: String, module: ApplicationModule) -> impl IntoView {
    let t = texts();
    if module.sizes.iter().all(|size| size.options.is_empty()) {
        return None;
    }
    let of = name.clone();
    let closest = Memo::new(move |_| entry.closest_size(&of));
    let (heading, labelled) = (format!("sizes-{name}"), format!("sizes-{name}"));
    let label = module.label.get(language()).to_owned();
    let choice = move |size: Size| {
        let choice = SizeChoice { application: name.clone(), people: size.people };
        let chosen = move || (closest.get() == Some((size.people, 0))).to_string();
        let intent = choice.intent();
        view! {
            <li>
                <button
                    class="size"
                    name="intent"
                    value=intent
                    aria-pressed=chosen
                    on:click=move |event| entry.choose_size(&event, &choice)
                >
                    <strong>{(t.form.people)(&number(t, size.people.into()))}</strong>
                    <span>{needed(&size)}</span>
                </button>
            </li>
        }
    };
    let choices = entry.may_edit.then(|| view! { <ul>{module.sizes.into_iter().map(choice).collect_view()}</ul> });
    Some(view! {
        <section class="sizes" aria-labelledby=labelled>
            <h2 id=heading>{(t.form.how_many)(&label)}</h2>
            {entry.may_edit.then(|| view! { <p class="help">{t.form.how_many_help}</p> })}
            {choices}
            <p role="status">{move || closest.get().map(|(people, otherwise)| recognised(people, otherwise))}</p>
        </section>
    })
}

/// What the host needs for so many.
fn needed(size: &Size) -> String {
    let t = texts();
    let cores = application::cores(t, size.cores);
    let memory = (t.form.memory)(&application::size(t, size.memory_mib));
    let disk = (t.form.disk)(&application::size(t, size.disk_mib));
    // A line never breaks between a number and its unit.
    [cores, memory, disk].map(|part| part.replace(' ', "\u{a0}")).join(" · ")
}

fn recognised(people: u32, otherwise: usize) -> String {
    let t = texts();
    let people = number(t, people.into());
    match otherwise {
        0 => (t.form.as_for)(&people),
        1 => (t.form.as_for_but_one)(&people),
        many => (t.form.as_for_but)(&people, many),
    }
}
