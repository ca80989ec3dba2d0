//! Typed identifiers: a run's id can't be handed over where a deployment's is wanted.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Text that is not an identifier of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an identifier")]
pub struct NotAnIdentifier(pub String);

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnIdentifier;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnIdentifier(text.chars().take(80).collect()))
            }
        }
    )*};
}

identifiers! {
    /// A person who signs in.
    PersonId,
    /// An organisation, the tenant boundary.
    OrganisationId,
    /// An invitation into an organisation.
    InvitationId,
    /// An environment that deployments run in.
    EnvironmentId,
    /// A deployment of an organisation.
    DeploymentId,
    /// One immutable set of application options of a deployment.
    RevisionId,
    /// One carrying-out of a plan.
    RunId,
    /// A signed-in browser, as its owner sees it; never the secret in the cookie.
    SessionId,
}
