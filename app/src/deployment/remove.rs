//! Removing a deployment: what goes, what stays, and a name to type.

use domain::{
    deployment::{Deployment, DeploymentState},
    identifier::DeploymentId,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use super::tabs::{Head, Part};
use crate::{
    content::Content,
    error::Answer,
    place,
    problem::{Problem, of_field},
    text::texts,
    ui::{Form, Sending, Submit, TextField, loaded},
};

/// A deployment that may be removed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Removal {
    pub deployment: Deployment,
    pub may_remove: bool,
}

#[server(endpoint = "removal", input = GetUrl)]
pub async fn load_removal(organisation: String, deployment: DeploymentId) -> Answer<Content<Removal>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let detail =
        server::workflow().deployments.detail(&actor, organisation.id, deployment).await.map_err(server::report)?;
    Content::of(&Removal {
        deployment: detail.deployment,
        may_remove: allows(&actor, Verb::Remove, Some(organisation.id)),
    })
}

/// Asks for a run that removes it; `title` is what was typed to confirm.
#[server(endpoint = "remove")]
pub async fn remove(organisation: String, deployment: DeploymentId, title: String) -> Answer<()> {
    use crate::server;

    let (actor, within) = server::within(&organisation).await?;
    let run =
        server::workflow().deployments.remove(&actor, within.id, deployment, &title).await.map_err(server::report)?;
    leptos_axum::redirect(&place::run(&organisation, run));
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let label = place::organisation();
    let id = place::parameter("deployment");
    loaded(
        move || [label.get(), id.get()],
        |[organisation, id]| Ok(LoadRemoval { organisation, deployment: super::parse(&id)? }),
        move |removal| view! { <Content label=label.get_untracked() removal/> }.into_any(),
    )
}

#[component]
fn Content(label: String, removal: Removal) -> impl IntoView {
    let t = &texts().deployment;
    let Removal { deployment, may_remove } = removal;
    let goes = if deployment.addresses.is_empty() {
        vec![t.remove_goes_draft.to_owned()]
    } else {
        let addresses = deployment.addresses.iter().map(|address| (t.remove_goes_site)(address));
        addresses.chain([t.remove_goes_name.to_owned()]).collect()
    };
    let gone = deployment.state == DeploymentState::Removed;
    view! {
        <Head organisation=label.clone() deployment=deployment.clone() part=Part::Remove title=(t.remove_title)(&deployment.title) lead=t.remove_lead/>
        {if gone {
            view! { <p>{t.summary_lead_removed}</p> }.into_any()
        } else {
            view! {
                <section class="section"><header><h2>{t.remove_goes}</h2></header>
                    <ul>{goes.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul></section>
                <section class="section"><header><h2>{t.remove_stays}</h2></header><ul><li>{t.remove_stays_history}</li></ul></section>
                {if may_remove {
                    view! { <Confirm label deployment/> }.into_any()
                } else {
                    view! { <p class="reason">{t.remove_not_allowed}</p> }.into_any()
                }}
            }.into_any()
        }}
    }
}

#[component]
fn Confirm(label: String, deployment: Deployment) -> impl IntoView {
    let t = &texts().deployment;
    let action = Sending::to::<Remove>();
    let error = action.error();
    view! {
        <Problem error/>
        <Form to=action>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="deployment" value=deployment.id.to_string()/>
            <fieldset class="group">
                <TextField name="title" label=(t.remove_type)(&deployment.title) error=of_field(error, "title")/>
            </fieldset>
            <div class="actions">
                <Submit label=(t.remove_button)(&deployment.title) class="button grave"/>
            </div>
        </Form>
    }
}
