//! What the adapter is made from.

use std::{ffi::OsString, path::PathBuf, time::Duration};

use serde::Deserialize;

/// How Nix is called on the store in which closures are built.
#[derive(Clone, Debug)]
pub struct NixCommand {
    pub program: OsString,
    pub options: Vec<OsString>,
    /// All that it sees of an environment.
    pub environment: Vec<(&'static str, OsString)>,
}

/// How machines are dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SshConfig {
    /// The program `ssh` of OpenSSH.
    pub program: PathBuf,
    /// How long an activation may take before the machine goes back to what it had.
    pub activation_seconds: u64,
    /// How long a machine waits for a new connection after it; then it goes back.
    pub confirmation_seconds: u64,
    /// How long copying to one machine may take.
    pub copy_seconds: u64,
    /// To how many machines is copied at the same time.
    pub copies_at_once: usize,
}

impl Default for SshConfig {
    fn default() -> Self {
        Self {
            program: "ssh".into(),
            activation_seconds: 900,
            confirmation_seconds: 30,
            copy_seconds: 7200,
            copies_at_once: 8,
        }
    }
}

impl SshConfig {
    pub(crate) fn patience(&self) -> crate::host::Patience {
        crate::host::Patience {
            activation: Duration::from_secs(self.activation_seconds),
            confirmation: Duration::from_secs(self.confirmation_seconds),
        }
    }
}
