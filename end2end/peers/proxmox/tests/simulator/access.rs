//! Who may do what.

use peer_proxmox::{Settings, Version};
use serde_json::json;

use super::client::{Client, fresh, simulator};

/// A token of a new user, with a role on a path for the user, and for the token where it is said.
async fn newcomer(root: &Client, role: &str, path: &str, also_token: bool) -> Client {
    root.post("/access/users", &[("userid", "ada@pve"), ("password", "lovelace")]).await.data();
    let token = root.post("/access/users/ada@pve/token/ci", &[]).await.data();
    root.put("/access/acl", &[("path", path), ("roles", role), ("users", "ada@pve")]).await.data();
    if also_token {
        root.put("/access/acl", &[("path", path), ("roles", role), ("tokens", "ada@pve!ci")]).await.data();
    }
    let secret = token["value"].as_str().expect("a secret");
    root.with_headers(&[("authorization", &format!("PVEAPIToken=ada@pve!ci={secret}"))])
}

#[tokio::test]
async fn who_shows_nothing_or_something_wrong_is_not_let_in() {
    let (simulator, client) = fresh().await;
    let name = simulator.token().split('=').next().expect("a name").to_owned();
    let shown = async |header: &str, value: &str| {
        let reply = client.with_headers(&[(header, value)]).get("/version").await;
        (reply.status, reply.reason, reply.body)
    };

    let nothing = json!(null);
    assert_eq!(shown("accept", "*/*").await, (401, "No ticket".into(), nothing.clone()));
    let wrong = shown("authorization", &format!("PVEAPIToken={name}=wrong")).await;
    assert_eq!(wrong, (401, "invalid token value!".into(), nothing.clone()));
    let unknown = shown("authorization", "PVEAPIToken=fediversity@pve!other=wrong").await;
    assert_eq!(unknown, (401, "no such token 'other' for user 'fediversity@pve'".into(), nothing.clone()));
    let stale = shown("cookie", "PVEAuthCookie=PVE:root@pam:00000000::made-up").await;
    assert_eq!(stale, (401, "permission denied - invalid PVE ticket".into(), nothing));
}

#[tokio::test]
async fn a_ticket_writes_only_with_its_token_against_forged_requests() {
    let (_simulator, client) = fresh().await;
    let login = client.post("/access/ticket", &[("username", "root@pam"), ("password", "simulated")]).await;
    assert_eq!(login.status, 403, "a token can't ask for a ticket");
    let nobody = client.with_headers(&[]);
    let login = nobody.post("/access/ticket", &[("username", "root@pam"), ("password", "simulated")]).await.data();
    let cookie = format!("PVEAuthCookie={}", login["ticket"].as_str().expect("a ticket"));

    let half = client.with_headers(&[("cookie", &cookie)]);
    let read = half.get("/version").await;
    let write = half.post("/pools", &[("poolid", "fediversity")]).await;
    let wrong = nobody.post("/access/ticket", &[("username", "root@pam"), ("password", "guessed")]).await;

    assert_eq!(read.status, 200);
    assert_eq!(write.refusal(), (401, "Permission denied - invalid csrf token"));
    assert_eq!(wrong.refusal(), (401, "authentication failure"));
}

#[tokio::test]
async fn what_is_not_granted_is_told_with_path_and_privileges() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[]).await;
    let root = client.as_root().await;
    let ada = newcomer(&root, "PVEAuditor", "/", true).await;

    let read = ada.get("/nodes/pve1/qemu/100/config").await;
    let start = ada.post("/nodes/pve1/qemu/100/status/start", &[]).await;
    let change = ada.put("/nodes/pve1/qemu/100/config", &[("cores", "4")]).await;

    assert_eq!(read.status, 200);
    assert_eq!(start.refusal(), (403, "Permission check failed (/vms/100, VM.PowerMgmt)"));
    assert_eq!(start.body["message"], "Permission check failed (/vms/100, VM.PowerMgmt)\n");
    assert!(change.reason.starts_with("Permission check failed (/vms/100, VM.Config.Disk|"), "{}", change.reason);
}

#[tokio::test]
async fn a_separate_token_without_grants_may_nothing() {
    let (_simulator, client) = fresh().await;
    let root = client.as_root().await;
    let ada = newcomer(&root, "Administrator", "/", false).await;

    let rights = ada.get("/access/permissions").await.data();
    let create = ada.post("/nodes/pve1/qemu", &[("vmid", "100")]).await;

    assert_eq!(rights, json!({}));
    assert_eq!(create.refusal(), (403, "Permission check failed (/vms/100, VM.Allocate)"));
}

