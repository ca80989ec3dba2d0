//! Who belongs to an organisation, in which role, and who is invited.

mod invite;
mod members;

use domain::{
    organisation::{Invitation, Member, Organisation},
    policy::Role,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use self::{
    invite::Invite,
    members::{ChangeRole, EndMembership, Members},
};
use crate::{
    content::Content,
    error::Answer,
    frame::Title,
    place,
    problem::Problem,
    text::{organisation, texts},
    ui::{Notice, Sending, loaded},
};

/// The people of an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct People {
    pub organisation: Organisation,
    pub members: Vec<Member>,
    pub invitations: Vec<Invitation>,
    /// Whether whoever looks may change any of it.
    pub may_change: bool,
}

#[server(endpoint = "people", input = GetUrl)]
pub async fn load_people(organisation: String) -> Answer<Content<People>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let all = &server::workflow().organisations;
    Content::of(&People {
        members: all.members(&actor, organisation.id).await.map_err(server::report)?,
        invitations: all.invitations(&actor, organisation.id).await.map_err(server::report)?,
        may_change: allows(&actor, Verb::ChangePeople, Some(organisation.id)),
        organisation,
    })
}

#[component]
pub fn Page() -> impl IntoView {
    let label = place::organisation();
    let change_role = Sending::to::<ChangeRole>();
    let end = Sending::to::<EndMembership>();
    let withdraw = Sending::to::<invite::Withdraw>();
    let invite = Sending::to::<invite::InvitePerson>();
    let changes = move || change_role.changes() + end.changes() + withdraw.changes() + invite.changes();
    view! {
        <invite::Invited action=invite/>
        <LastOwner error=change_role.error()/>
        <LastOwner error=end.error()/>
        <Problem error=withdraw.error()/>
        {loaded(
            move || [label.get(), changes().to_string()],
            |[organisation, _]| Ok(LoadPeople { organisation }),
            move |people| view! { <Content people change_role end withdraw invite/> }.into_any(),
        )}
    }
}

/// The one conflict that these forms can meet has a sentence of its own.
#[component]
fn LastOwner(error: Signal<Option<crate::AppError>>) -> impl IntoView {
    let t = texts();
    let other = Signal::derive(move || error.get().filter(|error| *error != crate::AppError::Conflict));
    view! {
        {move || error.with(|error| *error == Some(crate::AppError::Conflict)).then(|| view! {
            <Notice kind="bad" title=t.problem.title><p>{t.organisation.last_owner}</p></Notice>
        })}
        <Problem error=other/>
    }
}

#[component]
fn Content(people: People, change_role: Sending, end: Sending, withdraw: Sending, invite: Sending) -> impl IntoView {
    let t = &texts().organisation;
    let People { organisation, members, invitations, may_change } = people;
    let label = organisation.label.to_string();
    view! {
        <Title title=t.people_title lead=(t.people_lead)(&organisation.name)/>
        <Members label=label.clone() members may_change change_role end/>
        {(!invitations.is_empty()).then(|| view! {
            <invite::Invitations label=label.clone() invitations may_change action=withdraw/>
        })}
        {may_change.then(|| view! { <Invite label action=invite/> })}
    }
}

/// The roles to choose from.
#[component]
fn RoleOptions(chosen: Role) -> impl IntoView {
    let t = texts();
    Role::IN_ORGANISATION
        .map(
            |role| view! { <option value=role.as_str() selected=role == chosen>{organisation::role_title(t, role)}</option> },
        )
        .collect_view()
}
