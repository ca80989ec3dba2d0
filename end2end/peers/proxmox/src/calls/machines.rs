//! Calls that tell about machines.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::{cluster::VirtualMachine, refusal::Refusal};

pub(super) fn list(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let here = call.state.cluster.machines.values().filter(|machine| machine.node == call.text("node"));
    let visible = here.filter(|machine| call.may_see_machine(machine.vmid));
    Ok(visible.map(|machine| status(call, machine)).collect::<Value>().into())
}

pub(super) fn index(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    call.machine()?;
    let parts = ["agent", "config", "pending", "resize", "snapshot", "status"];
    Ok(parts.iter().map(|part| json!({"subdir": part})).collect::<Value>().into())
}

pub(super) fn current(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let machine = call.machine()?;
    let mut row = status(call, machine);
    row["ha"] = json!({"managed": 0});
    if machine.is_agent_wanted() {
        row["agent"] = json!(1);
    }
    if machine.run.is_some() {
        row["running-machine"] = json!("pc-i440fx-10.1+pve0");
        row["running-qemu"] = json!("10.1.2");
    }
    Ok(row.into())
}

/// As `GET /cluster/resources` tells them.
pub(super) fn rows(call: &Call<'_>) -> Vec<Value> {
    let machines = call.state.cluster.machines.values();
    let visible = machines.filter(|machine| call.may_see_machine(machine.vmid));
    let rows = visible.map(|machine| {
        let mut row = status(call, machine);
        if let Value::Object(members) = &mut row {
            for name in ["qmpstatus", "pid", "cpus"] {
                members.remove(name);
            }
            let pool = call.state.cluster.pool_of(&format!("/vms/{}", machine.vmid));
            members.extend(pool.map(|pool| ("pool".to_owned(), json!(pool))));
        }
        row["id"] = json!(format!("qemu/{}", machine.vmid));
        row["type"] = json!("qemu");
        row["node"] = json!(machine.node);
        row["maxcpu"] = json!(machine.processors());
        row["template"] = json!(u8::from(machine.is("template")));
        row
    });
    rows.collect()
}

fn status(call: &Call<'_>, machine: &VirtualMachine) -> Value {
    let memory = machine.memory_mib() << 20;
    let run = machine.run.as_ref();
    let state = match run {
        Some(run) if run.is_paused => "paused",
        Some(_) => "running",
        None => "stopped",
    };
    let mut row = json!({
        "vmid": machine.vmid, "name": machine.name(), "status": if run.is_some() { "running" } else { "stopped" },
        "qmpstatus": state, "cpus": machine.processors(), "cpu": 0, "maxmem": memory,
        "mem": if run.is_some() { memory / 2 } else { 0 }, "maxdisk": first_disk(call, machine),
        "uptime": run.map_or(0, |run| run.since.elapsed().as_secs()), "netin": 0, "netout": 0, "diskread": 0,
        "diskwrite": 0,
    });
    if let Value::Object(members) = &mut row {
        members.extend(run.map(|run| ("pid".to_owned(), json!(run.process))));
        members.extend(machine.config.get("tags").map(|tags| ("tags".to_owned(), json!(tags))));
        members.extend(machine.is("template").then(|| ("template".to_owned(), json!(1))));
        let lock = call.state.faults.shown_lock(machine.vmid).or_else(|| machine.lock());
        members.extend(lock.map(|lock| ("lock".to_owned(), json!(lock))));
    }
    row
}

/// Bytes of the disk that the machine boots from.
fn first_disk(call: &Call<'_>, machine: &VirtualMachine) -> u64 {
    let disks = machine.disks(call.api);
    let first = disks.iter().find(|(_, disk)| !disk.is_cdrom());
    let volume = first.and_then(|(_, disk)| call.state.cluster.volume(&machine.node, disk.volume()));
    volume.map_or(0, |volume| volume.size)
}
