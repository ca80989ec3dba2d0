//! One deployment: where it answers, what it is doing, what is live and what is not yet.

use domain::{
    deployment::{Deployment, DeploymentDetail, DeploymentState, Revision},
    difference::{OptionChange, difference},
    identifier::{DeploymentId, RevisionId},
    run::{Run, RunState},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use super::{
    changes::{Changes, Modules},
    list::Addresses,
    tabs::{Head, Part},
};
use crate::{
    content::Content,
    error::Answer,
    place,
    problem::Problem,
    text::{account, application, texts},
    ui::{Ago, Form, Notice, Sending, Submit, loaded},
};

/// A deployment with what its page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    pub detail: DeploymentDetail,
    pub modules: Modules,
    /// That a newer version can be taken, in words.
    pub newer: Option<String>,
    /// What the draft has and the live revision has not.
    pub pending: Vec<OptionChange>,
    pub may_edit: bool,
}

#[server(endpoint = "deployment", input = GetUrl)]
pub async fn load_summary(organisation: String, deployment: DeploymentId) -> Answer<Content<Summary>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let mut detail = deployments.detail(&actor, organisation.id, deployment).await.map_err(server::report)?;
    let modules = deployments.modules(&actor, organisation.id, &detail).await.map_err(server::report)?;
    let newer = deployments.offers_newer(&detail).await;
    let newer = newer.then(|| server::newer::offered(server::language()));
    let may_edit = detail.deployment.state.may_change() && allows(&actor, Verb::EditDeployments, Some(organisation.id));
    let mut drafted = detail.draft.as_ref().map(|draft| draft.applications.clone());
    for (name, module) in &modules {
        // What doesn't apply stays in the draft, and would not go live.
        if let Some(configured) = drafted.as_mut().and_then(|drafted| drafted.get_mut(name)) {
            configured.options = module.applying(&configured.options);
        }
    }
    let pending = match (&detail.live, &drafted) {
        (Some(live), Some(drafted)) => difference(&live.applications, drafted),
        _ => Vec::new(),
    };
    if let Some(live) = &mut detail.live {
        live.plan = live.plan.shown();
    }
    Content::of(&Summary { newer, pending, modules, may_edit, detail })
}

/// Asks for a run that makes a revision live. An outdated plan is made anew and shown.
#[server(endpoint = "deploy")]
pub async fn deploy(organisation: String, deployment: DeploymentId, revision: RevisionId) -> Answer<()> {
    use workflow::WorkflowError;

    use crate::server;

    let (actor, within) = server::within(&organisation).await?;
    match server::workflow().deployments.deploy(&actor, within.id, deployment, revision).await {
        Ok(run) => leptos_axum::redirect(&place::run(&organisation, run)),
        Err(WorkflowError::PlanOutdated(anew)) => {
            leptos_axum::redirect(&format!("{}?outdated", place::review(&organisation, deployment, anew)))
        }
        Err(error) => return Err(server::report(error)),
    }
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let label = place::organisation();
    let id = place::parameter("deployment");
    loaded(
        move || [label.get(), id.get()],
        |[organisation, id]| Ok(LoadSummary { organisation, deployment: super::parse(&id)? }),
        move |summary| view! { <Content label=label.get_untracked() summary/> }.into_any(),
    )
}

#[component]
fn Content(label: String, summary: Summary) -> impl IntoView {
    let t = texts();
    let Summary { detail, modules, newer, pending, may_edit } = summary;
    let DeploymentDetail { deployment, live, draft, run } = detail;
    let lead = lead(deployment.state);
    view! {
        <Head organisation=label.clone() deployment=deployment.clone() part=Part::Summary title=deployment.title.clone() lead/>
        {run.map(|run| view! { <RunNotice label=label.clone() run live=live.is_some()/> })}
        {newer.map(|title| {
            let to = place::configuration(&label, deployment.id);
            view! { <Notice kind="info" title><p><a href=to>{t.deployment.see_newer}</a></p></Notice> }
        })}
        <Facts deployment=deployment.clone()/>
        {(!pending.is_empty()).then(|| view! {
            <section class="section" aria-labelledby="pending">
                <header><h2 id="pending">{t.deployment.options_draft}</h2><p class="lead">{t.deployment.options_draft_help}</p></header>
                <Changes changes=pending modules=modules.clone()/>
            </section>
        })}
        {live.clone().map(|live| view! { <Live live modules/> })}
        {may_edit.then(|| view! {
            <Actions label=label.clone() deployment=deployment.clone() live=live.clone() has_draft=draft.is_some()/>
            {live.map(|_| view! { <TakeAway label deployment/> })}
        })}
    }
}

