//! The form: made from an application's options, checked while somebody types by the same code that the server uses.
//!
//! Whatever is typed is kept as a draft, right or wrong; Nix has the last word when it is planned.

mod choices;
mod condition;
mod control;
mod entry;
mod field;
mod lists;
mod locales;
mod problems;
mod secret;
mod sections;
mod sizes;

use std::collections::BTreeMap;

use domain::{
    application::ApplicationModule,
    deployment::{Deployment, Draft},
    identifier::DeploymentId,
    option::finding::{Finding, Path},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use self::{
    entry::Entry,
    problems::Problems,
    sections::{Contents, Sections},
    sizes::Sizes,
};
use super::tabs::{Head, Part};
use crate::{
    content::{Content, read},
    error::{Answer, AppError},
    place,
    problem::Problem,
    text::{language, texts},
    ui::{Form, Notice, Sending, Submit, loaded},
};

/// A draft with everything that its form needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormContent {
    pub deployment: Deployment,
    pub applications: Vec<(String, ApplicationModule)>,
    pub draft: Draft,
    pub findings: Vec<Finding>,
    /// What a newer version changes, where there is one.
    pub newer: Option<ToldNewer>,
    /// Whether a revision is live, so that what is immutable can't be changed.
    pub live: bool,
    /// Whether the draft differs from what is live or was staged.
    pub kept: bool,
    /// What stands before and after the short name in the address.
    pub address: (String, String),
    pub may_edit: bool,
    /// Entries for good that can still be set.
    pub open: Vec<Path>,
    /// The library that the form is made from.
    pub pin: String,
    /// When the deployment had last changed, in microseconds since 1970.
    pub seen: i64,
}

/// What a newer version changes, in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToldNewer {
    pub title: String,
    pub lines: Vec<String>,
    /// Whether it can be taken; otherwise it is already, or can't be yet.
    pub offered: bool,
}

#[cfg(feature = "ssr")]
fn micros(moment: time::OffsetDateTime) -> i64 {
    i64::try_from(moment.unix_timestamp_nanos() / 1000).unwrap_or(i64::MAX)
}

#[cfg(feature = "ssr")]
fn moment(micros: i64) -> Option<time::OffsetDateTime> {
    time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(micros) * 1000).ok()
}

#[server(endpoint = "form", input = GetUrl)]
pub async fn load_form(organisation: String, deployment: DeploymentId) -> Answer<Content<FormContent>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let checked = deployments.draft(&actor, organisation.id, deployment).await.map_err(server::report)?;
    let may_edit =
        checked.deployment.state.may_change() && allows(&actor, Verb::EditDeployments, Some(organisation.id));
    Content::of(&FormContent {
        open: checked.open,
        pin: checked.pin.0,
        seen: micros(checked.deployment.changed),
        address: deployments.address_pattern(&checked.deployment.environment),
        deployment: checked.deployment,
        applications: checked.applications,
        draft: checked.draft,
        findings: checked.findings,
        newer: checked.newer.map(|newer| server::newer::told(&newer, server::language())),
        live: checked.live,
        kept: checked.kept,
        may_edit,
    })
}

/// Keeps what was typed, and says what is wrong with it. The button decides how it goes on: a row more or less, back to
/// the deployment, or the review; where nothing else is said, to the form again.
#[server(endpoint = "save-draft")]
pub async fn save_draft(
    organisation: String,
    deployment: DeploymentId,
    #[server(default)] intent: String,
    #[server(default)] seen: Option<i64>,
    #[server(default)] pin: Option<String>,
    #[server(default)] fields: BTreeMap<String, String>,
) -> Answer<Vec<Finding>> {
    use crate::server;

    let seen =
        workflow::deployments::Seen { changed: seen.and_then(moment), pin: pin.map(domain::deployment::LibraryPin) };

    let (actor, within) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let findings =
        deployments.save_draft(&actor, within.id, deployment, fields, &intent, seen).await.map_err(server::report)?;
    match intent.as_str() {
        "keep" => leptos_axum::redirect(&place::deployment(&organisation, deployment)),
        "review" if findings.is_empty() => {
            let revision = deployments.stage(&actor, within.id, deployment).await.map_err(server::report)?;
            leptos_axum::redirect(&place::review(&organisation, deployment, revision));
        }
        _ => {}
    }
    Ok(findings)
}

/// Goes on with the newest version, in the form.
#[server(endpoint = "take-newer")]
pub async fn take_newer(organisation: String, deployment: DeploymentId) -> Answer<()> {
    use crate::server;

    let (actor, within) = server::within(&organisation).await?;
    server::workflow().deployments.take_newer(&actor, within.id, deployment).await.map_err(server::report)
}

/// Throws away what was typed and not deployed.
#[server(endpoint = "discard-draft")]
pub async fn discard_draft(organisation: String, deployment: DeploymentId) -> Answer<()> {
    use crate::server;

    let (actor, within) = server::within(&organisation).await?;
    server::workflow().deployments.discard_draft(&actor, within.id, deployment).await.map_err(server::report)?;
    leptos_axum::redirect(&place::deployment(&organisation, deployment));
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let label = place::organisation();
    let id = place::parameter("deployment");
    let (save, take_newer) = (Sending::to::<SaveDraft>(), Sending::to::<TakeNewer>());
    loaded(
        move || [label.get(), id.get(), take_newer.changes().to_string()],
        |[organisation, id, _]| Ok(LoadForm { organisation, deployment: super::parse(&id)? }),
        move |content| view! { <Content label=label.get_untracked() content save take_newer/> }.into_any(),
    )
}

