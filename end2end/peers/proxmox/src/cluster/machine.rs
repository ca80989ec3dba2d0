use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use sha1::{Digest, Sha1};

use super::{Disk, is_disk_name};
use crate::{
    clock,
    machines::Running,
    refusal::Refusal,
    schema::{Api, is_true},
};

/// Keys and values, as a configuration file has them.
pub(crate) type Config = BTreeMap<String, String>;

#[derive(Debug)]
pub(crate) struct VirtualMachine {
    pub vmid: u32,
    pub node: String,
    /// What counts now.
    pub config: Config,
    /// What counts from the next start: a new value, or none for a key that goes.
    pub pending: BTreeMap<String, Option<String>>,
    pub snapshots: BTreeMap<String, Snapshot>,
    pub run: Option<Run>,
    /// What the guest agent wrote into the machine, by path.
    pub files: BTreeMap<String, String>,
    pub commands: BTreeMap<u32, Exec>,
}

/// A machine that is running.
#[derive(Debug)]
pub(crate) struct Run {
    pub since: Instant,
    pub process: u32,
    pub is_paused: bool,
    pub boot_time: Duration,
    pub running: Running,
}

#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub config: Config,
    pub description: String,
    /// Seconds since 1970.
    pub made: u64,
    pub has_memory: bool,
    pub parent: Option<String>,
}

/// A command that ran inside a machine.
#[derive(Clone, Debug)]
pub(crate) struct Exec {
    pub exit_code: i32,
    pub output: String,
    pub errors: String,
}

impl VirtualMachine {
    pub fn new(vmid: u32, node: &str) -> Self {
        let meta = format!("creation-qemu=10.1.2,ctime={}", clock::seconds());
        Self {
            vmid,
            node: node.into(),
            config: Config::from([("meta".into(), meta)]),
            pending: BTreeMap::new(),
            snapshots: BTreeMap::new(),
            run: None,
            files: BTreeMap::new(),
            commands: BTreeMap::new(),
        }
    }

    pub fn name(&self) -> String {
        self.config.get("name").cloned().unwrap_or_else(|| format!("VM {}", self.vmid))
    }

    pub fn lock(&self) -> Option<&str> {
        self.config.get("lock").map(String::as_str)
    }

    pub fn set_lock(&mut self, lock: &str) {
        self.config.insert("lock".into(), lock.into());
    }

    pub fn unlock(&mut self) {
        self.config.remove("lock");
    }

    pub fn is(&self, key: &str) -> bool {
        self.config.get(key).is_some_and(|value| is_true(value))
    }

    pub fn check_unlocked(&self) -> Result<(), Refusal> {
        self.lock().map_or(Ok(()), |lock| Err(Refusal::locked(lock)))
    }

    /// What a client sends back to say what it saw.
    pub fn digest(&self) -> String {
        let lines: String = self.config.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        Sha1::digest(lines.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// What will count from the next start.
    pub fn coming(&self) -> Config {
        let mut config = self.config.clone();
        for (key, value) in &self.pending {
            match value {
                Some(value) => config.insert(key.clone(), value.clone()),
                None => config.remove(key),
            };
        }
        config
    }

    pub fn apply_pending(&mut self) {
        self.config = self.coming();
        self.pending.clear();
    }

    /// Disks and drives, by their keys.
    pub fn disks(&self, api: &Api) -> Vec<(String, Disk)> {
        let disks = self.config.iter().filter(|(key, _)| is_disk_name(key));
        disks.filter_map(|(key, text)| Some((key.clone(), Disk::parse(api, key, text)?))).collect()
    }

    pub fn is_agent_wanted(&self) -> bool {
        self.config
            .get("agent")
            .is_some_and(|agent| agent.split(',').any(|part| is_true(part.strip_prefix("enabled=").unwrap_or(part))))
    }

    pub fn memory_mib(&self) -> u64 {
        self.config.get("memory").and_then(|memory| memory.trim_start_matches("current=").parse().ok()).unwrap_or(512)
    }

    pub fn processors(&self) -> u32 {
        let count = |key: &str| self.config.get(key).and_then(|count| count.parse::<u32>().ok()).unwrap_or(1);
        count("cores") * count("sockets")
    }
}
