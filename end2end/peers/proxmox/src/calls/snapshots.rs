//! Calls about snapshots.

use serde_json::{Value, json};

use super::{Answer, Call, config};
use crate::{
    clock,
    cluster::{Cluster, Snapshot, VirtualMachine},
    refusal::Refusal,
    schema::Api,
    tasks::Work,
};

pub(super) fn feature(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let machine = call.machine()?;
    let cluster = &call.state.cluster;
    let has = match call.text("feature") {
        "snapshot" => can_have(cluster, call.api, machine),
        "clone" => machine.is("template") && can_have(cluster, call.api, machine),
        _ => true,
    };
    let nodes: Vec<&String> = cluster.nodes.keys().filter(|node| has && **node == machine.node).collect();
    Ok(json!({"hasFeature": u8::from(has), "nodes": nodes}).into())
}

/// Whether each disk is on a storage that can have snapshots of it.
pub(super) fn can_have(cluster: &Cluster, api: &Api, machine: &VirtualMachine) -> bool {
    let disks = machine.disks(api);
    disks.iter().filter(|(_, disk)| !disk.is_cdrom()).all(|(_, disk)| {
        let volume = cluster.volume(&machine.node, disk.volume());
        let storage = volume.and_then(|volume| cluster.storages.get(volume.storage()));
        volume.zip(storage).is_none_or(|(volume, storage)| storage.kind.has_snapshots(&volume.format))
    })
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let machine = call.machine()?;
    let mut taken: Vec<(&String, &Snapshot)> = machine.snapshots.iter().collect();
    taken.sort_by_key(|(_, snapshot)| snapshot.made);
    let rows = taken.into_iter().map(|(name, snapshot)| {
        let mut row = json!({
            "name": name, "description": snapshot.description, "snaptime": snapshot.made,
            "vmstate": u8::from(snapshot.has_memory),
        });
        if let Some(parent) = &snapshot.parent {
            row["parent"] = json!(parent);
        }
        row
    });
    let mut now = json!({"name": "current", "description": "You are here!"});
    if let Some(parent) = machine.config.get("parent") {
        now["parent"] = json!(parent);
    }
    Ok(rows.chain([now]).collect::<Value>().into())
}

pub(super) fn take(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid, api) = (call.node(), call.vmid(), call.api);
    let name = call.text("snapname").to_owned();
    if name == "current" || name == "pending" {
        return Err(Refusal::failed(format!("unable to use snapshot name '{name}' (reserved name)")));
    }
    let description = call.parameters.text("description").unwrap_or_default().to_owned();
    let has_memory = call.parameters.is_set("vmstate");
    call.unlocked_machine()?;
    let machine = call.machine()?;
    if machine.snapshots.contains_key(&name) {
        return Err(Refusal::failed(format!("snapshot name '{name}' already used")));
    }
    if !can_have(&call.state.cluster, api, machine) {
        return Err(Refusal::failed("snapshot feature is not available"));
    }
    lock(call, "snapshot")?;
    let unlock = unlocking(&node, vmid);
    let work = Work::new("qmsnapshot", vmid, move |state, _| {
        let machine = state.cluster.machine_mut(&node, vmid)?;
        machine.unlock();
        let mut config = machine.config.clone();
        let parent = config.remove("parent");
        let has_memory = has_memory && machine.run.is_some();
        let snapshot = Snapshot { config, description, made: clock::seconds(), has_memory, parent };
        machine.snapshots.insert(name.clone(), snapshot);
        machine.config.insert("parent".into(), name);
        Ok(())
    });
    Ok(call.begin(work.or_undo(unlock)))
}

pub(super) fn config(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let snapshot = wanted(call)?;
    let mut shown = config::show(call.api, &snapshot.config);
    shown.insert("snaptime".into(), json!(snapshot.made));
    if !snapshot.description.is_empty() {
        shown.insert("description".into(), json!(snapshot.description));
    }
    Ok(Value::from(shown).into())
}

pub(super) fn describe(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    wanted(call)?;
    let (name, description) =
        (call.text("snapname").to_owned(), call.parameters.text("description").map(str::to_owned));
    if let Some(snapshot) = call.unlocked_machine()?.snapshots.get_mut(&name) {
        snapshot.description = description.unwrap_or_default();
    }
    Ok(Value::Null.into())
}

pub(super) fn remove(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid, name) = (call.node(), call.vmid(), call.text("snapname").to_owned());
    wanted(call)?;
    lock(call, "snapshot-delete")?;
    let unlock = unlocking(&node, vmid);
    let work = Work::new("qmdelsnapshot", vmid, move |state, _| {
        let machine = state.cluster.machine_mut(&node, vmid)?;
        machine.unlock();
        let gone = machine.snapshots.remove(&name);
        let parent = gone.and_then(|gone| gone.parent);
        for other in machine.snapshots.values_mut().filter(|other| other.parent.as_ref() == Some(&name)) {
            other.parent.clone_from(&parent);
        }
        if machine.config.get("parent") == Some(&name) {
            machine.config.remove("parent");
            machine.config.extend(parent.map(|parent| ("parent".to_owned(), parent)));
        }
        Ok(())
    });
    Ok(call.begin(work.or_undo(unlock)))
}

pub(super) fn roll_back(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid, name) = (call.node(), call.vmid(), call.text("snapname").to_owned());
    let starts = call.parameters.is_set("start");
    let snapshot = wanted(call)?.clone();
    lock(call, "rollback")?;
    let unlock = unlocking(&node, vmid);
    let work = Work::waiting("qmrollback", vmid, move |world, _| {
        Box::pin(async move {
            super::power::halt(&world, vmid).await;
            {
                let mut state = world.state();
                let machine = state.cluster.machine_mut(&node, vmid).map_err(|refusal| refusal.message)?;
                machine.config = snapshot.config;
                machine.config.insert("parent".into(), name);
            }
            if starts || snapshot.has_memory { super::power::boot(&world, &node, vmid).await } else { Ok(()) }
        })
    });
    Ok(call.begin(work.or_undo(unlock)))
}

fn wanted<'a>(call: &'a Call<'_>) -> Result<&'a Snapshot, Refusal> {
    let name = call.text("snapname");
    let found = call.machine()?.snapshots.get(name);
    found.ok_or_else(|| Refusal::failed(format!("snapshot '{name}' does not exist")))
}

fn lock(call: &mut Call<'_>, lock: &str) -> Result<(), Refusal> {
    call.unlocked_machine()?.set_lock(lock);
    Ok(())
}

/// Frees a machine after a task that failed.
pub(super) fn unlocking(node: &str, vmid: u32) -> impl FnOnce(&mut crate::world::State) + Send + use<> {
    let node = node.to_owned();
    move |state| {
        if let Ok(machine) = state.cluster.machine_mut(&node, vmid) {
            machine.unlock();
        }
    }
}