#[component]
fn Content(label: String, content: FormContent, save: Sending, take_newer: Sending) -> impl IntoView {
    let t = &texts().form;
    let name =
        content.applications.first().map_or_else(String::new, |(_, module)| module.label.get(language()).to_owned());
    let gone = !content.deployment.state.may_change();
    let (title, lead) = match &content.deployment.title {
        title if gone => (title.clone(), texts().deployment.summary_lead_removed),
        title if content.live => ((t.change_title)(title), t.lead),
        _ => ((t.title)(&name), t.lead),
    };
    let discard = (content.kept && content.live && content.may_edit).then(|| {
        let to = Sending::to::<DiscardDraft>();
        view! { <One to label=label.clone() deployment=content.deployment.id word=t.discard class="button plain grave"/> }
    });
    view! {
        <Head organisation=label.clone() deployment=content.deployment.clone() part=Part::Configuration title lead/>
        {(content.kept && content.live).then(|| view! { <Notice kind="info" title=t.draft_of_live><p>{t.draft_kept}</p></Notice> })}
        {content.newer.clone().map(|newer| {
            let take = newer.offered && content.may_edit;
            view! { <NewerVersion label=label.clone() deployment=content.deployment.id newer take to=take_newer/> }
        })}
        {(!content.may_edit && !gone).then(|| view! { <p class="reason">{t.read_only}</p> })}
        <Fields label content save/>
        {discard}
    }
}

#[component]
fn NewerVersion(label: String, deployment: DeploymentId, newer: ToldNewer, take: bool, to: Sending) -> impl IntoView {
    view! {
        <Notice kind="info" title=newer.title>
            {newer.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            {take.then(|| view! { <One to label deployment word=texts().form.take_newer class="button quiet"/> })}
        </Notice>
    }
}

#[component]
fn Fields(label: String, content: FormContent, save: Sending) -> impl IntoView {
    let t = &texts().form;
    let error = save.error();
    let entry = Entry::new(&content);
    // What the server finds (a name that is taken, say) comes in place of what was found here.
    let answered = move || {
        let findings = findings(save.answer());
        if !findings.is_empty() {
            entry.refuse(findings);
        }
    };
    untrack(answered);
    Effect::new(move |_| answered());
    let other = Signal::derive(move || error.get().filter(|error| !matches!(error, AppError::Options { .. })));
    provide_context(entry);
    let (id, may_edit, seen) = (content.deployment.id, content.may_edit, content.seen);
    let each = |draw: fn(Entry, String, ApplicationModule) -> AnyView| {
        let drawn = content.applications.iter().map(|(name, module)| draw(entry, name.clone(), module.clone()));
        drawn.collect_view()
    };
    let sizes = each(|entry, name, module| view! { <Sizes entry name module/> }.into_any());
    let sections = each(|entry, name, module| view! { <Sections entry name module/> }.into_any());
    view! {
        <Problem error=other/>
        <Problems entry applications=content.applications.clone()/>
        <Form to=save unchecked=true>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="deployment" value=id.to_string()/>
            <input type="hidden" name="seen" value=seen.to_string()/>
            <input type="hidden" name="pin" value=content.pin/>
            // The first button of a form is the one that Enter presses.
            {may_edit.then(|| view! { <button class="spoken" name="intent" value="review" tabindex="-1" aria-hidden="true"></button> })}
            {sizes}
            <div class="beside">
                <Contents applications=content.applications/>
                <div class="entries" on:input=move |event| entry.typed(&event)>{sections}</div>
            </div>
            <Preview entry address=content.address/>
            {may_edit.then(|| view! {
                <div class="actions">
                    <Submit label=t.review name="intent" value="review".to_owned()/>
                    <Submit label=t.keep name="intent" value="keep".to_owned() class="button quiet"/>
                </div>
            })}
        </Form>
    }
}

/// What an answer finds wrong, whether the draft was kept or refused.
fn findings(answer: Option<Answer<String>>) -> Vec<Finding> {
    match answer {
        Some(Ok(json)) => read(&json).unwrap_or_default(),
        Some(Err(AppError::Options { findings })) => findings,
        _ => Vec::new(),
    }
}

/// What the form will do, told while somebody types.
#[component]
fn Preview(entry: Entry, address: (String, String)) -> impl IntoView {
    let t = &texts().form;
    let (before, after) = address;
    move || {
        entry.short_name().filter(|_| entry.may_edit && !entry.live).map(|name| {
            let address = format!("{}{name}{after}", before.trim_start_matches("http://"));
            view! { <output class="effect">{(t.effect)(&address)}</output> }
        })
    }
}

/// A form that is one button: what happens to the deployment as a whole.
#[component]
fn One(to: Sending, label: String, deployment: DeploymentId, word: &'static str, class: &'static str) -> impl IntoView {
    view! {
        <Problem error=to.error()/>
        <Form to>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="deployment" value=deployment.to_string()/>
            <Submit label=word class/>
        </Form>
    }
}
