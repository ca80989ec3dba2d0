//! The one policy: which role may do what, in which organisation.
//!
//! Every server function, stream and command asks [`allows`] before it does anything.
//!
//! **Invariant:** what isn't granted here is denied; nothing but a membership in the very organisation grants
//! anything inside it, save the few verbs of the hosting provider.

use serde::{Deserialize, Serialize};

use crate::{identifier::OrganisationId, person::Actor};

/// What a person is in an organisation; the hosting provider's administrators are one in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Sees the organisation's deployments.
    Viewer,
    /// Chooses, configures and deploys applications.
    Operator,
    /// As an operator; removes deployments and decides who belongs to the organisation.
    Owner,
    /// Administers the hosting provider's side: organisations, environments, runs. Holds no organisation's pen.
    HostingProvider,
}

impl Role {
    /// The roles that a membership in an organisation can have, from the least to the most.
    pub const IN_ORGANISATION: [Self; 3] = [Self::Viewer, Self::Operator, Self::Owner];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Operator => "operator",
            Self::Owner => "owner",
            Self::HostingProvider => "hosting-provider",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Viewer, Self::Operator, Self::Owner, Self::HostingProvider]
            .into_iter()
            .find(|role| role.as_str() == text)
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// See and end their own sessions, delete their own account.
    UseAccount,
    SeeCatalogue,
    SeeDeployments,
    /// Enter options, plan, keep drafts.
    EditDeployments,
    Deploy,
    CancelRun,
    Remove,
    SeePeople,
    /// Invite people, withdraw invitations, change roles, end memberships.
    ChangePeople,
    /// The hosting provider's own: all organisations, their names and numbers.
    SeeOrganisations,
    CreateOrganisation,
}

impl Verb {
    pub const ALL: [Self; 11] = [
        Self::UseAccount,
        Self::SeeCatalogue,
        Self::SeeDeployments,
        Self::EditDeployments,
        Self::Deploy,
        Self::CancelRun,
        Self::Remove,
        Self::SeePeople,
        Self::ChangePeople,
        Self::SeeOrganisations,
        Self::CreateOrganisation,
    ];

    /// Whether the role holds this verb.
    fn granted_to(self, role: Role) -> bool {
        use Role::{HostingProvider, Operator, Owner, Viewer};
        match self {
            Self::UseAccount => true,
            Self::SeeCatalogue | Self::SeeDeployments | Self::SeePeople => {
                matches!(role, Viewer | Operator | Owner | HostingProvider)
            }
            Self::EditDeployments | Self::Deploy => matches!(role, Operator | Owner),
            Self::CancelRun => matches!(role, Operator | Owner | HostingProvider),
            Self::Remove => matches!(role, Owner),
            Self::ChangePeople => matches!(role, Owner | HostingProvider),
            Self::SeeOrganisations | Self::CreateOrganisation => matches!(role, HostingProvider),
        }
    }
}

/// Whether somebody may do this, inside an organisation or (`None`) outside of any.
pub fn allows(actor: &Actor, verb: Verb, organisation: Option<OrganisationId>) -> bool {
    let by_provider = actor.hosting_provider && verb.granted_to(Role::HostingProvider);
    let by_membership = match organisation {
        Some(id) => actor
            .memberships
            .iter()
            .any(|membership| membership.organisation.id == id && verb.granted_to(membership.role)),
        None => verb == Verb::UseAccount,
    };
    by_provider || by_membership
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        identifier::{PersonId, SessionId},
        name::{EmailAddress, Label},
        organisation::Organisation,
        person::Membership,
    };

    fn organisation(number: u128) -> Organisation {
        Organisation {
            id: OrganisationId(Uuid::from_u128(number)),
            label: Label::try_from(format!("o{number}")).expect("a label"),
            name: format!("Organisation {number}"),
        }
    }

    fn actor(hosting_provider: bool, role: Option<Role>) -> Actor {
        Actor {
            person: PersonId(Uuid::nil()),
            session: SessionId(Uuid::nil()),
            name: "Ada".into(),
            email: EmailAddress::try_from("ada@example.org".to_owned()).expect("an address"),
            hosting_provider,
            memberships: role.map(|role| Membership { organisation: organisation(1), role }).into_iter().collect(),
        }
    }

    #[test]
    fn the_whole_policy_as_a_table() {
        let here = Some(organisation(1).id);
        let granted = |actor: &Actor, organisation| {
            Verb::ALL.into_iter().filter(|verb| allows(actor, *verb, organisation)).collect::<Vec<_>>()
        };
        use Verb::*;

        assert_eq!(
            granted(&actor(false, Some(Role::Viewer)), here),
            [UseAccount, SeeCatalogue, SeeDeployments, SeePeople]
        );
        assert_eq!(
            granted(&actor(false, Some(Role::Operator)), here),
            [UseAccount, SeeCatalogue, SeeDeployments, EditDeployments, Deploy, CancelRun, SeePeople]
        );
        assert_eq!(
            granted(&actor(false, Some(Role::Owner)), here),
            [
                UseAccount,
                SeeCatalogue,
                SeeDeployments,
                EditDeployments,
                Deploy,
                CancelRun,
                Remove,
                SeePeople,
                ChangePeople
            ]
        );
        assert_eq!(
            granted(&actor(true, None), here),
            [
                UseAccount,
                SeeCatalogue,
                SeeDeployments,
                CancelRun,
                SeePeople,
                ChangePeople,
                SeeOrganisations,
                CreateOrganisation
            ]
        );
    }

    #[test]
    fn a_membership_grants_nothing_elsewhere() {
        let elsewhere = Some(organisation(2).id);

        for role in Role::IN_ORGANISATION {
            for verb in Verb::ALL {
                assert!(!allows(&actor(false, Some(role)), verb, elsewhere), "{role:?} {verb:?}");
                assert_eq!(
                    allows(&actor(false, Some(role)), verb, None),
                    verb == Verb::UseAccount,
                    "{role:?} {verb:?}"
                );
            }
        }
    }
}
