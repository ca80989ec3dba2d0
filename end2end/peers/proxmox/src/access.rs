//! Who there is and who may do what: users, their tokens, roles, and the permissions on paths.

mod caller;
pub(crate) mod deployer;
mod login;
mod privileges;
mod rights;
mod rule;
mod token;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use caller::Caller;
pub(crate) use login::Credentials;
pub(crate) use token::Token;

use crate::Version;

/// The user whom nothing is refused to.
pub(crate) const ROOT: &str = "root@pam";

#[derive(Debug)]
pub(crate) struct Access {
    pub version: Version,
    pub users: BTreeMap<String, User>,
    pub roles: BTreeMap<String, BTreeSet<String>>,
    /// By path.
    pub grants: BTreeMap<String, Vec<Grant>>,
    tickets: BTreeMap<String, login::Session>,
}

#[derive(Debug, Default)]
pub(crate) struct User {
    pub password: Option<String>,
    pub is_disabled: bool,
    /// By the part of the name behind the `!`.
    pub tokens: BTreeMap<String, Token>,
}

/// A role that a user, group or token has on a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Grant {
    pub holder: Holder,
    /// `user@realm`, `user@realm!token` or a group's name.
    pub name: String,
    pub role: String,
    /// Counts on paths below as well.
    pub propagates: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    User,
    Group,
    Token,
}

impl Holder {
    pub const fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Token => "token",
        }
    }
}

impl Access {
    /// With the roles that every host has and the user `root@pam`.
    pub fn new(version: Version, root_password: &str) -> Self {
        let root = User { password: Some(root_password.into()), ..User::default() };
        Self {
            version,
            users: BTreeMap::from([(ROOT.to_owned(), root)]),
            roles: privileges::roles(version),
            grants: BTreeMap::new(),
            tickets: BTreeMap::new(),
        }
    }

    /// Every privilege that a role may have.
    pub fn privileges(&self) -> BTreeSet<&'static str> {
        privileges::all(self.version)
    }

    /// Whether a role came with the host, and can't be changed.
    pub fn is_builtin(&self, role: &str) -> bool {
        privileges::roles(self.version).contains_key(role)
    }

    pub fn grant(&mut self, path: &str, grant: Grant) {
        let grants = self.grants.entry(path.into()).or_default();
        grants.retain(|known| !same_holder(known, &grant) || known.role != grant.role);
        grants.push(grant);
    }

    pub fn revoke(&mut self, path: &str, grant: &Grant) {
        if let Some(grants) = self.grants.get_mut(path) {
            grants.retain(|known| !same_holder(known, grant) || known.role != grant.role);
        }
    }
}

fn same_holder(one: &Grant, other: &Grant) -> bool {
    one.holder == other.holder && one.name == other.name
}
