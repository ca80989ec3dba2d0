//! The sections of an application's form, and the list that leads to each.

use domain::{
    application::{ApplicationModule, Section},
    option::finding::Path,
};
use leptos::prelude::*;

use super::{entry::Entry, field::OptionField};
use crate::text::{language, texts};

/// So few need no list.
const SEEN_AT_ONCE: usize = 3;

fn anchor(application: &str, place: usize) -> String {
    format!("section-{application}-{place}")
}

/// Links to all sections.
#[component]
pub fn Contents(applications: Vec<(String, ApplicationModule)>) -> impl IntoView {
    let link = |application: &str, (place, section): (usize, &Section)| {
        let to = format!("#{}", anchor(application, place));
        view! { <li><a href=to>{section.label.get(language()).to_owned()}</a></li> }
    };
    let links: Vec<_> = applications
        .iter()
        .flat_map(|(name, module)| module.layout.iter().enumerate().map(move |section| link(name, section)))
        .collect();
    (links.len() > SEEN_AT_ONCE).then(|| {
        view! { <nav class="contents" aria-label=texts().form.sections><ul>{links}</ul></nav> }
    })
}

/// Every section of one application. After a size was chosen, all are drawn anew.
#[component]
pub fn Sections(entry: Entry, name: String, module: ApplicationModule) -> impl IntoView {
    let drawn = StoredValue::new((name, module));
    move || {
        entry.presets();
        drawn.with_value(|(name, module)| {
            let section = |(place, section)| section_of(name, module, place, section);
            module.layout.iter().enumerate().map(section).collect_view()
        })
    }
}

fn section_of(name: &str, module: &ApplicationModule, place: usize, section: &Section) -> impl IntoView + use<> {
    let field = |option: &String| {
        let declared = module.options.group.options.get(option)?.clone();
        Some(view! { <OptionField path=Path::default().key(name).key(option) option=declared/> })
    };
    let fields = section.options.iter().filter_map(field).collect_view();
    view! {
        <fieldset class="group" id=anchor(name, place)>
            <legend>{section.label.get(language()).to_owned()}</legend>
            <p class="help">{section.help.get(language()).to_owned()}</p>
            {fields}
        </fieldset>
    }
}