#[tokio::test]
async fn rights_on_a_pool_are_enough_for_its_machines() {
    let (_simulator, client) = fresh().await;
    let root = client.as_root().await;
    root.post("/pools", &[("poolid", "fediversity")]).await.data();
    let ada = newcomer(&root, "PVEVMAdmin", "/pool/fediversity", true).await;
    for (path, role) in [("/storage/local-lvm", "PVEDatastoreUser"), ("/sdn/zones/localnetwork", "PVESDNUser")] {
        let grant = [("path", path), ("roles", role), ("users", "ada@pve"), ("tokens", "ada@pve!ci")];
        root.put("/access/acl", &grant).await.data();
    }
    let parameters = [("vmid", "100"), ("scsi0", "local-lvm:4"), ("net0", "virtio,bridge=vmbr0")];

    let outside = ada.post("/nodes/pve1/qemu", &parameters).await;
    let inside = ada.task("POST", "/nodes/pve1/qemu", &[&parameters[..], &[("pool", "fediversity")]].concat()).await;
    let started = ada.task("POST", "/nodes/pve1/qemu/100/status/start", &[]).await;

    assert_eq!(outside.status, 403);
    assert_eq!((inside.as_str(), started.as_str()), ("OK", "OK"));
}

#[tokio::test]
async fn each_parameter_needs_its_privilege() {
    let (_simulator, client) = fresh().await;
    let root = client.as_root().await;
    root.post("/access/roles", &[("roleid", "Bare"), ("privs", "VM.Allocate,VM.Config.Disk")]).await.data();
    let ada = newcomer(&root, "Bare", "/", true).await;
    let create = async |name: &str, value: &str| {
        let reply = ada.post("/nodes/pve1/qemu", &[("vmid", "100"), (name, value)]).await;
        (reply.status, reply.reason)
    };

    let missing = |path: &str, privilege: &str| (403, format!("Permission check failed ({path}, {privilege})"));
    assert_eq!(create("cores", "4").await, missing("/vms/100", "VM.Config.CPU"));
    assert_eq!(create("memory", "4096").await, missing("/vms/100", "VM.Config.Memory"));
    assert_eq!(create("scsi0", "local-lvm:4").await, missing("/storage/local-lvm", "Datastore.AllocateSpace"));
    assert_eq!(create("ide2", "local-lvm:cloudinit").await, missing("/vms/100", "VM.Config.CDROM"));
    assert_eq!(create("args", "-nographic").await, (500, "only root can set 'args' config".into()));
}

#[tokio::test]
async fn an_absolute_path_is_imported_for_root_only() {
    let (_simulator, client) = fresh().await;
    let parameters = [("vmid", "100"), ("scsi0", "local-lvm:0,import-from=/root/nixos.qcow2")];

    let refused = client.post("/nodes/pve1/qemu", &parameters).await;

    assert_eq!(refused.refusal(), (500, "only root can use absolute paths as import source"));
}

#[tokio::test]
async fn privileges_are_named_as_in_each_version() {
    let (_simulator, client) = simulator(Settings { version: Version::V8_4, ..Settings::default() }).await;
    client.create("100", &[("start", "1")]).await;
    let root = client.as_root().await;
    let ada = newcomer(&root, "PVEVMUser", "/", true).await;

    let allowed = client.post("/nodes/pve1/qemu/100/agent/ping", &[]).await;
    let refused = ada.post("/nodes/pve1/qemu/100/agent/ping", &[]).await;
    let unknown = root.post("/access/roles", &[("roleid", "New"), ("privs", "VM.GuestAgent.Audit")]).await;

    assert_eq!(allowed.status, 200);
    assert_eq!(refused.refusal(), (403, "Permission check failed (/vms/100, VM.Monitor)"));
    assert_eq!(unknown.refusal(), (500, "invalid privilege 'VM.GuestAgent.Audit'"));
}

#[tokio::test]
async fn tasks_of_others_are_shown_to_auditors_of_the_node() {
    let (_simulator, client) = fresh().await;
    let root = client.as_root().await;
    let upid = root.post("/nodes/pve1/qemu", &[("vmid", "100")]).await.data();
    let ada = newcomer(&root, "PVEVMUser", "/", true).await;
    let path = format!("/nodes/pve1/tasks/{}/status", upid.as_str().expect("a task").replace(':', "%3A"));

    let refused = ada.get(&path).await;
    let shown = client.get(&path).await;

    assert_eq!(refused.refusal(), (403, "Permission check failed (/nodes/pve1, Sys.Audit)"));
    assert_eq!(shown.status, 200);
}
