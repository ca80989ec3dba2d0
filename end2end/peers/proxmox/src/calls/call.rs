use std::sync::Arc;

use serde_json::{Map, Value};

use crate::{
    access::Caller,
    cluster::VirtualMachine,
    refusal::Refusal,
    schema::{Api, Parameters},
    tasks::Work,
    wire::Upload,
    world::{State, World},
};

/// A well-formed call by somebody who may make it.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub world: &'a Arc<World>,
    pub state: &'a mut State,
    pub api: &'static Api,
    pub caller: Caller,
    pub parameters: Parameters,
    pub upload: Option<Upload>,
}

/// What a call is answered with.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub data: Value,
    /// What stands beside `data`, such as the `total` of a list.
    pub beside: Map<String, Value>,
}

impl From<Value> for Answer {
    fn from(data: Value) -> Self {
        Self { data, beside: Map::new() }
    }
}

impl Call<'_> {
    /// A parameter that the API requires, so that it is there.
    pub fn text(&self, name: &str) -> &str {
        self.parameters.text(name).unwrap_or_default()
    }

    pub fn node(&self) -> String {
        self.text("node").into()
    }

    pub fn vmid(&self) -> u32 {
        self.parameters.number("vmid").unwrap_or_default()
    }

    pub fn machine(&self) -> Result<&VirtualMachine, Refusal> {
        self.state.cluster.machine(self.text("node"), self.vmid())
    }

    /// The machine, if no task has it locked.
    pub fn unlocked_machine(&mut self) -> Result<&mut VirtualMachine, Refusal> {
        let (node, vmid) = (self.node(), self.vmid());
        let machine = self.state.cluster.machine_mut(&node, vmid)?;
        if self.parameters.is_set("skiplock") {
            let only_root = || Refusal::parameter("skiplock", "Only root may use this option.");
            return if self.caller.is_root() { Ok(machine) } else { Err(only_root()) };
        }
        if let Some(lock) = self.state.faults.on_lock(vmid) {
            return Err(Refusal::locked(&lock));
        }
        machine.check_unlocked()?;
        Ok(machine)
    }

    /// Refuses callers who lack a privilege, or all of them where `any` is enough.
    pub fn require(&self, path: &str, privileges: &[&str], any: bool) -> Result<(), Refusal> {
        let privileges: Vec<String> = privileges.iter().map(|privilege| (*privilege).to_owned()).collect();
        let pool = self.state.cluster.pool_of(path);
        self.state.access.require(&self.caller, path, &privileges, any, pool.as_deref()).map_err(Refusal::forbidden)
    }

    /// Whether the caller has one of these privileges.
    pub fn may(&self, path: &str, privileges: &[&str]) -> bool {
        self.require(path, privileges, true).is_ok()
    }

    pub fn may_see_machine(&self, vmid: u32) -> bool {
        self.may(&format!("/vms/{vmid}"), &["VM.Audit"])
    }

    pub fn may_see_storage(&self, storage: &str) -> bool {
        self.may(&format!("/storage/{storage}"), &["Datastore.Audit", "Datastore.AllocateSpace"])
    }

    /// Begins a task on the call's node, and answers with its name.
    pub fn begin(&mut self, work: Work) -> Answer {
        let node = self.node();
        let upid = self.world.begin(self.state, &node, &self.caller, work);
        Value::from(upid.to_string()).into()
    }
}
