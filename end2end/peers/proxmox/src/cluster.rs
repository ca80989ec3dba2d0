//! What there is: nodes, storages with volumes, virtual machines, pools.

mod allocation;
mod disk;
mod machine;
mod pool;
mod size;
mod ssh_key;
mod volume;

use std::collections::BTreeMap;

pub(crate) use allocation::Allocation;
pub(crate) use disk::{Disk, is_disk_name};
pub(crate) use machine::{Config, Exec, Run, Snapshot, VirtualMachine};
pub(crate) use pool::Pool;
pub(crate) use size::{parse_size, print_size};
pub(crate) use ssh_key::{check_keys, decoded_keys};
pub(crate) use volume::Volume;

use crate::{
    layout::{Layout, Node, Storage},
    refusal::Refusal,
};

/// Numbers that a machine may have.
const VMIDS: std::ops::RangeInclusive<u32> = 100..=999_999_999;

#[derive(Debug)]
pub(crate) struct Cluster {
    pub name: String,
    pub nodes: BTreeMap<String, Node>,
    pub storages: BTreeMap<String, Storage>,
    pub volumes: Vec<Volume>,
    pub machines: BTreeMap<u32, VirtualMachine>,
    pub pools: BTreeMap<String, Pool>,
}

impl Cluster {
    pub fn new(layout: Layout) -> Self {
        Self {
            name: layout.name,
            nodes: layout.nodes.into_iter().map(|node| (node.name.clone(), node)).collect(),
            storages: layout.storages.into_iter().map(|storage| (storage.name.clone(), storage)).collect(),
            volumes: Vec::new(),
            machines: BTreeMap::new(),
            pools: BTreeMap::new(),
        }
    }

    /// The lowest number that no machine has. Nothing is reserved by asking.
    pub fn free_vmid(&self) -> u32 {
        VMIDS.clone().find(|vmid| !self.machines.contains_key(vmid)).unwrap_or(*VMIDS.end())
    }

    pub fn node(&self, name: &str) -> Result<&Node, Refusal> {
        let unknown = || Refusal::failed(format!("hostname lookup '{name}' failed - failed to get address info"));
        let node = self.nodes.get(name).ok_or_else(unknown)?;
        if node.is_online { Ok(node) } else { Err(Refusal::unreachable()) }
    }

    pub fn storage(&self, name: &str) -> Result<&Storage, Refusal> {
        self.storages.get(name).ok_or_else(|| Refusal::failed(format!("storage '{name}' does not exist")))
    }

    /// A storage that may hold such content.
    pub fn storage_for(&self, name: &str, content: &str) -> Result<&Storage, Refusal> {
        let storage = self.storage(name)?;
        if storage.content.iter().any(|known| known == content) {
            return Ok(storage);
        }
        Err(Refusal::failed(format!("storage '{name}' does not support content-type '{content}'")))
    }

    pub fn machine(&self, node: &str, vmid: u32) -> Result<&VirtualMachine, Refusal> {
        self.machines.get(&vmid).filter(|machine| machine.node == node).ok_or_else(|| missing(node, vmid))
    }

    pub fn machine_mut(&mut self, node: &str, vmid: u32) -> Result<&mut VirtualMachine, Refusal> {
        self.machines.get_mut(&vmid).filter(|machine| machine.node == node).ok_or_else(|| missing(node, vmid))
    }

    /// The pool that a machine or storage belongs to, by its path for permissions.
    pub fn pool_of(&self, path: &str) -> Option<String> {
        let vmid = path.strip_prefix("/vms/").and_then(|vmid| vmid.parse().ok());
        let storage = path.strip_prefix("/storage/");
        let holds = |pool: &Pool| {
            vmid.is_some_and(|vmid| pool.machines.contains(&vmid))
                || storage.is_some_and(|storage| pool.storages.contains(storage))
        };
        self.pools.iter().find(|(_, pool)| holds(pool)).map(|(name, _)| name.clone())
    }
}

fn missing(node: &str, vmid: u32) -> Refusal {
    Refusal::failed(format!("Configuration file 'nodes/{node}/qemu-server/{vmid}.conf' does not exist"))
}
