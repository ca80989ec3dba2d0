//! The hosting provider's organisations, and making one.

use domain::organisation::OrganisationRow;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::{
    content::Content,
    error::Answer,
    frame::Title,
    place,
    problem::{Problem, of_field},
    text::texts,
    ui::{Form, Sending, Submit, TextField, loaded},
};

#[server(endpoint = "organisations", input = GetUrl)]
pub async fn load_organisations() -> Answer<Content<Vec<OrganisationRow>>> {
    use crate::server;

    let actor = server::actor()?;
    Content::of(&server::workflow().organisations.all(&actor).await.map_err(server::report)?)
}

/// Makes an organisation and leads to its people, where the first one is invited.
#[server(endpoint = "create-organisation")]
pub async fn create_organisation(name: String, label: String) -> Answer<()> {
    use crate::server;

    let actor = server::actor()?;
    let made = server::workflow().organisations.create(&actor, &name, &label).await.map_err(server::report)?;
    leptos_axum::redirect(&format!("/o/{}/people", made.label));
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let t = &texts().organisation;
    view! {
        <Title title=t.all_title lead=t.all_lead/>
        {loaded(|| [], |[]| Ok(LoadOrganisations {}), |organisations| view! { <Organisations organisations/> }.into_any())}
        <New/>
    }
}

#[component]
fn Organisations(organisations: Vec<OrganisationRow>) -> impl IntoView {
    let t = &texts().organisation;
    if organisations.is_empty() {
        return view! { <section class="empty"><h2>{t.none_title}</h2><p>{t.none_help}</p></section> }.into_any();
    }
    let row = |row: OrganisationRow| {
        let to = place::overview(row.organisation.label.as_str());
        view! {
            <tr>
                <th scope="row"><a href=to>{row.organisation.name}</a></th>
                <td data-label=t.label><span class="mono">{row.organisation.label.to_string()}</span></td>
                <td data-label=t.people class="number">{row.people}</td>
                <td data-label=t.deployments class="number">{row.deployments}</td>
            </tr>
        }
    };
    view! {
        <table class="table stack">
            <thead><tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.label}</th>
                <th scope="col" class="number">{t.people}</th>
                <th scope="col" class="number">{t.deployments}</th>
            </tr></thead>
            <tbody>{organisations.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn New() -> impl IntoView {
    let t = &texts().organisation;
    let action = Sending::to::<CreateOrganisation>();
    let error = action.error();
    view! {
        <section class="section" aria-labelledby="new">
            <header><h2 id="new">{t.new}</h2></header>
            <Problem error/>
            <Form to=action>
                <fieldset class="group">
                    <TextField name="name" label=t.name help=t.name_help error=of_field(error, "name")/>
                    <TextField name="label" label=t.label help=t.label_help error=of_field(error, "label")/>
                </fieldset>
                <div class="actions"><Submit label=t.create/></div>
            </Form>
        </section>
    }
}
