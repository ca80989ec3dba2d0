//! Organisations, who belongs to them, and who is invited.

use async_trait::async_trait;
use domain::{
    identifier::{InvitationId, OrganisationId, PersonId},
    name::{EmailAddress, Label},
    organisation::{Invitation, Member, Organisation, OrganisationRow},
    policy::Role,
};
use time::OffsetDateTime;

use super::{By, StoreError, accounts::NewPerson};
use crate::secret::TokenHash;

#[async_trait]
pub trait Organisations: Send + Sync {
    /// Makes an organisation; `Conflict` when its label is taken.
    async fn create_organisation(&self, label: &Label, name: &str, by: By) -> Result<Organisation, StoreError>;

    async fn organisation(&self, label: &Label) -> Result<Organisation, StoreError>;

    /// All of them with their numbers, by name.
    async fn organisations(&self) -> Result<Vec<OrganisationRow>, StoreError>;

    /// Who belongs to it, by name.
    async fn members(&self, organisation: OrganisationId) -> Result<Vec<Member>, StoreError>;

    /// Gives a member another role; `Conflict` when it would leave the organisation without an owner that it has.
    async fn change_role(
        &self,
        organisation: OrganisationId,
        person: PersonId,
        role: Role,
        by: By,
    ) -> Result<(), StoreError>;

    /// Ends a membership; `Conflict` as above.
    async fn end_membership(&self, organisation: OrganisationId, person: PersonId, by: By) -> Result<(), StoreError>;

    /// Invites an address, in place of an earlier invitation of the same address into the same organisation;
    /// `Conflict` when the person belongs to it already, `Full` when so many do or are invited as may.
    async fn invite(&self, invitation: &NewInvitation) -> Result<InvitationId, StoreError>;

    /// Invitations that can still be accepted, the newest first.
    async fn invitations(
        &self,
        organisation: OrganisationId,
        now: OffsetDateTime,
    ) -> Result<Vec<Invitation>, StoreError>;

    async fn withdraw_invitation(
        &self,
        organisation: OrganisationId,
        invitation: InvitationId,
        by: By,
    ) -> Result<(), StoreError>;

    /// The invitation of a token, and whether its address has an account; `NotFound` when it was used, withdrawn or expired.
    async fn invitation(&self, token: &TokenHash, now: OffsetDateTime) -> Result<(Invitation, bool), StoreError>;

    /// Uses the token up and makes the person (new, with the address that was invited) a member.
    /// `Conflict` when the address has an account: its owner accepts by signing in.
    async fn accept_as_new(&self, token: &TokenHash, person: &NewPerson) -> Result<PersonId, StoreError>;

    /// Uses the token up and makes an existing person a member; `NotFound` when the invitation is for another address.
    async fn accept_as(&self, token: &TokenHash, person: PersonId, now: OffsetDateTime) -> Result<(), StoreError>;
}

#[derive(Clone, Debug)]
pub struct NewInvitation {
    pub organisation: OrganisationId,
    pub email: EmailAddress,
    pub role: Role,
    pub token: TokenHash,
    pub invited_by: PersonId,
    pub created: OffsetDateTime,
    pub expires: OffsetDateTime,
    /// How many members and open invitations there may be.
    pub most: u64,
}
