//! The catalogue: what a community can have, what it uses, and where it can run.

use domain::{
    application::{ApplicationModule, Catalogue},
    environment::{Environment, OfferedEnvironment},
    identifier::EnvironmentId,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use crate::{
    content::Content,
    error::Answer,
    frame::Title,
    place,
    problem::Problem,
    text::{application, language, texts},
    ui::{Form, Sending, Submit, loaded},
};

/// What can be chosen, and where it can run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CatalogueView {
    pub catalogue: Catalogue,
    pub environments: Vec<OfferedEnvironment>,
    /// Whether whoever looks may set one up.
    pub may_choose: bool,
}

#[server(endpoint = "catalogue", input = GetUrl)]
pub async fn load_catalogue(organisation: String) -> Answer<Content<CatalogueView>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let (catalogue, environments) =
        server::workflow().deployments.catalogue(&actor, organisation.id).await.map_err(server::report)?;
    Content::of(&CatalogueView {
        catalogue,
        environments,
        may_choose: allows(&actor, Verb::EditDeployments, Some(organisation.id)),
    })
}

/// Begins a deployment and leads to its form.
#[server(endpoint = "begin-deployment")]
pub async fn begin_deployment(organisation: String, application: String, environment: EnvironmentId) -> Answer<()> {
    use crate::server;

    let (actor, within) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let made = deployments.create(&actor, within.id, &application, environment).await.map_err(server::report)?;
    leptos_axum::redirect(&place::configuration(&organisation, made));
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let t = &texts().application;
    let label = place::organisation();
    let action = Sending::to::<BeginDeployment>();
    view! {
        <Title title=t.title lead=t.lead/>
        <Problem error=action.error()/>
        {loaded(
            move || [label.get()],
            |[organisation]| Ok(LoadCatalogue { organisation }),
            move |content| view! { <Content label=label.get_untracked() content action/> }.into_any(),
        )}
    }
}

#[component]
fn Content(label: String, content: CatalogueView, action: Sending) -> impl IntoView {
    let t = &texts().application;
    let CatalogueView { catalogue, environments, may_choose } = content;
    if catalogue.applications.is_empty() {
        return view! { <section class="empty"><h2>{t.empty_title}</h2><p>{t.empty_help}</p></section> }.into_any();
    }
    let card = |module: &ApplicationModule| {
        let (can, cannot): (Vec<_>, Vec<_>) = environments
            .iter()
            .cloned()
            .map(|offered| (missing(module, &offered), offered.environment))
            .partition(|(missing, _)| missing.is_empty());
        let can: Vec<Environment> = can.into_iter().map(|(_, environment)| environment).collect();
        view! { <Card label=label.clone() module=module.clone() can cannot may_choose action/> }
    };
    view! { <ul class="cards">{catalogue.applications.iter().map(card).collect_view()}</ul> }.into_any()
}

/// Why an environment can't run an application, in sentences.
fn missing(module: &ApplicationModule, offered: &OfferedEnvironment) -> Vec<String> {
    let t = texts();
    let (said, plain): (Vec<_>, Vec<_>) =
        offered.offer.unmet(module).into_iter().partition(|(_, reason)| reason.is_some());
    let said = said.into_iter().filter_map(|(_, reason)| reason).map(|reason| reason.get(language()).to_owned());
    let mut needs: Vec<String> = plain.into_iter().map(|(need, _)| application::resource_type(t, need)).collect();
    needs.dedup();
    let name = application::environment(t, &offered.environment.name);
    let lacks = (!needs.is_empty()).then(|| (t.application.cannot_run)(&name, &needs.join(", ")));
    lacks.into_iter().chain(said.map(|reason| format!("{name}: {reason}"))).collect()
}

#[component]
fn Card(
    label: String,
    module: ApplicationModule,
    can: Vec<Environment>,
    cannot: Vec<(Vec<String>, Environment)>,
    may_choose: bool,
    action: Sending,
) -> impl IntoView {
    let t = texts();
    let name = module.label.get(language()).to_owned();
    let mut needs: Vec<String> = module.needs.iter().map(|need| application::resource_type(t, need)).collect();
    needs.dedup();
    let optional: Vec<String> = module.may_need.iter().map(|need| application::resource_type(t, need)).collect();
    let places: Vec<String> = can.iter().map(|environment| application::environment(t, &environment.name)).collect();
    let why = cannot.into_iter().flat_map(|(missing, _)| missing);
    view! {
        <li class="card">
            <header><h2>{name.clone()}</h2><span class="muted small">{t.application.version}" "{module.version.clone()}</span></header>
            <p>{module.summary.get(language()).to_owned()}</p>
            <dl class="facts">
                <dt>{t.application.needs}</dt><dd>{needs.join(", ")}</dd>
                {(!optional.is_empty()).then(|| view! { <dt>{t.application.may_need}</dt><dd>{optional.join(", ")}</dd> })}
                {module.trusted_by.clone().map(|name| view! { <dt>{t.application.trusted_by}</dt><dd>{name}</dd> })}
                {(!places.is_empty()).then(|| view! { <dt>{t.application.runs_on}</dt><dd>{places.join(", ")}</dd> })}
            </dl>
            {why.map(|why| view! { <p class="muted small">{why}</p> }).collect_view()}
            <Sizes module=module.clone()/>
            {if !may_choose {
                view! { <p class="reason">{t.application.not_allowed}</p> }.into_any()
            } else if can.is_empty() {
                view! { <p class="reason">{t.application.nowhere}</p> }.into_any()
            } else {
                view! { <SetUp label module=module.name environments=can name action/> }.into_any()
            }}
        </li>
    }
}

#[component]
fn Sizes(module: ApplicationModule) -> impl IntoView {
    let t = texts();
    let row = |size: domain::application::Size| {
        let cores = if size.cores == 0 { t.application.shared.to_owned() } else { size.cores.to_string() };
        view! {
            <tr>
                <th scope="row" class="number">{size.people}</th>
                <td class="number">{cores}</td>
                <td class="number">{application::size(t, size.memory_mib)}</td>
                <td class="number">{application::size(t, size.disk_mib)}</td>
            </tr>
        }
    };
    view! {
        <details class="more">
            <summary>{t.application.uses}</summary>
            <table class="table">
                <thead><tr>
                    <th scope="col" class="number">{t.application.people}</th>
                    <th scope="col" class="number">{t.application.cores}</th>
                    <th scope="col" class="number">{t.application.memory}</th>
                    <th scope="col" class="number">{t.application.disk}</th>
                </tr></thead>
                <tbody>{module.sizes.into_iter().map(row).collect_view()}</tbody>
            </table>
        </details>
    }
}

#[component]
fn SetUp(
    label: String,
    module: String,
    environments: Vec<Environment>,
    name: String,
    action: Sending,
) -> impl IntoView {
    let t = texts();
    let id = format!("environment-{module}");
    let single = environments.len() == 1;
    let option = |environment: Environment| {
        view! { <option value=environment.id.to_string()>{application::environment(t, &environment.name)}</option> }
    };
    let first = environments.first().map(|environment| environment.id.to_string());
    view! {
        <Form to=action>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="application" value=module/>
            {if single {
                view! { <input type="hidden" name="environment" value=first/> }.into_any()
            } else {
                view! {
                    <div class="field">
                        <label for=id.clone()>{t.application.environment}</label>
                        <select id=id name="environment">{environments.into_iter().map(option).collect_view()}</select>
                    </div>
                }.into_any()
            }}
            <div class="actions"><Submit label=(t.application.set_up)(&name)/></div>
        </Form>
    }
}
