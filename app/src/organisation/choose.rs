//! The start: the organisations that somebody belongs to. Whoever belongs to exactly one is already there.

use domain::person::Membership;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::{
    content::Content,
    error::Answer,
    frame::Title,
    place,
    text::{organisation, texts},
    ui::loaded,
};

/// The organisations to choose from; leads on where there is nothing to choose.
#[server(endpoint = "choose-organisation", input = GetUrl)]
pub async fn choose_organisation() -> Answer<Content<Vec<Membership>>> {
    use crate::server;

    let actor = server::actor()?;
    match actor.memberships.as_slice() {
        [only] if !actor.hosting_provider => leptos_axum::redirect(&place::overview(only.organisation.label.as_str())),
        [] if actor.hosting_provider => leptos_axum::redirect("/organisations"),
        _ => {}
    }
    Content::of(&actor.memberships)
}

#[component]
pub fn Page() -> impl IntoView {
    let t = &texts().organisation;
    view! {
        <Title title=t.choose_title lead=t.choose_lead/>
        {loaded(|| [], |[]| Ok(ChooseOrganisation {}), |memberships| view! { <Choices memberships/> }.into_any())}
    }
}

#[component]
fn Choices(memberships: Vec<Membership>) -> impl IntoView {
    let t = texts();
    if memberships.is_empty() {
        return view! { <section class="empty"><p>{t.organisation.belongs_to_none}</p></section> }.into_any();
    }
    let card = |membership: Membership| {
        let to = place::overview(membership.organisation.label.as_str());
        view! {
            <li class="card">
                <header><h2><a href=to>{membership.organisation.name}</a></h2></header>
                <p class="muted">{organisation::role_title(t, membership.role)}</p>
            </li>
        }
    };
    view! { <ul class="cards">{memberships.into_iter().map(card).collect_view()}</ul> }.into_any()
}
