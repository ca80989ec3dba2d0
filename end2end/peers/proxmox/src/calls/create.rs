use uuid::Uuid;

use super::{
    Answer, Call,
    change::{self, Place},
    power,
};
use crate::{
    cluster::{Config, VirtualMachine, is_disk_name},
    refusal::Refusal,
    schema::Api,
    tasks::Work,
    world::State,
};

pub(super) fn create(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid) = (call.node(), call.vmid());
    if call.parameters.get("archive").is_some() {
        return Err(Refusal::failed("restoring from an archive is not simulated"));
    }
    let pool = call.parameters.text("pool").map(str::to_owned);
    let scope = scope(call, pool.as_deref(), vmid)?;
    let keys = change::keys(call.api, &call.parameters);
    change::check(call, &scope, &keys)?;
    let starts = call.parameters.is_set("start");
    if starts {
        call.require(&scope, &["VM.PowerMgmt"], false)?;
    }
    if call.state.faults.takes_vmid() {
        let other = VirtualMachine::new(vmid, &node);
        call.state.cluster.machines.entry(vmid).or_insert(other);
    }
    reserve(call.state, &node, vmid, pool.as_deref())?;

    let api = call.api;
    let undo_node = node.clone();
    let work = Work::waiting("qmcreate", vmid, move |world, upid| {
        Box::pin(async move {
            fill(&mut world.state(), api, &node, vmid, &keys)
                .map_err(|refusal| format!("unable to create VM {vmid} - {}", refusal.message))?;
            world.state().tasks.log(&upid, format!("VM {vmid} created"));
            if starts { power::boot(&world, &node, vmid).await } else { Ok(()) }
        })
    });
    Ok(call.begin(work.or_undo(move |state| abandon(state, &undo_node, vmid))))
}

/// The path on which the caller must have rights: that of the pool which the machine comes into, or its own.
fn scope(call: &Call<'_>, pool: Option<&str>, vmid: u32) -> Result<String, Refusal> {
    let scope = pool.map_or_else(|| format!("/vms/{vmid}"), |pool| format!("/pool/{pool}"));
    call.require(&scope, &["VM.Allocate"], false)?;
    match pool {
        Some(pool) if !call.state.cluster.pools.contains_key(pool) => {
            Err(Refusal::failed(format!("pool '{pool}' does not exist")))
        }
        _ => Ok(scope),
    }
}

/// The machine is there from now on, locked until its task has made it.
pub(super) fn reserve(state: &mut State, node: &str, vmid: u32, pool: Option<&str>) -> Result<(), Refusal> {
    if let Some(known) = state.cluster.machines.get(&vmid) {
        let text = format!("unable to create VM {vmid} - VM {vmid} already exists on node '{}'", known.node);
        return Err(Refusal::failed(text));
    }
    let mut machine = VirtualMachine::new(vmid, node);
    machine.set_lock("create");
    state.cluster.machines.insert(vmid, machine);
    if let Some(pool) = pool.and_then(|pool| state.cluster.pools.get_mut(pool)) {
        pool.machines.insert(vmid);
    }
    Ok(())
}

fn fill(state: &mut State, api: &Api, node: &str, vmid: u32, keys: &Config) -> Result<(), Refusal> {
    let mut settled = change::settle_all(&mut state.cluster, Place { api, node, vmid }, keys)?;
    settled.entry("smbios1".into()).or_insert_with(|| format!("uuid={}", Uuid::new_v4()));
    settled.entry("vmgenid".into()).or_insert_with(|| Uuid::new_v4().to_string());
    settled.entry("boot".into()).or_insert_with(|| boot_order(keys));
    let machine = state.cluster.machine_mut(node, vmid)?;
    machine.config.extend(settled);
    machine.unlock();
    Ok(())
}

/// The first disk and the first network, as a host chooses where nothing is said.
fn boot_order(keys: &Config) -> String {
    let disk =
        keys.iter().find(|(key, value)| is_disk_name(key) && !value.contains("cloudinit") && !key.starts_with("efi"));
    let network = keys.keys().find(|key| key.starts_with("net"));
    let order: Vec<&str> = disk.map(|(key, _)| key).into_iter().chain(network).map(String::as_str).collect();
    format!("order={}", order.join(";"))
}

/// Takes back what a failed task made.
pub(super) fn abandon(state: &mut State, node: &str, vmid: u32) {
    let is_unmade = state.cluster.machine(node, vmid).is_ok_and(|machine| machine.lock().is_some());
    if !is_unmade {
        return;
    }
    state.cluster.machines.remove(&vmid);
    state.cluster.volumes.retain(|volume| volume.machine != Some(vmid) || volume.content != "images");
    for pool in state.cluster.pools.values_mut() {
        pool.machines.remove(&vmid);
    }
}
