//! What a new value of a key becomes in a machine's configuration.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Call, needs};
use crate::{
    cluster::{Allocation, Cluster, Config, Disk, check_keys, is_disk_name, parse_size, print_size},
    image,
    refusal::Refusal,
    schema::{Api, Parameter, Parameters, PropertyString, indexed},
};

/// Bytes of the drive that cloud-init reads from.
const CLOUD_INIT_SIZE: u64 = 4 << 20;

/// Keys that count at once, also while a machine runs. Disks and networks are plugged in while it runs.
const IMMEDIATE: [&str; 10] = [
    "description",
    "hookscript",
    "lock",
    "name",
    "onboot",
    "protection",
    "shares",
    "startup",
    "tags",
    "vmstatestorage",
];

/// The keys of a machine's configuration among the parameters of a call.
pub(super) fn keys(api: &Api, parameters: &Parameters) -> Config {
    let known = api.find("GET", "/nodes/pve/qemu/100/config").map(|(endpoint, _)| &endpoint.returns);
    let is_key = |name: &str| {
        !matches!(name, "digest" | "vmid" | "node")
            && known.is_some_and(|shape| {
                shape.member(name).is_some() || indexed(name).is_some_and(|name| shape.member(&name).is_some())
            })
    };
    let texts = parameters.iter().filter_map(|(name, value)| match value {
        Parameter::One(text) if is_key(name) => Some((name.to_owned(), text.clone())),
        _ => None,
    });
    texts.collect()
}

/// Refuses what can be seen to be wrong before anything is allocated.
pub(super) fn check(call: &Call<'_>, scope: &str, keys: &Config) -> Result<(), Refusal> {
    for (key, value) in keys {
        call.require_key(scope, key, value)?;
        if key == "sshkeys" {
            check_keys(value).map_err(Refusal::failed)?;
        }
        let disk = is_disk_name(key).then(|| Disk::parse(call.api, key, value)).flatten();
        let Some(disk) = disk else { continue };
        check_disk(&call.state.cluster, key, &disk)?;
    }
    Ok(())
}

fn check_disk(cluster: &Cluster, key: &str, disk: &Disk) -> Result<(), Refusal> {
    if disk.wanted_gib().is_some() || disk.is_cloud_init() {
        let (storage, _) = disk.place().unwrap_or_default();
        cluster.storage_for(storage, "images")?;
    }
    let Some(source) = disk.get("import-from") else { return Ok(()) };
    if disk.wanted_gib() != Some(0.0) {
        return Err(Refusal::parameter(key, "special syntax 'STORAGE_ID:0' must be used with 'import-from'"));
    }
    if let Some((storage, _)) = source.split_once(':').filter(|_| !source.starts_with('/')) {
        let storage = cluster.storage(storage)?;
        if !storage.content.iter().any(|content| matches!(content.as_str(), "images" | "import")) {
            let message = format!("storage '{}' does not support content-type 'import'", storage.name);
            return Err(Refusal::failed(message));
        }
    }
    Ok(())
}

/// The machine that a change is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub api: &'a Api,
    pub node: &'a str,
    pub vmid: u32,
}

/// Makes of a wanted value the one that is kept: volumes are allocated, networks get an address.
pub(super) fn settle(cluster: &mut Cluster, place: Place<'_>, key: &str, value: &str) -> Result<String, Refusal> {
    if is_disk_name(key) {
        return settle_disk(cluster, place, key, value);
    }
    if needs::is_network(key) {
        return Ok(settle_network(place.api, value));
    }
    Ok(match key {
        "cipassword" => format!("$5${}", Uuid::new_v4().simple()),
        "tags" => value.split([',', ';', ' ']).filter(|tag| !tag.is_empty()).collect::<Vec<_>>().join(";"),
        _ => value.to_owned(),
    })
}

fn settle_disk(cluster: &mut Cluster, place: Place<'_>, key: &str, value: &str) -> Result<String, Refusal> {
    let Place { api, node, vmid } = place;
    let mut disk = Disk::parse(api, key, value).ok_or_else(|| Refusal::parameter(key, "unable to parse drive"))?;
    let format = disk.take("format");
    let source = disk.take("import-from");
    let Some((storage, rest)) = disk.place().map(|(storage, rest)| (storage.to_owned(), rest.to_owned())) else {
        return Ok(disk.print());
    };
    let (size, file) = match (&source, disk.wanted_gib()) {
        (Some(source), _) => imported(cluster, node, source)?,
        (None, Some(gib)) => (parse_size(&format!("{gib}G")).unwrap_or_default(), None),
        (None, None) if rest == "cloudinit" => (CLOUD_INIT_SIZE, None),
        (None, None) => {
            let id = disk.volume();
            let known = cluster.volume(node, id).map(|volume| volume.size);
            let size = known.ok_or_else(|| Refusal::failed(format!("volume '{id}' does not exist")))?;
            disk.set("size", &print_size(size));
            return Ok(disk.print());
        }
    };
    let suffix = (rest == "cloudinit").then_some("cloudinit");
    if suffix.is_some() {
        disk.set("media", "cdrom");
    }
    let format = format.as_deref();
    let wanted = Allocation { node, storage: &storage, machine: vmid, size, format, suffix, file, parent: None };
    let id = cluster.allocate(wanted)?;
    disk.set("file", &id);
    disk.set("size", &print_size(size));
    Ok(disk.print())
}

/// The size of a volume to import, and the file with its content.
fn imported(cluster: &Cluster, node: &str, source: &str) -> Result<(u64, Option<std::path::PathBuf>), Refusal> {
    let volume = cluster.volume(node, source);
    let volume = volume.ok_or_else(|| Refusal::failed(format!("cannot import from '{source}' - it does not exist")))?;
    if volume.content != "import" {
        return Ok((volume.size, volume.file.clone()));
    }
    let Some(file) = &volume.file else { return Ok((volume.size, None)) };
    let size = image::virtual_size(file, &volume.format);
    let size = size.map_err(|error| Refusal::failed(format!("cannot import from '{source}' - {error}")))?;
    Ok((size, Some(file.clone())))
}

fn settle_network(api: &Api, value: &str) -> String {
    let keys = api.format("net");
    let parsed = keys.and_then(|keys| PropertyString::parse(value, keys).ok());
    let Some(mut network) = parsed else { return value.into() };
    let model = network.remove("model").unwrap_or_default();
    let address = network.remove("macaddr").unwrap_or_else(fresh_address);
    let rest = network.print("");
    [format!("{model}={address}"), rest].join(",").trim_end_matches(',').to_owned()
}

/// In the range that Proxmox Server Solutions has.
pub(super) fn fresh_address() -> String {
    let bytes = Uuid::new_v4().into_bytes();
    format!("BC:24:11:{:02X}:{:02X}:{:02X}", bytes[0], bytes[1], bytes[2])
}

/// Whether a change to a running machine counts at once, or from its next start.
pub(super) fn is_immediate(key: &str) -> bool {
    IMMEDIATE.contains(&key) || is_disk_name(key) || needs::is_network(key)
}

/// New values, each settled; nothing stays allocated where one of them can't be.
pub(super) fn settle_all(cluster: &mut Cluster, place: Place<'_>, keys: &Config) -> Result<Config, Refusal> {
    let before = cluster.volumes.len();
    let mut settled = BTreeMap::new();
    for (key, value) in keys {
        match settle(cluster, place, key, value) {
            Ok(value) => settled.insert(key.clone(), value),
            Err(refusal) => {
                cluster.volumes.truncate(before);
                return Err(refusal);
            }
        };
    }
    Ok(settled)
}
