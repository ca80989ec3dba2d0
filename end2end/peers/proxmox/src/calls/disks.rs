//! Calls about a machine's disks.

use serde_json::Value;

use super::{Answer, Call, config};
use crate::{
    cluster::{Disk, parse_size, print_size},
    refusal::Refusal,
    tasks::Work,
};

pub(super) fn resize(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid, api) = (call.node(), call.vmid(), call.api);
    let (key, wanted) = (call.text("disk").to_owned(), call.text("size").to_owned());
    let digest = call.parameters.text("digest").map(str::to_owned);
    let machine = call.unlocked_machine()?;
    config::check_digest(machine.digest(), digest.as_deref())?;
    let text = machine.config.get(&key).cloned();
    let disk = text.and_then(|text| Disk::parse(api, &key, &text));
    let mut disk = disk.ok_or_else(|| Refusal::failed(format!("disk '{key}' does not exist")))?;
    if disk.is_cdrom() {
        return Err(Refusal::failed("you can't resize a cdrom"));
    }
    let id = disk.volume().to_owned();
    let volume = call.state.cluster.volume(&node, &id);
    let before = volume.ok_or_else(|| Refusal::failed(format!("volume '{id}' does not exist")))?.size;
    let after = new_size(before, &wanted)?;
    let (storage, _) = id.split_once(':').unwrap_or_default();
    call.require(&format!("/storage/{storage}"), &["Datastore.AllocateSpace"], false)?;
    let storage = storage.to_owned();
    Ok(call.begin(Work::new("resize", vmid, move |state, _| {
        if after - before > state.cluster.free(&node, &storage) {
            return Err(Refusal::failed(format!("no space left on storage '{storage}'")));
        }
        if let Some(volume) = state.cluster.volume_mut(&node, &id) {
            volume.size = after;
        }
        disk.set("size", &print_size(after));
        state.cluster.machine_mut(&node, vmid)?.config.insert(key, disk.print());
        Ok(())
    })))
}

/// Disks only grow: by a size behind a `+`, or to a size.
fn new_size(before: u64, wanted: &str) -> Result<u64, Refusal> {
    let (grows, size) = wanted.strip_prefix('+').map_or((false, wanted), |size| (true, size));
    let size = parse_size(size).ok_or_else(|| Refusal::parameter("size", "value is too large"))?;
    let after = if grows { before.saturating_add(size) } else { size };
    if after < before { Err(Refusal::failed("shrinking disks is not supported")) } else { Ok(after) }
}

pub(super) fn unlink(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let node = call.node();
    let keys: Vec<String> = call.text("idlist").split([',', ';', ' ']).map(str::to_owned).collect();
    let forced = call.parameters.is_set("force");
    for key in keys {
        let machine = call.unlocked_machine()?;
        let Some(text) = machine.config.remove(&key) else { continue };
        if forced || key.starts_with("unused") {
            let volume = text.split(',').next().unwrap_or_default();
            call.state.cluster.remove_volume(&node, volume)?;
        } else {
            config::set_aside(&mut machine.config, &text);
        }
    }
    Ok(Value::Null.into())
}
