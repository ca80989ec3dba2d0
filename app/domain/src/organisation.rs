//! Organisations: groups of operators that own domains and deployments; the tenant boundary.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::{
    identifier::{InvitationId, OrganisationId, PersonId},
    name::{EmailAddress, Label},
    policy::Role,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    pub id: OrganisationId,
    /// Its name in addresses.
    pub label: Label,
    /// What people call it.
    pub name: String,
}

/// What an organisation may have only so many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limited {
    /// Removed ones don't count.
    Deployments,
    /// Members and open invitations.
    People,
}

/// An organisation in the hosting provider's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRow {
    pub organisation: Organisation,
    pub people: u64,
    pub deployments: u64,
}

/// A person in an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub person: PersonId,
    pub name: String,
    pub email: EmailAddress,
    pub role: Role,
}

/// An invitation that was not yet accepted. Its token is known to nobody but whom it was shown to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub id: InvitationId,
    pub organisation: Organisation,
    pub email: EmailAddress,
    pub role: Role,
    #[serde(with = "time::serde::rfc3339")]
    pub expires: OffsetDateTime,
}
