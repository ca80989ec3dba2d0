//! A new password, set through a one-time link from the hosting provider.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::codec::GetUrl;

use super::one_time_link::{LinkOver, NewPasswordField};
use crate::{
    content::Content,
    error::Answer,
    frame::Alone,
    problem::Problem,
    text::texts,
    ui::{Form, Sending, Submit, loaded},
};

/// The address of the account that the link is for; none when it is over.
#[server(endpoint = "new-password-link", input = GetUrl)]
pub async fn new_password_link(token: String) -> Answer<Content<Option<String>>> {
    use workflow::secret::Token;

    use crate::{AppError, server};

    match server::workflow().accounts.new_password_for(&Token::from_text(&token)).await.map_err(server::report) {
        Ok(email) => Content::of(&Some(email.to_string())),
        Err(AppError::LinkOver) => Content::of(&None),
        Err(other) => Err(other),
    }
}

/// Sets the password and ends all sessions of the account.
#[server(endpoint = "set-password")]
pub async fn set_password(token: String, password: String) -> Answer<()> {
    use workflow::secret::{Password, Token};

    use crate::server;

    let accounts = &server::workflow().accounts;
    accounts.set_password(&Token::from_text(&token), Password(password)).await.map_err(server::report)?;
    leptos_axum::redirect("/sign-in?password=set");
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let t = &texts().account;
    let query = use_query_map();
    let token = move || query.with(|query| query.get("token").unwrap_or_default());
    let action = Sending::to::<SetPassword>();
    view! {
        <Alone title=t.new_password_title lead=t.new_password_lead>
            {loaded(move || [token()], |[token]| Ok(NewPasswordLink { token }), move |email| match email {
                Some(email) => view! { <NewPassword action token=token() email/> }.into_any(),
                None => view! { <LinkOver sentence=t.new_password_over/> }.into_any(),
            })}
        </Alone>
    }
}

#[component]
fn NewPassword(action: Sending, token: String, email: String) -> impl IntoView {
    let t = &texts().account;
    let error = action.error();
    view! {
        <Problem error/>
        <Form to=action>
            <input type="hidden" name="token" value=token/>
            // Password managers keep the password under this name.
            <input type="hidden" autocomplete="username" value=email.clone()/>
            <fieldset class="group">
                <legend>{email}</legend>
                <NewPasswordField label=t.new_password error/>
            </fieldset>
            <div class="actions"><Submit label=t.set_password/></div>
        </Form>
    }
}
