//! The parts of one deployment, as links.

use domain::{deployment::Deployment, identifier::DeploymentId};
use leptos::prelude::*;

use crate::{
    frame::{Crumbs, Title},
    place,
    text::{self, texts},
    ui::State,
};

/// A part of a deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Summary,
    Configuration,
    History,
    Remove,
}

/// What stands above every part: where one is, the name, the state and the tabs.
#[component]
pub fn Head(
    organisation: String,
    deployment: Deployment,
    part: Part,
    #[prop(into)] title: String,
    #[prop(into)] lead: String,
) -> impl IntoView {
    let t = texts();
    let (word, shape) = text::deployment::state(t, deployment.state);
    let overview = (place::overview(&organisation), t.frame.overview.to_owned());
    view! {
        <Crumbs links=vec![overview] here=deployment.title.clone()/>
        <Title title lead><State word shape/></Title>
        <Tabs organisation id=deployment.id part/>
    }
}

#[component]
fn Tabs(organisation: String, id: DeploymentId, part: Part) -> impl IntoView {
    let t = &texts().deployment;
    let tabs = [
        (Part::Summary, place::deployment(&organisation, id), t.summary),
        (Part::Configuration, place::configuration(&organisation, id), t.configuration),
        (Part::History, place::history(&organisation, id), t.history),
        (Part::Remove, place::removal(&organisation, id), t.remove),
    ];
    let tab = |(this, to, label): (Part, String, &'static str)| {
        view! { <li><a href=to aria-current=(this == part).then_some("page")>{label}</a></li> }
    };
    view! { <nav class="tabs" aria-label=t.parts><ul>{tabs.map(tab).collect_view()}</ul></nav> }
}
