//! Signing in.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    error::Answer,
    frame::Alone,
    problem::Problem,
    text::texts,
    ui::{Form, Notice, Sending, Submit, TextField},
};

/// Signs in, and goes on to the page that was asked for.
#[server(endpoint = "sign-in")]
pub async fn sign_in(email: String, password: String, to: String) -> Answer<()> {
    use workflow::secret::Password;

    use crate::server;

    let person = server::workflow()
        .accounts
        .sign_in(&email, Password(password), &server::place())
        .await
        .map_err(server::report)?;
    server::begin_session(person).await?;
    leptos_axum::redirect(server::local_path(&to));
    Ok(())
}

#[component]
pub fn Page() -> impl IntoView {
    let t = &texts().account;
    let action = Sending::to::<SignIn>();
    let query = use_query_map();
    let is_new = move || query.with_untracked(|query| query.get("password").is_some());
    let is_over = move || query.with_untracked(|query| query.get("account").is_some());
    let to = move || query.with(|query| query.get("to").unwrap_or_default());
    view! {
        <Alone title=t.sign_in lead=t.sign_in_lead>
            {is_new().then(|| view! { <Notice kind="good" title=t.new_password_set><p>{t.new_password_use}</p></Notice> })}
            {is_over().then(|| view! { <Notice kind="info" title=t.deleted_title><p>{t.deleted_help}</p></Notice> })}
            <Problem error=action.error()/>
            <Form to=action>
                <input type="hidden" name="to" value=to/>
                <fieldset class="group">
                    <TextField name="email" label=t.email kind="email" autocomplete="username"/>
                    <TextField name="password" label=t.password kind="password" autocomplete="current-password"/>
                </fieldset>
                <div class="actions"><Submit label=t.sign_in/></div>
            </Form>
            <p class="muted">{t.no_account}</p>
            <p class="muted">{t.forgotten}</p>
        </Alone>
    }
}
