//! Deployments as cards, or as a table when there are many.

use domain::deployment::Deployment;
use leptos::prelude::*;

use crate::{
    place,
    text::{self, account, application, texts},
    ui::{Ago, State},
};

#[component]
pub fn Cards(label: String, rows: Vec<Deployment>) -> impl IntoView {
    view! { <ul class="cards">{rows.into_iter().map(|row| view! { <Card to=place::deployment(&label, row.id) row/> }).collect_view()}</ul> }
}

#[component]
fn Card(to: String, row: Deployment) -> impl IntoView {
    let t = texts();
    let (word, shape) = text::deployment::state(t, row.state);
    view! {
        <li class="card">
            <header><h2><a href=to>{row.title}</a></h2><State word shape/></header>
            <dl class="facts">
                <dt>{t.deployment.address}</dt><dd><Addresses addresses=row.addresses/></dd>
                <dt>{t.deployment.runs_on}</dt><dd>{application::environment(t, &row.environment.name)}</dd>
                <dt>{t.deployment.changed}</dt><dd>{account::person(texts(), &row.changed_by).to_owned()}", "<Ago at=row.changed/></dd>
            </dl>
        </li>
    }
}

#[component]
pub fn Addresses(addresses: Vec<String>) -> impl IntoView {
    if addresses.is_empty() {
        return view! { <span class="muted">{texts().deployment.no_address}</span> }.into_any();
    }
    addresses
        .into_iter()
        .map(|address| {
            let shown = address.trim_start_matches("http://").trim_start_matches("https://").to_owned();
            view! { <a class="address" href=address rel="external">{shown}</a> }
        })
        .collect_view()
        .into_any()
}

#[component]
pub fn Table(label: String, rows: Vec<Deployment>) -> impl IntoView {
    let t = &texts().deployment;
    view! {
        <table class="table stack">
            <thead><tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.address}</th>
                <th scope="col">{t.changed}</th>
            </tr></thead>
            <tbody>{rows.into_iter().map(|row| view! { <Row to=place::deployment(&label, row.id) row/> }).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Row(to: String, row: Deployment) -> impl IntoView {
    let t = texts();
    let (word, shape) = text::deployment::state(t, row.state);
    view! {
        <tr>
            <th scope="row"><a href=to>{row.title}</a></th>
            <td data-label=t.deployment.state><State word shape/></td>
            <td data-label=t.deployment.address><Addresses addresses=row.addresses/></td>
            <td data-label=t.deployment.changed>{account::person(texts(), &row.changed_by).to_owned()}", "<Ago at=row.changed/></td>
        </tr>
    }
}
