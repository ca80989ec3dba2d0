//! The privileges and roles that every host has.

use std::collections::{BTreeMap, BTreeSet};

use crate::Version;

/// In every version that is simulated.
const SHARED: [&str; 41] = [
    "Datastore.Allocate",
    "Datastore.AllocateSpace",
    "Datastore.AllocateTemplate",
    "Datastore.Audit",
    "Group.Allocate",
    "Mapping.Audit",
    "Mapping.Modify",
    "Mapping.Use",
    "Permissions.Modify",
    "Pool.Allocate",
    "Pool.Audit",
    "Realm.Allocate",
    "Realm.AllocateUser",
    "SDN.Allocate",
    "SDN.Audit",
    "SDN.Use",
    "Sys.AccessNetwork",
    "Sys.Audit",
    "Sys.Console",
    "Sys.Incoming",
    "Sys.Modify",
    "Sys.PowerMgmt",
    "Sys.Syslog",
    "User.Modify",
    "VM.Allocate",
    "VM.Audit",
    "VM.Backup",
    "VM.Clone",
    "VM.Config.CDROM",
    "VM.Config.CPU",
    "VM.Config.Cloudinit",
    "VM.Config.Disk",
    "VM.Config.HWType",
    "VM.Config.Memory",
    "VM.Config.Network",
    "VM.Config.Options",
    "VM.Console",
    "VM.Migrate",
    "VM.PowerMgmt",
    "VM.Snapshot",
    "VM.Snapshot.Rollback",
];

const AGENT: [&str; 5] = [
    "VM.GuestAgent.Audit",
    "VM.GuestAgent.FileRead",
    "VM.GuestAgent.FileSystemMgmt",
    "VM.GuestAgent.FileWrite",
    "VM.GuestAgent.Unrestricted",
];

/// What allowed everything that a guest agent does, before it was divided.
const MONITOR: [&str; 1] = ["VM.Monitor"];

pub(super) fn all(version: Version) -> BTreeSet<&'static str> {
    let agent: &[&str] = if version.has_agent_privileges() { &AGENT } else { &MONITOR };
    SHARED.iter().chain(agent).copied().collect()
}

pub(super) fn roles(version: Version) -> BTreeMap<String, BTreeSet<String>> {
    let all = all(version);
    let role = |name: &str, has: &dyn Fn(&str) -> bool| {
        (
            name.to_owned(),
            all.iter().filter(|privilege| has(privilege)).map(|privilege| (*privilege).to_owned()).collect(),
        )
    };
    let is_audit = |privilege: &str| privilege.ends_with(".Audit");
    BTreeMap::from([
        role("Administrator", &|_| true),
        role("NoAccess", &|_| false),
        role("PVEAuditor", &is_audit),
        role("PVEDatastoreAdmin", &|privilege| privilege.starts_with("Datastore.")),
        role("PVEDatastoreUser", &|privilege| matches!(privilege, "Datastore.AllocateSpace" | "Datastore.Audit")),
        role("PVEPoolAdmin", &|privilege| privilege.starts_with("Pool.")),
        role("PVEPoolUser", &|privilege| privilege == "Pool.Audit"),
        role("PVESDNAdmin", &|privilege| privilege.starts_with("SDN.")),
        role("PVESDNUser", &|privilege| matches!(privilege, "SDN.Audit" | "SDN.Use")),
        role("PVETemplateUser", &|privilege| matches!(privilege, "VM.Audit" | "VM.Clone")),
        role("PVEVMAdmin", &|privilege| privilege.starts_with("VM.")),
        role("PVEVMUser", &|privilege| {
            matches!(
                privilege,
                "VM.Audit" | "VM.Backup" | "VM.Config.CDROM" | "VM.Config.Cloudinit" | "VM.Console" | "VM.PowerMgmt"
            )
        }),
    ])
}
