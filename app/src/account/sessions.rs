//! Where somebody is signed in, and ending it there.

use domain::{identifier::SessionId, person::SessionRow};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::{
    content::Content,
    error::Answer,
    frame::Title,
    problem::Problem,
    text::{account, texts},
    ui::{Ago, Form, Sending, State, Submit, loaded},
};

#[server(endpoint = "sessions", input = GetUrl)]
pub async fn load_sessions() -> Answer<Content<Vec<SessionRow>>> {
    use crate::server;

    let actor = server::actor()?;
    Content::of(&server::workflow().accounts.sessions(&actor).await.map_err(server::report)?)
}

/// Ends one session of one's own.
#[server(endpoint = "revoke-session")]
pub async fn revoke_session(session: SessionId) -> Answer<()> {
    use crate::server;

    let actor = server::actor()?;
    server::workflow().accounts.revoke(&actor, session).await.map_err(server::report)
}

#[component]
pub fn Page() -> impl IntoView {
    let t = &texts().account;
    let action = Sending::to::<RevokeSession>();
    view! {
        <Title title=t.sessions_title lead=t.sessions_lead/>
        <Problem error=action.error()/>
        {loaded(move || [action.changes().to_string()], |_| Ok(LoadSessions {}), move |sessions| view! { <Sessions sessions action/> }.into_any())}
        <div class="actions"><a class="button plain grave" href="/account/delete">{t.delete}</a></div>
    }
}

#[component]
fn Sessions(sessions: Vec<SessionRow>, action: Sending) -> impl IntoView {
    let t = &texts().account;
    view! {
        <table class="table stack">
            <thead><tr>
                <th scope="col">{t.browser}</th>
                <th scope="col">{t.signed_in}</th>
                <th scope="col">{t.last_seen}</th>
                <th scope="col"><span class="spoken">{t.end_session}</span></th>
            </tr></thead>
            <tbody>{sessions.into_iter().map(|session| view! { <Session session action/> }).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Session(session: SessionRow, action: Sending) -> impl IntoView {
    let t = &texts().account;
    let browser = account::browser(texts(), &session.browser);
    view! {
        <tr>
            <th scope="row"><span title=session.browser>{browser}</span>" "{session.current.then(|| view! { <State word=t.this_one shape="good"/> })}</th>
            <td data-label=t.signed_in><Ago at=session.created/></td>
            <td data-label=t.last_seen><Ago at=session.last_seen/></td>
            <td class="act">
                <Form to=action>
                    <input type="hidden" name="session" value=session.id.to_string()/>
                    <Submit label=t.end_session class="button plain grave"/>
                </Form>
            </td>
        </tr>
    }
}
