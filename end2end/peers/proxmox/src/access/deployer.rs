//! The user, and the token, that a simulated host has for deploying.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{Access, Grant, Holder, Token, User};
use crate::schema::Api;

const USER: &str = "fediversity@pve";
const TOKEN: &str = "deploy";
const ROLE: &str = "Fediversity";

/// The rights of the token that a simulator starts with: what deploying needs, and no more.
const PRIVILEGES: [&str; 24] = [
    "Datastore.AllocateSpace",
    "Datastore.AllocateTemplate",
    "Datastore.Audit",
    "Pool.Audit",
    "SDN.Use",
    "Sys.AccessNetwork",
    "Sys.Audit",
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
    "VM.GuestAgent.Audit",
    "VM.GuestAgent.Unrestricted",
    "VM.PowerMgmt",
    "VM.Snapshot",
    "VM.Snapshot.Rollback",
];

/// Adds the user with a token, and tells the token as it stands behind `PVEAPIToken=`.
pub(crate) fn add(access: &mut Access) -> String {
    let api = Api::of(access.version);
    let privileges: BTreeSet<String> = PRIVILEGES.iter().map(|name| api.privilege(name).to_owned()).collect();
    access.roles.insert(ROLE.into(), privileges);
    let secret = Uuid::new_v4().to_string();
    let token = Token { secret: secret.clone(), is_separate: true, expires: 0, comment: None };
    access.users.insert(USER.into(), User { tokens: BTreeMap::from([(TOKEN.into(), token)]), ..User::default() });
    let full = format!("{USER}!{TOKEN}");
    for (holder, name) in [(Holder::User, USER), (Holder::Token, &full)] {
        access.grant("/", Grant { holder, name: name.into(), role: ROLE.into(), propagates: true });
    }
    format!("{full}={secret}")
}
