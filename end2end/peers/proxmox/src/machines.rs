//! What stands behind a virtual machine that is started: nothing, or a real host.

mod paper;
mod program;

use std::{collections::BTreeMap, fmt, net::IpAddr, path::PathBuf};

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

pub use paper::PaperMachines;
pub use program::MachineProgram;

/// Runs the virtual machines of a simulated cluster.
///
/// `start` is called for a machine that is not running, also after `stop`; `stop` may be called for one that is not
/// running, and then does nothing.
#[async_trait]
pub trait Machines: fmt::Debug + Send + Sync {
    async fn start(&self, order: &MachineOrder) -> Result<Running, MachineError>;

    async fn stop(&self, vmid: u32);
}

/// What a machine is started with.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MachineOrder {
    pub vmid: u32,
    pub name: String,
    /// For whom cloud-init puts the keys.
    pub user: Option<String>,
    /// Lines as in `authorized_keys`.
    pub ssh_keys: Vec<String>,
    /// `ipconfig0` and so on: by number, each by its keys `ip`, `gw`, `ip6`, `gw6`.
    pub networks: BTreeMap<u32, BTreeMap<String, String>>,
    /// The file that the first disk was imported from, where that was uploaded.
    pub image: Option<PathBuf>,
    /// The whole configuration.
    pub config: BTreeMap<String, String>,
}

/// A machine that has been started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Running {
    pub addresses: Vec<IpAddr>,
    /// Where its SSH server listens.
    pub port: u16,
    /// Public keys of its SSH server, as in `/etc/ssh/ssh_host_*_key.pub`.
    pub host_keys: Vec<String>,
}

impl Running {
    /// The files in a machine that hold its public keys, by path.
    pub(crate) fn host_key_files(&self) -> impl Iterator<Item = (String, &str)> {
        self.host_keys.iter().map(|key| {
            let kind = match key.split_whitespace().next().unwrap_or_default() {
                "ssh-rsa" => "rsa",
                kind if kind.starts_with("ecdsa-") => "ecdsa",
                _ => "ed25519",
            };
            (format!("/etc/ssh/ssh_host_{kind}_key.pub"), key.as_str())
        })
    }
}

/// Why a machine can't be started; the text ends its task.
#[derive(Debug, thiserror::Error)]
#[error("start failed: {0}")]
pub struct MachineError(pub String);
