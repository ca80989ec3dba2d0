//! What a deployment would be with another library, told for many at once and without building anything.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    migration::Dropped,
    option::finding::Finding,
    plan::{Host, Requirements, Results, Unmet},
};

/// What the contract in `nix/` says; see `nix/contract/outlook.nix`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outlook {
    pub findings: Vec<Finding>,
    pub unmet: Vec<Unmet>,
    /// Of the modules, by application; empty after findings.
    pub versions: BTreeMap<String, String>,
    pub requirements: Requirements,
    pub results: Results,
    pub hosts: BTreeMap<String, Host>,
    /// A store path; none where it takes an evaluation of nixpkgs to tell.
    pub closure: Option<String>,
    /// The entries that the versions there have no place for.
    pub dropped: Vec<Dropped>,
}
