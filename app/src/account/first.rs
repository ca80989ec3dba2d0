//! The hosting provider's first account, made through a one-time link.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::codec::GetUrl;

use super::one_time_link::{LinkOver, NewPasswordField};
use crate::{
    content::Content,
    error::Answer,
    frame::Alone,
    problem::{Problem, of_field},
    text::texts,
    ui::{Form, Sending, Submit, TextField, loaded},
};

/// Whether the link still works.
#[server(endpoint = "first-account-link", input = GetUrl)]
pub async fn first_account_link(token: String) -> Answer<Content<bool>> {
    use workflow::secret::Token;

    use crate::server;

    let works =
        server::workflow().accounts.can_create_first(&Token::from_text(&token)).await.map_err(server::report)?;
    Content::of(&works)
}

/// Makes the account and signs in.
#[server(endpoint = "create-first-account")]
pub async fn create_first_account(token: String, name: String, email: String, password: String) -> Answer<()> {
    use workflow::{
        accounts::AccountForm,
        secret::{Password, Token},
    };

    use crate::server;

    let form = AccountForm { name, email, password: Password(password) };
    let person =
        server::workflow().accounts.create_first(&Token::from_text(&token), form).await.map_err(server::report)?;
    server::begin_session(person).await?;
    leptos_axum::redirect("/organisations");
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let t = &texts().account;
    let query = use_query_map();
    let token = move || query.with(|query| query.get("token").unwrap_or_default());
    let action = Sending::to::<CreateFirstAccount>();
    view! {
        <Alone title=t.first_title lead=t.first_lead>
            {loaded(move || [token()], |[token]| Ok(FirstAccountLink { token }), move |works| if works {
                view! { <NewAccount action token=token()/> }.into_any()
            } else {
                view! { <LinkOver sentence=t.first_over/> }.into_any()
            })}
        </Alone>
    }
}

#[component]
fn NewAccount(action: Sending, token: String) -> impl IntoView {
    let t = &texts().account;
    let error = action.error();
    view! {
        <Problem error/>
        <Form to=action>
            <input type="hidden" name="token" value=token/>
            <fieldset class="group">
                <TextField name="name" label=t.name help=t.name_help autocomplete="name" error=of_field(error, "name")/>
                <TextField name="email" label=t.email kind="email" autocomplete="username" error=of_field(error, "email")/>
                <NewPasswordField label=t.password error/>
            </fieldset>
            <div class="actions"><Submit label=t.create/></div>
        </Form>
    }
}
