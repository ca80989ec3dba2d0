use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tempfile::TempDir;

use crate::{
    Version,
    access::Access,
    cluster::Cluster,
    faults::{Fault, Faults},
    journal::Journal,
    machines::{Machines, Running},
    tasks::Tasks,
    wire::Identities,
};

/// Everything that a simulated host knows.
#[derive(Debug)]
pub(crate) struct World {
    pub version: Version,
    pub journal: Journal,
    pub machines: Arc<dyn Machines>,
    pub identities: Arc<Identities>,
    state: Mutex<State>,
    files: TempDir,
}

/// What calls and tasks change.
#[derive(Debug)]
pub(crate) struct State {
    pub cluster: Cluster,
    pub access: Access,
    pub tasks: Tasks,
    pub faults: Faults,
    /// How long a machine runs before its guest agent answers.
    pub boot_time: Duration,
}

impl World {
    pub fn new(
        version: Version,
        state: State,
        machines: Arc<dyn Machines>,
        identities: Arc<Identities>,
        files: TempDir,
    ) -> Self {
        Self { version, journal: Journal::default(), machines, identities, state: Mutex::new(state), files }
    }

    /// Never held while waiting for something.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where uploads are kept.
    pub fn files(&self) -> &Path {
        self.files.path()
    }

    /// Where the running machines are.
    pub fn running(&self) -> BTreeMap<u32, Running> {
        let state = self.state();
        let running = state.cluster.machines.iter();
        running.filter_map(|(vmid, machine)| Some((*vmid, machine.run.as_ref()?.running.clone()))).collect()
    }

    /// Faults that are still to come don't; nodes that went offline come back.
    pub fn clear_faults(&self) {
        self.state().clear_faults();
    }

    pub fn inject(&self, fault: Fault) {
        match fault {
            Fault::NewCertificate => self.identities.renew(),
            fault => self.state().add_fault(fault),
        }
    }
}

impl State {
    fn add_fault(&mut self, fault: Fault) {
        if let Fault::NodeOffline { node } = &fault
            && let Some(node) = self.cluster.nodes.get_mut(node)
        {
            node.is_online = false;
        }
        self.faults.add(fault);
    }

    fn clear_faults(&mut self) {
        for (_, node) in self.cluster.nodes.iter_mut().filter(|(name, _)| self.faults.is_offline(name)) {
            node.is_online = true;
        }
        self.faults.clear();
    }
}
