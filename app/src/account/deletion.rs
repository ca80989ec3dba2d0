//! Deleting one's own account: what goes, what stays, and an address and a password to type.

use domain::person::Needed;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use crate::{
    content::Content,
    error::Answer,
    frame::{Crumbs, Title},
    problem::{Problem, of_field},
    text::{problem, texts},
    ui::{Form, Sending, Submit, TextField, loaded},
};

/// The account that may be deleted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deletion {
    pub email: String,
    /// For what its owner can't be spared.
    pub needed: Vec<Needed>,
}

#[server(endpoint = "deletion", input = GetUrl)]
pub async fn load_deletion() -> Answer<Content<Deletion>> {
    use crate::server;

    let actor = server::actor()?;
    let needed = server::workflow().accounts.needed(&actor).await.map_err(server::report)?;
    Content::of(&Deletion { email: actor.email.into(), needed })
}

/// Deletes the account of whoever asks; the address is what was typed to confirm.
#[server(endpoint = "delete-account")]
pub async fn delete_account(email: String, password: String) -> Answer<()> {
    use workflow::secret::Password;

    use crate::server;

    let actor = server::actor()?;
    let accounts = &server::workflow().accounts;
    accounts.delete(&actor, &email, Password(password), &server::place()).await.map_err(server::report)?;
    server::end_session().await?;
    leptos_axum::redirect("/sign-in?account=deleted");
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let t = &texts().account;
    view! {
        <Crumbs links=vec![("/account".to_owned(), t.sessions_title.to_owned())] here=t.delete/>
        <Title title=t.delete_title lead=texts().deployment.remove_lead/>
        {loaded(|| [], |[]| Ok(LoadDeletion {}), |deletion| view! { <Content deletion/> }.into_any())}
    }
}

#[component]
fn Content(deletion: Deletion) -> impl IntoView {
    let t = texts();
    let Deletion { email, needed } = deletion;
    view! {
        <section class="section">
            <header><h2>{t.deployment.remove_goes}</h2></header>
            <ul><li>{t.account.delete_goes_person}</li><li>{t.account.delete_goes_memberships}</li></ul>
        </section>
        <section class="section">
            <header><h2>{t.deployment.remove_stays}</h2></header>
            <ul><li>{t.account.delete_stays}</li></ul>
        </section>
        {if needed.is_empty() {
            view! { <Confirm email/> }.into_any()
        } else {
            view! { <p class="reason">{problem::needed(t, &needed)}</p> }.into_any()
        }}
    }
}

#[component]
fn Confirm(email: String) -> impl IntoView {
    let t = &texts().account;
    let action = Sending::to::<DeleteAccount>();
    let error = action.error();
    view! {
        <Problem error/>
        <Form to=action>
            <fieldset class="group">
                <TextField name="email" label=(texts().deployment.remove_type)(&email) error=of_field(error, "email")/>
                <TextField
                    name="password"
                    label=t.password
                    kind="password"
                    autocomplete="current-password"
                    error=of_field(error, "password")
                />
            </fieldset>
            <div class="actions"><Submit label=t.delete_button class="button grave"/></div>
        </Form>
    }
}
