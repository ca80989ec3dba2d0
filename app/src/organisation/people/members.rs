//! The people of an organisation and their roles.

use domain::{identifier::PersonId, organisation::Member, policy::Role};
use leptos::prelude::*;

use super::RoleOptions;
use crate::{
    error::Answer,
    text::{organisation, texts},
    ui::{Confirm, Form, Sending, Submit},
};

#[server(endpoint = "change-role")]
pub async fn change_role(organisation: String, person: PersonId, role: Role) -> Answer<()> {
    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    server::workflow().organisations.change_role(&actor, organisation.id, person, role).await.map_err(server::report)
}

#[server(endpoint = "end-membership")]
pub async fn end_membership(organisation: String, person: PersonId) -> Answer<()> {
    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    server::workflow().organisations.end_membership(&actor, organisation.id, person).await.map_err(server::report)
}

#[component]
pub fn Members(
    label: String,
    members: Vec<Member>,
    may_change: bool,
    change_role: Sending,
    end: Sending,
) -> impl IntoView {
    let t = texts();
    if members.is_empty() {
        return view! { <section class="empty"><p>{t.organisation.nobody}</p></section> }.into_any();
    }
    let row = move |member: Member| view! { <Row label=label.clone() member may_change change_role end/> };
    view! {
        <table class="table stack">
            <thead><tr>
                <th scope="col">{t.organisation.name}</th>
                <th scope="col">{t.account.email}</th>
                <th scope="col">{t.organisation.role}</th>
                {may_change.then(|| view! { <th scope="col"><span class="spoken">{t.organisation.end_membership}</span></th> })}
            </tr></thead>
            <tbody>{members.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Row(label: String, member: Member, may_change: bool, change_role: Sending, end: Sending) -> impl IntoView {
    let t = texts();
    let (person, name) = (member.person.to_string(), member.name.clone());
    let role = if may_change {
        view! { <RoleForm label=label.clone() person=person.clone() member=member.clone() action=change_role/> }
            .into_any()
    } else {
        organisation::role_title(t, member.role).into_any()
    };
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td data-label=t.account.email>{member.email.to_string()}</td>
            <td data-label=t.organisation.role>{role}</td>
            {may_change.then(|| view! {
                <td class="act">
                    <Confirm label=t.organisation.end_membership what=name.clone() question=(t.organisation.end_membership_ask)(&name)>
                        <Form to=end>
                            <input type="hidden" name="organisation" value=label/>
                            <input type="hidden" name="person" value=person/>
                            <Submit label=(t.organisation.end_membership_now)(&name) class="button grave"/>
                        </Form>
                    </Confirm>
                </td>
            })}
        </tr>
    }
}

#[component]
fn RoleForm(label: String, person: String, member: Member, action: Sending) -> impl IntoView {
    let t = &texts().organisation;
    let id = format!("role-{person}");
    view! {
        <Form to=action put_back=true>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="person" value=person/>
            <div class="field">
                <label class="spoken" for=id.clone()>{t.role}": "{member.name}</label>
                <div class="row">
                    <select id=id name="role"><RoleOptions chosen=member.role/></select>
                    <Submit label=t.change_role class="button quiet"/>
                </div>
            </div>
        </Form>
    }
}
