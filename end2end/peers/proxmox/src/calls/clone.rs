//! Calls that make machines of machines.

use uuid::Uuid;

use super::{Answer, Call, change, create, needs, snapshots};
use crate::{
    cluster::{Allocation, Cluster, Config, Disk, is_disk_name},
    refusal::Refusal,
    schema::Api,
    tasks::Work,
};

pub(super) fn make_template(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid) = (call.node(), call.vmid());
    let machine = call.unlocked_machine()?;
    if machine.run.is_some() {
        return Err(Refusal::failed(format!("you can't convert a VM to template if VM is running vm {vmid}")));
    }
    if machine.is("template") {
        return Err(Refusal::failed("you can't convert a template to a template"));
    }
    if !machine.snapshots.is_empty() {
        return Err(Refusal::failed("unable to create template, because VM contains snapshots"));
    }
    Ok(call.begin(Work::new("qmtemplate", vmid, move |state, _| {
        let renamed = |id: &str| id.replace(&format!("vm-{vmid}-disk"), &format!("base-{vmid}-disk"));
        for volume in &mut state.cluster.volumes {
            if volume.machine == Some(vmid) && volume.is_on(&node) {
                volume.id = renamed(&volume.id);
            }
        }
        let machine = state.cluster.machine_mut(&node, vmid)?;
        for (_, value) in machine.config.iter_mut().filter(|(key, _)| is_disk_name(key)) {
            *value = renamed(value);
        }
        machine.config.insert("template".into(), "1".into());
        Ok(())
    })))
}

pub(super) fn clone(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid, api) = (call.node(), call.vmid(), call.api);
    let new: u32 = call.parameters.number("newid").unwrap_or_default();
    let target = call.parameters.text("target").unwrap_or(&node).to_owned();
    let pool = call.parameters.text("pool").map(str::to_owned);
    let source = source(call)?;
    let is_template = call.machine()?.is("template");
    let is_full = call.parameters.text("full").map_or(!is_template, |_| call.parameters.is_set("full"));
    let storage = call.parameters.text("storage").map(str::to_owned);
    if !is_full {
        check_linked(call, is_template, storage.is_some())?;
    }
    check_target(call, &node, &target)?;
    if let Some(storage) = &storage {
        call.require(&format!("/storage/{storage}"), &["Datastore.AllocateSpace"], false)?;
        call.state.cluster.storage_for(storage, "images")?;
    }
    call.unlocked_machine()?;
    let mut copy = fresh(source, call.parameters.text("name"));
    copy.extend(call.parameters.text("description").map(|text| ("description".to_owned(), text.to_owned())));
    let format = call.parameters.text("format").map(str::to_owned);
    create::reserve(call.state, &target, new, pool.as_deref())?;
    if let Some(machine) = call.state.cluster.machines.get_mut(&new) {
        machine.set_lock("clone");
    }
    let undo_target = target.clone();
    let work = Work::new("qmclone", vmid, move |state, _| {
        let how = Copying {
            api,
            from: &node,
            to: &target,
            new,
            is_full,
            storage: storage.as_deref(),
            format: format.as_deref(),
        };
        copy_disks(&mut state.cluster, &mut copy, how)?;
        let machine = state.cluster.machine_mut(&target, new)?;
        machine.config.extend(copy);
        machine.unlock();
        Ok(())
    });
    Ok(call.begin(work.or_undo(move |state| create::abandon(state, &undo_target, new))))
}

/// The configuration that is copied: of now, or of a snapshot.
fn source(call: &Call<'_>) -> Result<Config, Refusal> {
    let machine = call.machine()?;
    let Some(name) = call.parameters.text("snapname") else { return Ok(machine.config.clone()) };
    let snapshot = machine.snapshots.get(name);
    Ok(snapshot.ok_or_else(|| Refusal::failed(format!("snapshot '{name}' does not exist")))?.config.clone())
}

fn check_linked(call: &Call<'_>, is_template: bool, names_storage: bool) -> Result<(), Refusal> {
    if names_storage {
        return Err(Refusal::parameter("storage", "this requires a full clone"));
    }
    if is_template && snapshots::can_have(&call.state.cluster, call.api, call.machine()?) {
        return Ok(());
    }
    Err(Refusal::failed("Linked clone feature is not available"))
}

fn check_target(call: &Call<'_>, node: &str, target: &str) -> Result<(), Refusal> {
    call.state.cluster.node(target)?;
    let disks = call.machine()?.disks(call.api);
    let is_local =
        |disk: &Disk| call.state.cluster.volume(node, disk.volume()).is_some_and(|volume| volume.node.is_some());
    if target != node && disks.iter().any(|(_, disk)| is_local(disk)) {
        return Err(Refusal::failed("can't clone to another node: VM uses local disks"));
    }
    Ok(())
}

/// What must not be the same in two machines is made anew, or left out.
fn fresh(mut config: Config, name: Option<&str>) -> Config {
    for key in ["template", "parent", "lock", "meta"] {
        config.remove(key);
    }
    let original = config.get("name").cloned().unwrap_or_default();
    config.insert("name".into(), name.map_or_else(|| format!("Copy-of-VM-{original}"), str::to_owned));
    config.insert("smbios1".into(), format!("uuid={}", Uuid::new_v4()));
    config.insert("vmgenid".into(), Uuid::new_v4().to_string());
    for (_, network) in config.iter_mut().filter(|(key, _)| needs::is_network(key)) {
        let (model, rest) = network.split_once('=').unwrap_or((network.as_str(), ""));
        let rest = rest.split_once(',').map_or(String::new(), |(_, rest)| format!(",{rest}"));
        *network = format!("{model}={}{rest}", change::fresh_address());
    }
    config
}

#[derive(Clone, Copy)]
struct Copying<'a> {
    api: &'a Api,
    from: &'a str,
    to: &'a str,
    new: u32,
    is_full: bool,
    storage: Option<&'a str>,
    format: Option<&'a str>,
}

fn copy_disks(cluster: &mut Cluster, config: &mut Config, how: Copying<'_>) -> Result<(), Refusal> {
    for (key, value) in config.iter_mut().filter(|(key, _)| is_disk_name(key)) {
        let Some(mut disk) = Disk::parse(how.api, key, value) else { continue };
        let Some(volume) = cluster.volume(how.from, disk.volume()).cloned() else { continue };
        let storage = how.storage.unwrap_or_else(|| volume.storage()).to_owned();
        let copy = cluster.allocate(Allocation {
            node: how.to,
            storage: &storage,
            machine: how.new,
            size: volume.size,
            format: Some(how.format.unwrap_or(&volume.format)),
            suffix: disk.is_cloud_init().then_some("cloudinit"),
            file: volume.file.clone(),
            parent: (!how.is_full && !disk.is_cloud_init()).then(|| volume.id.clone()),
        })?;
        disk.set("file", &copy);
        *value = disk.print();
    }
    Ok(())
}
