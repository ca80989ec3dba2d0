//! The form: made from an application's options, checked while somebody types by the same code that the server uses.
//!
//! Whatever is typed is kept as a draft, right or wrong; Nix has the last word when it is planned.

mod entry;
mod field;
mod lists;
mod problems;

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

use self::{entry::Entry, field::OptionField, problems::Problems};
use super::tabs::{Head, Part};
use crate::{
    content::Content,
    error::{Answer, AppError, error_of},
    place,
    problem::Problem,
    text::{language, texts},
    ui::{Notice, Submit, loaded},
};

/// A draft with everything that its form needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormContent {
    pub deployment: Deployment,
    pub applications: Vec<(String, ApplicationModule)>,
    pub draft: Draft,
    pub findings: Vec<Finding>,
    /// Whether a revision is live, so that what is immutable can't be changed.
    pub live: bool,
    /// Whether the draft differs from what is live or was staged.
    pub kept: bool,
    /// What stands before and after the short name in the address.
    pub address: (String, String),
    pub may_edit: bool,
}

#[server(endpoint = "form", input = GetUrl)]
pub async fn load_form(organisation: String, deployment: DeploymentId) -> Answer<Content<FormContent>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let checked = deployments.draft(&actor, organisation.id, deployment).await.map_err(server::report)?;
    Content::of(&FormContent {
        deployment: checked.deployment,
        applications: checked.applications,
        draft: checked.draft,
        findings: checked.findings,
        live: checked.live,
        kept: checked.kept,
        address: deployments.address_pattern(),
        may_edit: allows(&actor, Verb::EditDeployments, Some(organisation.id)),
    })
}

/// Keeps what was typed, and says what is wrong with it. The button decides how it goes on: a row more or less, back to
/// the deployment, or the review; where nothing else is said, to the form again.
#[server(endpoint = "save-draft")]
pub async fn save_draft(
    organisation: String,
    deployment: DeploymentId,
    #[server(default)] intent: String,
    #[server(default)] fields: BTreeMap<String, String>,
) -> Answer<Vec<Finding>> {
    use crate::server;

    let (actor, within) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let findings =
        deployments.save_draft(&actor, within.id, deployment, &fields, &intent).await.map_err(server::report)?;
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
    let save = ServerAction::<SaveDraft>::new();
    loaded(
        move || [label.get(), id.get()],
        |[label, id]| async move { load_form(label, super::parse(&id)?).await },
        move |content| view! { <Content label=label.get_untracked() content save/> }.into_any(),
    )
}

#[component]
fn Content(label: String, content: FormContent, save: ServerAction<SaveDraft>) -> impl IntoView {
    let t = &texts().form;
    let name =
        content.applications.first().map_or_else(String::new, |(_, module)| module.label.get(language()).to_owned());
    let title = if content.live { (t.change_title)(&content.deployment.title) } else { (t.title)(&name) };
    let discard = (content.kept && content.live && content.may_edit).then(|| {
        view! { <Discard label=label.clone() deployment=content.deployment.id/> }
    });
    view! {
        <Head organisation=label.clone() deployment=content.deployment.clone() part=Part::Configuration title lead=t.lead/>
        {(content.kept && content.live).then(|| view! { <Notice kind="info" title=t.draft_of_live><p>{t.draft_kept}</p></Notice> })}
        {(!content.may_edit).then(|| view! { <p class="reason">{t.read_only}</p> })}
        <Form label content save/>
        {discard}
    }
}

#[component]
fn Form(label: String, content: FormContent, save: ServerAction<SaveDraft>) -> impl IntoView {
    let t = &texts().form;
    let error = error_of(save);
    let entry = Entry::new(&content);
    // What the server finds (a name that is taken, say) comes in place of what was found here.
    let answered = move || match save.value().get() {
        Some(Ok(findings) | Err(AppError::Options { findings })) if !findings.is_empty() => entry.refuse(findings),
        _ => {}
    };
    untrack(answered);
    Effect::new(move |_| answered());
    let other = Signal::derive(move || error.get().filter(|error| !matches!(error, AppError::Options { .. })));
    provide_context(entry);
    let (id, may_edit) = (content.deployment.id, content.may_edit);
    let sections = content
        .applications
        .iter()
        .map(|(name, module)| view! { <Sections name=name.clone() module=module.clone()/> })
        .collect_view();
    view! {
        <Problem error=other/>
        <Problems entry applications=content.applications.clone()/>
        <ActionForm action=save attr:novalidate=true>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="deployment" value=id.to_string()/>
            // The first button of a form is the one that Enter presses.
            {may_edit.then(|| view! { <button class="spoken" name="intent" value="review" tabindex="-1" aria-hidden="true"></button> })}
            <div class="entries" on:input=move |event| entry.typed(&event)>{sections}</div>
            <Preview entry address=content.address/>
            {may_edit.then(|| view! {
                <div class="actions">
                    <Submit label=t.review name="intent" value="review".to_owned() busy=save.pending()/>
                    <Submit label=t.keep name="intent" value="keep".to_owned() class="button quiet"/>
                </div>
            })}
        </ActionForm>
    }
}

/// The sections of one application's form.
#[component]
fn Sections(name: String, module: ApplicationModule) -> impl IntoView {
    let section = |section: &domain::application::Section| {
        let fields = section
            .options
            .iter()
            .filter_map(|option| {
                let declared = module.options.group.options.get(option)?.clone();
                Some(view! { <OptionField path=Path::default().key(&name).key(option) option=declared/> })
            })
            .collect_view();
        view! {
            <fieldset class="group">
                <legend>{section.label.get(language()).to_owned()}</legend>
                <p class="help">{section.help.get(language()).to_owned()}</p>
                {fields}
            </fieldset>
        }
    };
    module.layout.iter().map(section).collect_view()
}

/// What the form will do, told while somebody types.
#[component]
fn Preview(entry: Entry, address: (String, String)) -> impl IntoView {
    let t = &texts().form;
    let (before, after) = address;
    move || {
        entry.short_name().filter(|_| !entry.live).map(|name| {
            let address = format!("{}{name}{after}", before.trim_start_matches("http://"));
            view! { <output class="effect">{(t.effect)(&address)}</output> }
        })
    }
}

#[component]
fn Discard(label: String, deployment: DeploymentId) -> impl IntoView {
    let action = ServerAction::<DiscardDraft>::new();
    view! {
        <Problem error=error_of(action)/>
        <ActionForm action=action>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="deployment" value=deployment.to_string()/>
            <Submit label=texts().form.discard class="button plain grave"/>
        </ActionForm>
    }
}
