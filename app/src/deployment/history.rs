//! The history: a line of revisions, each comparable with any other, each returnable to.

use domain::{
    deployment::{Deployment, HISTORY_PAGE, HistoryEntry, Revision, RevisionState},
    difference::difference,
    identifier::{DeploymentId, RevisionId},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use super::{
    changes::{Changes, Modules},
    tabs::{Head, Part},
};
use crate::{
    content::Content,
    error::Answer,
    place,
    problem::Problem,
    text::{account, texts},
    ui::{Ago, Form, Sending, State, Submit, loaded},
};

/// The revisions of a deployment, the newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History {
    pub deployment: Deployment,
    pub entries: Vec<HistoryEntry>,
    pub modules: Modules,
    pub may_edit: bool,
}

#[server(endpoint = "history", input = GetUrl)]
pub async fn load_history(
    organisation: String,
    deployment: DeploymentId,
    before: Option<u32>,
) -> Answer<Content<History>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let detail = deployments.detail(&actor, organisation.id, deployment).await.map_err(server::report)?;
    let modules = deployments.modules(&actor, organisation.id, &detail).await.map_err(server::report)?;
    let mut entries = deployments.history(&actor, organisation.id, deployment, before).await.map_err(server::report)?;
    let may_edit = detail.deployment.state.may_change() && allows(&actor, Verb::EditDeployments, Some(organisation.id));
    for entry in &mut entries {
        entry.revision.plan = entry.revision.plan.shown();
    }
    Content::of(&History { deployment: detail.deployment, entries, modules, may_edit })
}

/// Stages an earlier revision again and leads to its review.
#[server(endpoint = "return-to-revision")]
pub async fn return_to(organisation: String, deployment: DeploymentId, revision: RevisionId) -> Answer<()> {
    use crate::server;

    let (actor, within) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let staged = deployments.return_to(&actor, within.id, deployment, revision).await.map_err(server::report)?;
    leptos_axum::redirect(&place::review(&organisation, deployment, staged));
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let label = place::organisation();
    let id = place::parameter("deployment");
    let query = use_query_map();
    let before = Memo::new(move |_| query.with(|query| query.get("before").unwrap_or_default()));
    loaded(
        move || [label.get(), id.get(), before.get()],
        |[organisation, id, before]| {
            Ok(LoadHistory { organisation, deployment: super::parse(&id)?, before: before.parse().ok() })
        },
        move |history| view! { <Content label=label.get_untracked() history/> }.into_any(),
    )
}

#[component]
fn Content(label: String, history: History) -> impl IntoView {
    let t = &texts().deployment;
    let History { deployment, entries, modules, may_edit } = history;
    let action = Sending::to::<ReturnTo>();
    let query = use_query_map();
    let compared =
        Memo::new(move |_| query.with(|query| query.get("compare").and_then(|number| number.parse::<u32>().ok())));
    let (id, before) = (deployment.id, query.with_untracked(|query| query.get("before")));
    // The last one that came is shown on the next page; here the one after it is compared with it.
    let older = entries.get(HISTORY_PAGE).and(entries.get(HISTORY_PAGE - 1)).map(|entry| entry.revision.number);
    let older = older.map(|number| format!("{}?before={number}", place::history(&label, id)));
    let newest = before.clone().map(|_| place::history(&label, id));
    let revisions: Vec<Revision> = entries.iter().map(|entry| entry.revision.clone()).collect();
    view! {
        <Head organisation=label.clone() deployment=deployment.clone() part=Part::History title=(t.history_title)(&deployment.title) lead=t.history_lead/>
        <Problem error=action.error()/>
        {entries.is_empty().then(|| view! { <section class="empty"><p>{t.history_empty}</p></section> })}
        {(entries.len() > 2).then(|| view! { <Compare revisions=revisions.clone() compared before/> })}
        {move || {
            let item = |entry: HistoryEntry| {
                let base = base(&revisions, &entry.revision, compared.get());
                view! { <Entry label=label.clone() entry base modules=modules.clone() may_edit action/> }
            };
            view! { <ol class="history">{entries.iter().take(HISTORY_PAGE).cloned().map(item).collect_view()}</ol> }
        }}
        {(older.is_some() || newest.is_some()).then(|| view! {
            <nav class="pagination" aria-label=t.pages>
                {newest.map(|to| view! { <a class="button quiet" href=to>{t.history_newest}</a> })}
                {older.map(|to| view! { <a class="button quiet" rel="next" href=to>{t.history_older}</a> })}
            </nav>
        })}
    }
}

/// What a revision is compared with: the chosen one, or else the one before it.
fn base(revisions: &[Revision], revision: &Revision, compared: Option<u32>) -> Option<Revision> {
    let number = compared.unwrap_or(revision.number.saturating_sub(1));
    revisions.iter().find(|other| other.number == number && other.id != revision.id).cloned()
}

#[component]
fn Compare(revisions: Vec<Revision>, compared: Memo<Option<u32>>, before: Option<String>) -> impl IntoView {
    let t = &texts().deployment;
    let option = |revision: Revision| {
        let number = revision.number;
        view! { <option value=number selected=move || compared.get() == Some(number)>{(t.revision)(number)}</option> }
    };
    view! {
        <form class="filters" method="get">
            {before.map(|before| view! { <input type="hidden" name="before" value=before/> })}
            <div class="field">
                <label for="compare">{t.compare}</label>
                <select id="compare" name="compare"><option value="">"—"</option>{revisions.into_iter().map(option).collect_view()}</select>
            </div>
            <button class="button quiet">{t.compare_show}</button>
        </form>
    }
}

#[component]
fn Entry(
    label: String,
    entry: HistoryEntry,
    base: Option<Revision>,
    modules: Modules,
    may_edit: bool,
    action: Sending,
) -> impl IntoView {
    let t = &texts().deployment;
    let HistoryEntry { revision, live, run } = entry;
    let (word, shape) = match (live, revision.state) {
        (true, _) => (t.live, "good"),
        (false, RevisionState::Deployed) => (t.was_live, "muted"),
        (false, RevisionState::Staged) => (t.staged, "muted"),
        (false, RevisionState::Failed) => (t.never_live, "bad"),
    };
    let run = run.map(|run| place::run(&label, run));
    view! {
        <li class:now=live>
            <h2>{(t.revision)(revision.number)}" "<State word shape/></h2>
            <p class="muted small">
                {account::person(texts(), &revision.created_by).to_owned()}", "<Ago at=revision.created/>
                {run.map(|to| view! { " · "<a href=to>{t.see_run}</a> })}
            </p>
            <Difference base revision=revision.clone() modules/>
            {(may_edit && !live).then(|| view! { <Return label deployment=revision.deployment revision=revision.id action/> })}
        </li>
    }
}

#[component]
fn Difference(base: Option<Revision>, revision: Revision, modules: Modules) -> impl IntoView {
    let t = &texts().deployment;
    let Some(base) = base else { return view! { <p class="muted">{t.first}</p> }.into_any() };
    let changes = difference(&base.applications, &revision.applications);
    if changes.is_empty() {
        return view! { <p class="muted">{(t.against)(base.number)}": "{t.same}</p> }.into_any();
    }
    view! { <p class="small">{(t.against)(base.number)}</p><Changes changes modules/> }.into_any()
}

#[component]
fn Return(label: String, deployment: DeploymentId, revision: RevisionId, action: Sending) -> impl IntoView {
    view! {
        <Form to=action>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="deployment" value=deployment.to_string()/>
            <input type="hidden" name="revision" value=revision.to_string()/>
            <Submit label=texts().deployment.return_to class="button quiet"/>
        </Form>
    }
}
