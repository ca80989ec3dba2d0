//! Organisations, who belongs to them, and how people are invited.

use domain::{
    identifier::{InvitationId, OrganisationId, PersonId},
    name::{EmailAddress, Label},
    organisation::{Invitation, Limited, Member, Organisation, OrganisationRow},
    person::{Actor, MAX_NAME},
    policy::{Role, Verb},
};
use time::Duration;

use crate::{
    Ports,
    accounts::{AccountForm, Accounts},
    error::{FieldProblem, WorkflowError, filled},
    limits::Limits,
    permit,
    port::store::{StoreError, organisations::NewInvitation},
    secret::{Password, Token},
};

/// How long an invitation can be accepted.
const INVITATION_LASTS: Duration = Duration::days(14);

#[derive(Clone, Debug)]
pub struct Organisations {
    ports: Ports,
    accounts: Accounts,
    limits: Limits,
}

impl Organisations {
    pub(crate) fn new(ports: Ports, accounts: Accounts, limits: Limits) -> Self {
        Self { ports, accounts, limits }
    }

    pub async fn all(&self, actor: &Actor) -> Result<Vec<OrganisationRow>, WorkflowError> {
        permit(actor, Verb::SeeOrganisations, None)?;
        Ok(self.ports.store.organisations().await?)
    }

    pub async fn create(&self, actor: &Actor, name: &str, label: &str) -> Result<Organisation, WorkflowError> {
        permit(actor, Verb::CreateOrganisation, None)?;
        let name = filled("name", name, MAX_NAME)?;
        let wrong = |problem| WorkflowError::Field { field: "label", problem };
        let label = Label::try_from(label.trim().to_owned()).map_err(|_| wrong(FieldProblem::NotALabel))?;
        self.ports.store.create_organisation(&label, &name, self.ports.by(actor)).await.map_err(|error| match error {
            StoreError::Conflict => wrong(FieldProblem::Taken),
            other => other.into(),
        })
    }

    /// The organisation with this label. Whether it exists is told only to those who may see into it.
    pub async fn find(&self, actor: &Actor, label: &str) -> Result<Organisation, WorkflowError> {
        let member = actor.memberships.iter().find(|membership| membership.organisation.label.as_str() == label);
        let organisation = match member {
            Some(membership) => membership.organisation.clone(),
            None if actor.hosting_provider => {
                let label = Label::try_from(label.to_owned()).map_err(|_| WorkflowError::NotFound)?;
                self.ports.store.organisation(&label).await?
            }
            None => return Err(WorkflowError::NotFound),
        };
        permit(actor, Verb::SeeDeployments, Some(organisation.id)).map_err(|_| WorkflowError::NotFound)?;
        Ok(organisation)
    }

    pub async fn members(&self, actor: &Actor, organisation: OrganisationId) -> Result<Vec<Member>, WorkflowError> {
        permit(actor, Verb::SeePeople, Some(organisation))?;
        Ok(self.ports.store.members(organisation).await?)
    }

    pub async fn invitations(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
    ) -> Result<Vec<Invitation>, WorkflowError> {
        permit(actor, Verb::SeePeople, Some(organisation))?;
        Ok(self.ports.store.invitations(organisation, self.ports.clock.now()).await?)
    }

    /// Invites an address; the token is for the link, which is shown this one time.
    pub async fn invite(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        email: &str,
        role: Role,
    ) -> Result<Token, WorkflowError> {
        permit(actor, Verb::ChangePeople, Some(organisation))?;
        let wrong = |problem| WorkflowError::Field { field: "email", problem };
        let email = EmailAddress::try_from(email.to_owned()).map_err(|_| wrong(FieldProblem::NotAnEmail))?;
        in_organisation(role)?;
        let token = Token::generate();
        let created = self.ports.clock.now();
        let invitation = NewInvitation {
            organisation,
            email,
            role,
            token: token.hash(),
            invited_by: actor.person,
            created,
            expires: created + INVITATION_LASTS,
            most: self.limits.people,
        };
        match self.ports.store.invite(&invitation).await {
            Ok(_) => Ok(token),
            Err(StoreError::Conflict) => Err(wrong(FieldProblem::Taken)),
            Err(StoreError::Full) => Err(WorkflowError::Full { of: Limited::People, most: invitation.most }),
            Err(other) => Err(other.into()),
        }
    }

    pub async fn withdraw(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        invitation: InvitationId,
    ) -> Result<(), WorkflowError> {
        permit(actor, Verb::ChangePeople, Some(organisation))?;
        Ok(self.ports.store.withdraw_invitation(organisation, invitation, self.ports.by(actor)).await?)
    }

    pub async fn change_role(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        person: PersonId,
        role: Role,
    ) -> Result<(), WorkflowError> {
        permit(actor, Verb::ChangePeople, Some(organisation))?;
        in_organisation(role)?;
        Ok(self.ports.store.change_role(organisation, person, role, self.ports.by(actor)).await?)
    }

    pub async fn end_membership(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        person: PersonId,
    ) -> Result<(), WorkflowError> {
        permit(actor, Verb::ChangePeople, Some(organisation))?;
        Ok(self.ports.store.end_membership(organisation, person, self.ports.by(actor)).await?)
    }

    /// The invitation of a link, and whether its address has an account already. Who has the link may see this much.
    pub async fn invitation(&self, token: &Token) -> Result<(Invitation, bool), WorkflowError> {
        self.ports.store.invitation(&token.hash(), self.ports.clock.now()).await.map_err(link_over)
    }

    /// Accepts with a new account.
    pub async fn accept_as_new(
        &self,
        token: &Token,
        name: String,
        password: Password,
    ) -> Result<PersonId, WorkflowError> {
        let (invitation, _) = self.invitation(token).await?;
        let form = AccountForm { name, email: invitation.email.into(), password };
        let person = self.accounts.new_person(form).await?;
        self.ports.store.accept_as_new(&token.hash(), &person).await.map_err(link_over)
    }

    /// Accepts with the account that is signed in; it must be the one of the address that was invited.
    pub async fn accept(&self, actor: &Actor, token: &Token) -> Result<Organisation, WorkflowError> {
        permit(actor, Verb::UseAccount, None)?;
        let (invitation, _) = self.invitation(token).await?;
        self.ports.store.accept_as(&token.hash(), actor.person, self.ports.clock.now()).await.map_err(link_over)?;
        Ok(invitation.organisation)
    }
}

fn in_organisation(role: Role) -> Result<(), WorkflowError> {
    if Role::IN_ORGANISATION.contains(&role) {
        Ok(())
    } else {
        Err(WorkflowError::Field { field: "role", problem: FieldProblem::NotARole })
    }
}

fn link_over(error: StoreError) -> WorkflowError {
    match error {
        StoreError::NotFound => WorkflowError::LinkOver,
        other => other.into(),
    }
}
