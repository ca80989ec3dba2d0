//! Where the text of a secret file comes from, as `nix/nixos/secrets.nix` tells it.

use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Source {
    pub(super) kind: Kind,
    pub(super) of: Vec<String>,
    /// Of what is given.
    #[serde(default)]
    pub(super) edition: Option<i64>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// For a requirement of an application.
    Made,
    /// For a host.
    Host,
    /// An operator gives it.
    Option,
    /// The hosting provider gives it.
    Setting,
}
