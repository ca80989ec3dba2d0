use std::path::PathBuf;

use super::{Cluster, Volume};
use crate::{clock, refusal::Refusal};

/// A new volume for a machine.
#[derive(Debug)]
pub(crate) struct Allocation<'a> {
    pub node: &'a str,
    pub storage: &'a str,
    pub machine: u32,
    /// Bytes.
    pub size: u64,
    pub format: Option<&'a str>,
    /// What follows the machine's number in its name; a numbered disk without.
    pub suffix: Option<&'a str>,
    pub file: Option<PathBuf>,
    pub parent: Option<String>,
}

impl Cluster {
    /// Makes a volume and tells its id.
    ///
    /// # Errors
    ///
    /// When the storage can't hold images or has too little space.
    pub fn allocate(&mut self, wanted: Allocation<'_>) -> Result<String, Refusal> {
        let storage = self.storage_for(wanted.storage, "images")?;
        let (kind, is_shared) = (storage.kind, storage.is_shared);
        let needs = if wanted.parent.is_some() { 0 } else { wanted.size };
        if needs > self.free(wanted.node, wanted.storage) {
            let storage = wanted.storage;
            return Err(Refusal::failed(format!("no space left on storage '{storage}' for {needs} bytes")));
        }
        let format = if kind.has_files() { wanted.format.unwrap_or("raw") } else { "raw" };
        let id = (0..)
            .map(|number| volume_id(&wanted, kind.has_files(), format, number))
            .find(|id| self.volume(wanted.node, id).is_none())
            .unwrap_or_default();
        self.volumes.push(Volume {
            id: id.clone(),
            node: (!is_shared).then(|| wanted.node.to_owned()),
            content: "images".into(),
            format: format.into(),
            size: wanted.size,
            machine: Some(wanted.machine),
            made: clock::seconds(),
            file: wanted.file,
            parent: wanted.parent,
            notes: None,
            is_protected: false,
        });
        Ok(id)
    }
}

/// On storages with files: `files:100/vm-100-disk-0.qcow2`; on others: `local-lvm:vm-100-disk-0`.
fn volume_id(wanted: &Allocation<'_>, has_files: bool, format: &str, number: u32) -> String {
    let Allocation { storage, machine, .. } = wanted;
    let suffix = wanted.suffix.map_or_else(|| format!("disk-{number}"), str::to_owned);
    if has_files {
        format!("{storage}:{machine}/vm-{machine}-{suffix}.{format}")
    } else {
        format!("{storage}:vm-{machine}-{suffix}")
    }
}
