//! Accepting an invitation: with a new account, or with the one that is signed in.

use domain::organisation::Invitation;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use super::one_time_link::{LinkOver, NewPasswordField};
use crate::{
    content::Content,
    error::Answer,
    frame::Alone,
    place,
    problem::{Problem, of_field},
    text::{organisation, texts},
    ui::{Form, Notice, Sending, Submit, TextField, loaded},
};

/// An invitation as its link shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InvitationView {
    pub invitation: Invitation,
    /// Whether its address has an account.
    pub has_account: bool,
    /// Who is signed in.
    pub signed_in: Option<String>,
}

/// What the link is for; none when it no longer works.
#[server(endpoint = "invitation", input = GetUrl)]
pub async fn load_invitation(token: String) -> Answer<Content<Option<InvitationView>>> {
    use workflow::{WorkflowError, secret::Token};

    use crate::server;

    match server::workflow().organisations.invitation(&Token::from_text(&token)).await {
        Ok((invitation, has_account)) => {
            let signed_in = server::visitor().map(|actor| actor.email.into());
            Content::of(&Some(InvitationView { invitation, has_account, signed_in }))
        }
        Err(WorkflowError::LinkOver) => Content::of(&None),
        Err(error) => Err(server::report(error)),
    }
}

/// Makes an account, joins, and signs in.
#[server(endpoint = "accept-as-new")]
pub async fn accept_as_new(token: String, name: String, password: String) -> Answer<()> {
    use workflow::secret::{Password, Token};

    use crate::server;

    let token = Token::from_text(&token);
    let person = server::workflow()
        .organisations
        .accept_as_new(&token, name, Password(password))
        .await
        .map_err(server::report)?;
    server::begin_session(person).await?;
    leptos_axum::redirect("/");
    Ok(())
}

/// Joins with the account that is signed in.
#[server(endpoint = "accept")]
pub async fn accept(token: String) -> Answer<()> {
    use workflow::secret::Token;

    use crate::server;

    let actor = server::actor()?;
    let organisation =
        server::workflow().organisations.accept(&actor, &Token::from_text(&token)).await.map_err(server::report)?;
    leptos_axum::redirect(&format!("/o/{}", organisation.label));
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let query = use_query_map();
    let token = move || query.with(|query| query.get("token").unwrap_or_default());
    view! {
        {loaded(move || [token()], |[token]| Ok(LoadInvitation { token }), move |invitation| match invitation {
            Some(found) => view! { <Found found token=token()/> }.into_any(),
            None => view! {
                <Alone title=texts().problem.link_over lead="">
                    <LinkOver sentence=texts().account.invitation_over/>
                </Alone>
            }
            .into_any(),
        })}
    }
}

#[component]
fn Found(found: InvitationView, token: String) -> impl IntoView {
    let t = texts();
    let InvitationView { invitation, has_account, signed_in } = found;
    let title = (t.account.invitation_title)(&invitation.organisation.name);
    let lead = (t.account.invitation_lead)(invitation.email.as_str(), organisation::role(t, invitation.role));
    let content = match signed_in {
        Some(email) if email == invitation.email.as_str() => view! { <Join token/> }.into_any(),
        Some(email) => {
            view! { <Notice kind="warn" title=t.problem.title><p>{(t.account.invitation_other)(&email)}</p></Notice> }
                .into_any()
        }
        None if has_account => view! { <SignInFirst token/> }.into_any(),
        None => view! { <NewAccount token email=invitation.email.into()/> }.into_any(),
    };
    view! { <Alone title lead>{content}</Alone> }
}

#[component]
fn SignInFirst(token: String) -> impl IntoView {
    let t = &texts().account;
    let to = place::sign_in(&format!("/invitation?token={token}"));
    view! {
        <p>{t.invitation_sign_in}</p>
        <div class="actions"><a class="button primary" href=to>{t.sign_in}</a></div>
    }
}

#[component]
fn Join(token: String) -> impl IntoView {
    let t = &texts().account;
    let action = Sending::to::<Accept>();
    view! {
        <Problem error=action.error()/>
        <Form to=action>
            <input type="hidden" name="token" value=token/>
            <div class="actions"><Submit label=t.join/></div>
        </Form>
    }
}

#[component]
fn NewAccount(token: String, email: String) -> impl IntoView {
    let t = &texts().account;
    let action = Sending::to::<AcceptAsNew>();
    let error = action.error();
    view! {
        <Problem error/>
        <Form to=action>
            <input type="hidden" name="token" value=token/>
            <input type="hidden" name="username" autocomplete="username" value=email/>
            <fieldset class="group">
                <TextField name="name" label=t.name help=t.name_help autocomplete="name" error=of_field(error, "name")/>
                <NewPasswordField label=t.password error/>
            </fieldset>
            <div class="actions"><Submit label=t.join/></div>
        </Form>
    }
}
