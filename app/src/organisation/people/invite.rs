//! Inviting people by a link that is shown once.

use domain::{identifier::InvitationId, organisation::Invitation, policy::Role};
use leptos::prelude::*;
use time::format_description::well_known::Rfc3339;

use crate::{
    content::Content,
    error::Answer,
    problem::{Problem, of_field},
    text::{organisation, texts},
    ui::{Confirm, Form, Notice, Sending, Submit, TextField, loaded},
};

/// Invites somebody. The page that follows shows the link, this one time.
#[server(endpoint = "invite")]
pub async fn invite_person(organisation: String, email: String, role: Role) -> Answer<()> {
    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let organisations = &server::workflow().organisations;
    server::show_once(&organisations.invite(&actor, organisation.id, &email, role).await.map_err(server::report)?);
    Ok(())
}

#[server(endpoint = "withdraw-invitation")]
pub async fn withdraw(organisation: String, invitation: InvitationId) -> Answer<()> {
    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    server::workflow().organisations.withdraw(&actor, organisation.id, invitation).await.map_err(server::report)
}

/// The link of the invitation that this browser has just made.
#[server(endpoint = "invited")]
pub async fn take_invited() -> Answer<Content<Option<String>>> {
    use crate::server;

    server::actor()?;
    let link =
        |token: workflow::secret::Token| format!("{}/invitation?token={}", server::host().base_url, token.reveal());
    Content::of(&server::take_shown_once().map(link))
}

#[component]
pub fn Invited(action: Sending) -> impl IntoView {
    loaded(
        move || [action.changes().to_string()],
        |_| Ok(TakeInvited {}),
        |link: Option<String>| link.map(|link| view! { <Link link/> }).into_any(),
    )
}

#[component]
fn Link(link: String) -> impl IntoView {
    let t = &texts().organisation;
    view! {
        <Notice kind="good" title=t.invited_title>
            <p>{t.invited_help}</p>
            <div class="field">
                <label for="invitation-link">{t.link}</label>
                <input id="invitation-link" class="mono" readonly=true value=link/>
            </div>
        </Notice>
    }
}

#[component]
pub fn Invitations(label: String, invitations: Vec<Invitation>, may_change: bool, action: Sending) -> impl IntoView {
    let t = texts();
    let row = move |invitation: Invitation| {
        let until = invitation.expires.format(&Rfc3339).unwrap_or_default();
        let (label, email) = (label.clone(), invitation.email.to_string());
        let day = until.get(..10).unwrap_or_default().to_owned();
        view! {
            <tr>
                <th scope="row">{email.clone()}</th>
                <td data-label=t.organisation.role>{organisation::role_title(t, invitation.role)}</td>
                <td data-label=t.organisation.expires><time datetime=until>{day}</time></td>
                {may_change.then(|| view! {
                    <td class="act">
                        <Confirm label=t.organisation.withdraw what=email.clone() question=(t.organisation.withdraw_ask)(&email)>
                            <Form to=action>
                                <input type="hidden" name="organisation" value=label/>
                                <input type="hidden" name="invitation" value=invitation.id.to_string()/>
                                <Submit label=t.organisation.withdraw_now class="button grave"/>
                            </Form>
                        </Confirm>
                    </td>
                })}
            </tr>
        }
    };
    view! {
        <section class="section" aria-labelledby="invitations">
            <header><h2 id="invitations">{t.organisation.invitations}</h2></header>
            <table class="table stack">
                <thead><tr>
                    <th scope="col">{t.account.email}</th>
                    <th scope="col">{t.organisation.role}</th>
                    <th scope="col">{t.organisation.expires}</th>
                    {may_change.then(|| view! { <th scope="col"><span class="spoken">{t.organisation.withdraw}</span></th> })}
                </tr></thead>
                <tbody>{invitations.into_iter().map(row).collect_view()}</tbody>
            </table>
        </section>
    }
}

#[component]
pub fn Invite(label: String, action: Sending) -> impl IntoView {
    let t = texts();
    let error = action.error();
    let choice = |role: Role| {
        view! {
            <label class="choice">
                <input type="radio" name="role" value=role.as_str() checked=role == Role::Operator/>
                <span>{organisation::role_title(t, role)}<span class="help">{organisation::role_help(t, role)}</span></span>
            </label>
        }
    };
    view! {
        <section class="section" aria-labelledby="invite">
            <header><h2 id="invite">{t.organisation.invite_title}</h2><p class="lead">{t.organisation.invite_lead}</p></header>
            <Problem error/>
            <Form to=action>
                <input type="hidden" name="organisation" value=label/>
                <fieldset class="group">
                    <TextField name="email" label=t.account.email kind="email" error=of_field(error, "email")/>
                    <fieldset class="choices">
                        <legend>{t.organisation.role}</legend>
                        {Role::IN_ORGANISATION.map(choice).collect_view()}
                    </fieldset>
                </fieldset>
                <div class="actions"><Submit label=t.organisation.invite/></div>
            </Form>
        </section>
    }
}
