//! Which privileges each key of a machine's configuration needs.

use super::Call;
use crate::{
    cluster::{Disk, is_disk_name},
    refusal::Refusal,
};

/// What changing a key needs.
#[derive(Debug, PartialEq, Eq)]
enum Need {
    /// One of these, on the machine or its pool.
    One(&'static [&'static str]),
    OnlyRoot,
}

impl Call<'_> {
    /// Refuses callers who may not set a key to a value; `scope` is the path of the machine, or of the pool that it comes
    /// into.
    pub(super) fn require_key(&self, scope: &str, key: &str, value: &str) -> Result<(), Refusal> {
        match need(self, key, value) {
            Need::One(privileges) => self.require(scope, privileges, true)?,
            Need::OnlyRoot if self.caller.is_root() => {}
            Need::OnlyRoot => return Err(Refusal::failed(format!("only root can set '{key}' config"))),
        }
        if let Some(disk) = parse_disk(self, key, value) {
            self.require_space(&disk)?;
        }
        if is_network(key) {
            self.require_bridge(value)?;
        }
        Ok(())
    }

    /// Rights on the storage that a disk comes to, and on the one that it is imported from.
    fn require_space(&self, disk: &Disk) -> Result<(), Refusal> {
        let is_new = disk.wanted_gib().is_some() || disk.place().is_some_and(|(_, name)| name == "cloudinit");
        if let Some((storage, _)) = disk.place().filter(|_| is_new) {
            self.require(&format!("/storage/{storage}"), &["Datastore.AllocateSpace"], false)?;
        }
        match disk.get("import-from") {
            Some(path) if path.starts_with('/') && !self.caller.is_root() => {
                Err(Refusal::failed("only root can use absolute paths as import source"))
            }
            Some(source) => {
                let storage = source.split_once(':').map_or(source, |(storage, _)| storage);
                let path = format!("/storage/{storage}");
                self.require(&path, &["Datastore.AllocateSpace", "Datastore.Audit"], false)
            }
            None => Ok(()),
        }
    }

    fn require_bridge(&self, network: &str) -> Result<(), Refusal> {
        let bridge = network.split(',').find_map(|part| part.trim().strip_prefix("bridge="));
        bridge.map_or(Ok(()), |bridge| self.require(&format!("/sdn/zones/localnetwork/{bridge}"), &["SDN.Use"], false))
    }
}

pub(super) fn is_network(key: &str) -> bool {
    key.strip_prefix("net")
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}

fn parse_disk(call: &Call<'_>, key: &str, value: &str) -> Option<Disk> {
    is_disk_name(key).then(|| Disk::parse(call.api, key, value)).flatten()
}

fn need(call: &Call<'_>, key: &str, value: &str) -> Need {
    let stem = key.trim_end_matches(|last: char| last.is_ascii_digit());
    Need::One(match stem {
        _ if is_disk_name(key) => {
            let is_cdrom = parse_disk(call, key, value).is_some_and(|disk| disk.is_cdrom());
            if is_cdrom { &["VM.Config.CDROM"] } else { &["VM.Config.Disk"] }
        }
        "cdrom" => &["VM.Config.CDROM"],
        "boot" | "bootdisk" | "unused" | "vmstatestorage" => &["VM.Config.Disk"],
        "cores" | "sockets" | "cpu" | "cpulimit" | "cpuunits" | "vcpus" | "numa" | "smp" | "affinity" => {
            &["VM.Config.CPU"]
        }
        "memory" | "balloon" | "shares" | "allow-ksm" | "hugepages" | "keephugepages" => &["VM.Config.Memory"],
        _ if is_network(key) => &["VM.Config.Network"],
        "ipconfig" | "nameserver" | "searchdomain" | "ciuser" | "cipassword" | "citype" | "ciupgrade" | "cicustom"
        | "sshkeys" => &["VM.Config.Cloudinit", "VM.Config.Network"],
        "acpi" | "arch" | "audio" | "bios" | "hotplug" | "intel-tdx" | "amd-sev" | "ivshmem" | "kvm" | "machine"
        | "parallel" | "rng" | "scsihw" | "serial" | "smbios" | "tablet" | "usb" | "vga" | "virtiofs" | "vmgenid"
        | "watchdog" => &["VM.Config.HWType"],
        "args" | "hookscript" | "hostpci" | "lock" => return Need::OnlyRoot,
        _ => &["VM.Config.Options"],
    })
}
