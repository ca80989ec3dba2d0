//! What an application says of being run: how one sees that it works, what has to be kept, how it moves and is upgraded.

use serde::{Deserialize, Serialize};

use crate::language::LocalText;

/// The operation of one application, as the contract in `nix/contract/operation` describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Operation {
    /// Where people go; none where there is nothing to go to.
    pub address: Option<String>,
    /// In the order in which it is backed up.
    pub state: Vec<State>,
    pub checks: Vec<Check>,
    pub administrator: Option<Administrator>,
    #[serde(rename = "move")]
    pub relocation: Relocation,
    pub upgrade: Upgrade,
}

/// Something that has to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub kind: StateKind,
    /// The requirements whose results say where it is.
    pub of: Vec<String>,
    /// A directory on the host.
    pub path: Option<String>,
    pub owner: Option<String>,
    /// Names below the directory that are left out.
    pub exclude: Vec<String>,
    /// It comes back by itself, and may be left out.
    pub rebuilt: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StateKind {
    Bucket,
    Database,
    Directory,
    Queue,
    Secrets,
}

/// One way to see that it works: an answer from outside, or a unit that is active on its host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub name: String,
    pub label: LocalText,
    pub url: Option<String>,
    /// The HTTP status that is expected of the address.
    pub status: u16,
    /// What the answer contains.
    pub contains: Option<String>,
    pub unit: Option<String>,
}

/// How the first administrator comes to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Administrator {
    pub user: String,
    pub command: Vec<String>,
    /// The text after which the command prints their password.
    pub printed: Option<String>,
    /// The requirement whose secret is their password.
    pub password: Option<String>,
    /// What the command says when they are there already.
    pub exists: Option<String>,
}

/// How an application moves to another host.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relocation {
    /// The units that stop where it was, in this order.
    pub stop: Vec<String>,
    /// The units that start where it goes.
    pub start: Vec<String>,
    pub after: Vec<Afterwards>,
}

/// What is run once after everything was restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Afterwards {
    pub label: LocalText,
    pub user: String,
    pub command: Vec<String>,
}

/// What another version does to what is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upgrade {
    /// Whether one can go back without a dump.
    pub reversible: bool,
    /// The requirements that are dumped before.
    pub dump: Vec<String>,
    pub notes: Option<LocalText>,
}
