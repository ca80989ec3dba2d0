//! The overview: what needs action first, then every deployment, to be searched, sorted and filtered.

mod rows;

use domain::deployment::{DeploymentPage, DeploymentQuery, DeploymentState, PAGE, Sort};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

pub use self::rows::Addresses;
use self::rows::{Cards, Table};
use crate::{
    content::Content,
    error::Answer,
    frame::Title,
    place,
    text::{self, texts},
    ui::loaded,
};

/// From how many deployments on a table serves better than cards.
const TABLE_FROM: usize = 12;

/// A page of deployments with what its heading needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// What people call the organisation.
    pub organisation: String,
    pub page: DeploymentPage,
    pub query: DeploymentQuery,
    /// Whether whoever looks may begin a deployment.
    pub may_edit: bool,
}

#[server(endpoint = "deployments", input = GetUrl)]
pub async fn load_overview(
    organisation: String,
    page: u32,
    search: String,
    state: String,
    sort: Sort,
) -> Answer<Content<Overview>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let query = DeploymentQuery { page, search, state: DeploymentState::parse(&state), sort };
    let page = server::workflow().deployments.list(&actor, organisation.id, &query).await.map_err(server::report)?;
    let may_edit = allows(&actor, Verb::EditDeployments, Some(organisation.id));
    Content::of(&Overview { organisation: organisation.name, page, query, may_edit })
}

#[component]
pub fn Page() -> impl IntoView {
    let label = place::organisation();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| ["page", "search", "state", "sort"].map(|name| query.get(name).unwrap_or_default()))
    });
    loaded(
        move || {
            let [page, search, state, sort] = asked.get();
            [label.get(), page, search, state, sort]
        },
        |[organisation, page, search, state, order]| {
            Ok(LoadOverview { organisation, page: page.parse().unwrap_or(1), search, state, sort: sort(&order) })
        },
        move |overview| view! { <Content label=label.get_untracked() overview/> }.into_any(),
    )
}

fn sort(text: &str) -> Sort {
    match text {
        "title" => Sort::Title,
        "state" => Sort::State,
        _ => Sort::Changed,
    }
}

#[component]
fn Content(label: String, overview: Overview) -> impl IntoView {
    let t = &texts().deployment;
    let Overview { organisation, page, query, may_edit } = overview;
    let asked = !query.search.is_empty() || query.state.is_some();
    let catalogue = place::catalogue(&label);
    let begin =
        (may_edit && page.total > 0).then(|| view! { <a class="button primary" href=catalogue.clone()>{t.new}</a> });
    let table = page.rows.len() >= TABLE_FROM || asked || query.page > 1;
    view! {
        <Title title=t.overview lead=(t.overview_lead)(&organisation)>{begin}</Title>
        {(page.total > 0 || asked).then(|| view! { <Filter query=query.clone()/> })}
        {if page.rows.is_empty() && asked {
            view! { <NothingFound label=label.clone()/> }.into_any()
        } else if page.rows.is_empty() {
            view! { <Empty catalogue may_edit/> }.into_any()
        } else if table {
            view! { <Table label=label.clone() rows=page.rows.clone()/> }.into_any()
        } else {
            view! { <Cards label=label.clone() rows=page.rows.clone()/> }.into_any()
        }}
        {(page.matching > u64::from(PAGE)).then(|| view! { <Pages query matching=page.matching/> })}
    }
}

#[component]
fn Empty(catalogue: String, may_edit: bool) -> impl IntoView {
    let t = &texts().deployment;
    view! {
        <section class="empty">
            <h2>{t.empty_title}</h2>
            <p>{if may_edit { t.empty_help } else { t.empty_to_others }}</p>
            {may_edit.then(|| view! { <a class="button primary" href=catalogue>{t.choose}</a> })}
        </section>
    }
}

#[component]
fn NothingFound(label: String) -> impl IntoView {
    let t = &texts().deployment;
    view! {
        <section class="empty">
            <h2>{t.nothing_found_title}</h2>
            <p>{t.nothing_found_help}</p>
            <a class="button quiet" href=place::overview(&label)>{t.show_all}</a>
        </section>
    }
}

/// Search, state and order stand in the address, so that they can be kept and handed on.
#[component]
fn Filter(query: DeploymentQuery) -> impl IntoView {
    let t = texts();
    let states = DeploymentState::ALL.map(|state| {
        let word = text::deployment::state(t, state).0;
        view! { <option value=state.as_str() selected=query.state == Some(state)>{word}</option> }
    });
    let sorts = [
        (Sort::Changed, "changed", t.deployment.sort_changed),
        (Sort::Title, "title", t.deployment.sort_title),
        (Sort::State, "state", t.deployment.sort_state),
    ]
    .map(|(sort, value, word)| view! { <option value=value selected=query.sort == sort>{word}</option> });
    view! {
        <form class="filters" role="search" method="get">
            <div class="field">
                <label for="search">{t.deployment.search}</label>
                <input id="search" name="search" type="search" value=query.search maxlength="200" placeholder=t.deployment.search_help/>
            </div>
            <div class="field">
                <label for="state">{t.deployment.state}</label>
                <select id="state" name="state"><option value="">{t.deployment.any_state}</option>{states.collect_view()}</select>
            </div>
            <div class="field">
                <label for="sort">{t.deployment.sort}</label>
                <select id="sort" name="sort">{sorts.collect_view()}</select>
            </div>
            <button class="button quiet">{t.deployment.filter}</button>
        </form>
    }
}

#[component]
fn Pages(query: DeploymentQuery, matching: u64) -> impl IntoView {
    let t = &texts().deployment;
    let page = u64::from(query.page.max(1));
    let size = u64::from(PAGE);
    let (first, last) = ((page - 1) * size + 1, (page * size).min(matching));
    let to = move |page: u64| {
        let sort = match query.sort {
            Sort::Changed => "changed",
            Sort::Title => "title",
            Sort::State => "state",
        };
        let state = query.state.map(DeploymentState::as_str).unwrap_or_default();
        format!("?search={}&state={state}&sort={sort}&page={page}", leptos_router::location::Url::escape(&query.search))
    };
    view! {
        <nav class="pagination" aria-label=t.pages>
            {(page > 1).then(|| view! { <a class="button quiet" rel="prev" href=to(page - 1)>{t.previous}</a> })}
            <p>{(t.range)(first, last, matching)}</p>
            {(last < matching).then(|| view! { <a class="button quiet" rel="next" href=to(page + 1)>{t.next}</a> })}
        </nav>
    }
}
