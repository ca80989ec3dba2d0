use time::{OffsetDateTime, macros::format_description};

use super::{Answer, Call, snapshots};
use crate::{clock, cluster::Volume, refusal::Refusal, tasks::Work, world::State};

pub(super) fn back_up(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let node = call.node();
    let list = call.parameters.text("vmid").ok_or_else(|| Refusal::parameter("vmid", "property is missing"))?;
    let machines: Vec<u32> = list.split([',', ';', ' ']).filter_map(|vmid| vmid.parse().ok()).collect();
    let storage = call.parameters.text("storage").unwrap_or("local").to_owned();
    call.require(&format!("/storage/{storage}"), &["Datastore.AllocateSpace"], false)?;
    for vmid in &machines {
        call.require(&format!("/vms/{vmid}"), &["VM.Backup"], false)?;
    }
    call.state.cluster.storage_for(&storage, "backup")?;
    for vmid in &machines {
        call.state.cluster.machine(&node, *vmid)?.check_unlocked()?;
    }
    for vmid in &machines {
        call.state.cluster.machine_mut(&node, *vmid)?.set_lock("backup");
    }
    let ending = match call.parameters.text("compress").unwrap_or("0") {
        "zstd" => ".zst",
        "gzip" | "1" => ".gz",
        "lzo" => ".lzo",
        _ => "",
    };
    let notes = call.parameters.text("notes-template").map(str::to_owned);
    let is_protected = call.parameters.is_set("protected");
    let id = if let [vmid] = machines[..] { vmid.to_string() } else { String::new() };
    let unlock: Vec<_> = machines.iter().map(|vmid| snapshots::unlocking(&node, *vmid)).collect();
    let work = Work::new("vzdump", id, move |state, _| {
        for vmid in machines {
            let id = format!("{storage}:backup/vzdump-qemu-{vmid}-{}.vma{ending}", stamp());
            keep(state, &node, vmid, &id, notes.clone(), is_protected)?;
        }
        Ok(())
    });
    Ok(call.begin(work.or_undo(move |state| unlock.into_iter().for_each(|unlock| unlock(state)))))
}

fn keep(
    state: &mut State,
    node: &str,
    vmid: u32,
    id: &str,
    notes: Option<String>,
    is_protected: bool,
) -> Result<(), Refusal> {
    let (storage, name) = id.split_once(':').unwrap_or_default();
    let is_shared = state.cluster.storage(storage)?.is_shared;
    let disks =
        state.cluster.volumes.iter().filter(|volume| volume.machine == Some(vmid) && volume.content == "images");
    let size = disks.map(|volume| volume.size / 4).sum();
    if size > state.cluster.free(node, storage) {
        return Err(Refusal::failed("job errors"));
    }
    state.cluster.machine_mut(node, vmid)?.unlock();
    state.cluster.volumes.push(Volume {
        id: id.to_owned(),
        node: (!is_shared).then(|| node.to_owned()),
        content: "backup".into(),
        format: name.split_once(".vma").map_or("vma".into(), |(_, ending)| format!("vma{ending}")),
        size,
        machine: Some(vmid),
        made: clock::seconds(),
        file: None,
        parent: None,
        notes,
        is_protected,
    });
    Ok(())
}

fn stamp() -> String {
    let format = format_description!("[year]_[month]_[day]-[hour]_[minute]_[second]");
    OffsetDateTime::now_utc().format(format).unwrap_or_default()
}