fn lead(state: DeploymentState) -> &'static str {
    let t = &texts().deployment;
    match state {
        DeploymentState::Draft => t.summary_lead_draft,
        DeploymentState::Live => t.summary_lead_live,
        DeploymentState::Failed => t.summary_lead_failed,
        DeploymentState::Deploying | DeploymentState::Removing => t.summary_lead_busy,
        DeploymentState::Removed => t.summary_lead_removed,
    }
}

#[component]
fn RunNotice(label: String, run: Run, live: bool) -> impl IntoView {
    let t = &texts().deployment;
    let to = place::run(&label, run.id);
    match run.state {
        RunState::Failed => view! {
            <Notice kind="warn" title=t.last_run_failed>
                {live.then(|| view! { <p>{t.last_run_failed_help}</p> })}
                <p><a href=to>{t.see_run}</a></p>
            </Notice>
        }
        .into_any(),
        RunState::Succeeded | RunState::Cancelled => ().into_any(),
        _ => view! { <Notice kind="info" title=t.deploying><p><a href=to>{t.see_run}</a></p></Notice> }.into_any(),
    }
}

#[component]
fn Facts(deployment: Deployment) -> impl IntoView {
    let t = texts();
    let gone = deployment.state == DeploymentState::Removed;
    view! {
        <dl class="facts large">
            {(!gone).then(|| view! { <dt>{t.deployment.address}</dt><dd><Addresses addresses=deployment.addresses/></dd> })}
            <dt>{t.deployment.runs_on}</dt><dd>{application::environment(t, &deployment.environment.name)}</dd>
            <dt>{t.deployment.changed}</dt><dd>{account::person(t, &deployment.changed_by).to_owned()}", "<Ago at=deployment.changed/></dd>
        </dl>
    }
}

#[component]
fn Live(live: Revision, modules: Modules) -> impl IntoView {
    let t = &texts().deployment;
    let entries = difference(&domain::deployment::Applications::new(), &live.applications);
    view! {
        <section class="section" aria-labelledby="live">
            <header><h2 id="live">{t.options_live}</h2><p class="lead">{(t.revision)(live.number)}</p></header>
            <super::changes::Entries entries modules/>
        </section>
    }
}

/// Everything that it is made of, to go elsewhere with.
#[component]
fn TakeAway(label: String, deployment: Deployment) -> impl IntoView {
    let t = &texts().deployment;
    view! {
        <section class="section" aria-labelledby="take-away">
            <header><h2 id="take-away">{t.take_away}</h2><p class="lead">{t.take_away_help}</p></header>
            // The router of the browser must leave a download alone.
            <div class="actions"><a class="button quiet" href=place::take_away(&label, deployment.id) download="" rel="external">{t.take_away_button}</a></div>
        </section>
    }
}

#[component]
fn Actions(label: String, deployment: Deployment, live: Option<Revision>, has_draft: bool) -> impl IntoView {
    let t = &texts().deployment;
    let action = Sending::to::<Deploy>();
    let id = deployment.id;
    let word = if has_draft || live.is_none() { t.go_on } else { t.change };
    view! {
        <Problem error=action.error()/>
        <div class="actions">
            <a class="button primary" href=place::configuration(&label, id)>{word}</a>
            {live.map(|live| view! {
                <Form to=action>
                    <input type="hidden" name="organisation" value=label/>
                    <input type="hidden" name="deployment" value=id.to_string()/>
                    <input type="hidden" name="revision" value=live.id.to_string()/>
                    <Submit label=t.deploy_again class="button quiet"/>
                </Form>
            })}
        </div>
    }
}
