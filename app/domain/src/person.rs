//! People who sign in: the hosting provider's and the operators. Users of applications never sign in here.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::{
    identifier::{PersonId, SessionId},
    name::EmailAddress,
    organisation::Organisation,
    policy::Role,
};

/// Who asks: a signed-in person and what they are a member of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub person: PersonId,
    pub session: SessionId,
    pub name: String,
    pub email: EmailAddress,
    /// Whether they administer the hosting provider's side.
    pub hosting_provider: bool,
    pub memberships: Vec<Membership>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub organisation: Organisation,
    pub role: Role,
}

/// A signed-in browser, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    pub id: SessionId,
    /// The browser, as it named itself.
    pub browser: String,
    #[serde(with = "time::serde::rfc3339")]
    pub created: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    pub last_seen: OffsetDateTime,
    /// Whether it is the session that asks.
    pub current: bool,
}

/// Why an account can't be deleted: nobody else is there to take its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needed {
    /// It is the only administrator's of the hosting provider.
    HostingProvider,
    /// It is the only owner's of the organisation with this name.
    Owner { organisation: String },
}

/// The shortest password that we accept, in characters (NIST SP 800-63B, section 3.1.1.2, single-factor).
pub const MIN_PASSWORD: usize = 15;
/// The longest password that we hash, in characters.
pub const MAX_PASSWORD: usize = 1024;
/// The longest name of a person or an organisation, in characters.
pub const MAX_NAME: usize = 80;
