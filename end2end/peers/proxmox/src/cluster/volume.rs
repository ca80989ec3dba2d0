use std::path::PathBuf;

use super::Cluster;
use crate::refusal::Refusal;

/// Something on a storage: a disk of a machine, or a file to import, boot or restore from.
#[derive(Clone, Debug)]
pub(crate) struct Volume {
    /// With the storage's name, such as `local:import/nixos.qcow2`.
    pub id: String,
    /// The node that has it; none where the storage is shared.
    pub node: Option<String>,
    pub content: String,
    pub format: String,
    /// Bytes: what a disk shows to its machine, or what a file has.
    pub size: u64,
    pub machine: Option<u32>,
    /// Seconds since 1970.
    pub made: u64,
    /// The file with its content: its own, or the one that a disk was imported from.
    pub file: Option<PathBuf>,
    /// The volume that a linked clone builds on.
    pub parent: Option<String>,
    pub notes: Option<String>,
    pub is_protected: bool,
}

impl Volume {
    pub fn storage(&self) -> &str {
        self.id.split_once(':').map_or("", |(storage, _)| storage)
    }

    pub fn is_on(&self, node: &str) -> bool {
        self.node.as_deref().is_none_or(|place| place == node)
    }
}

impl Cluster {
    pub fn volume(&self, node: &str, id: &str) -> Option<&Volume> {
        self.volumes.iter().find(|volume| volume.id == id && volume.is_on(node))
    }

    pub fn volume_mut(&mut self, node: &str, id: &str) -> Option<&mut Volume> {
        self.volumes.iter_mut().find(|volume| volume.id == id && volume.is_on(node))
    }

    pub fn volumes_on<'a>(&'a self, node: &'a str, storage: &'a str) -> impl Iterator<Item = &'a Volume> {
        self.volumes.iter().filter(move |volume| volume.is_on(node) && volume.storage() == storage)
    }

    /// Bytes in use on a storage, as a node sees it.
    pub fn used(&self, node: &str, storage: &str) -> u64 {
        let taken = self.storages.get(storage).map_or(0, |storage| storage.taken);
        let volumes = self.volumes_on(node, storage).filter(|volume| volume.parent.is_none());
        taken + volumes.map(|volume| volume.size).sum::<u64>()
    }

    pub fn free(&self, node: &str, storage: &str) -> u64 {
        self.storages.get(storage).map_or(0, |known| known.total.saturating_sub(self.used(node, storage)))
    }

    /// Removes a volume, unless others build on it.
    pub fn remove_volume(&mut self, node: &str, id: &str) -> Result<(), Refusal> {
        if self.volumes.iter().any(|other| other.parent.as_deref() == Some(id)) {
            return Err(Refusal::failed(format!("base volume '{id}' is still in use by linked cloned")));
        }
        self.volumes.retain(|volume| volume.id != id || !volume.is_on(node));
        Ok(())
    }
}
