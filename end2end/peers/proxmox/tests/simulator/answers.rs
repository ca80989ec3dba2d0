//! Every endpoint that is simulated answers in the shape that the API documents, in every version.
//!
//! The client judges each answer; here every endpoint is called once with success.

use std::collections::BTreeSet;

use peer_proxmox::{Settings, Simulator, Version, image::qcow2};

use super::client::{Client, simulator};

const MACHINE: &str = "/nodes/pve1/qemu/100";

#[tokio::test]
async fn every_endpoint_answers_as_it_is_documented() {
    for version in [Version::V8_4, Version::V9_1] {
        let (simulator, client) = simulator(Settings { version, ..Settings::default() }).await;
        let root = client.as_root().await;

        look_around(&root).await;
        manage_accounts(&root).await;
        live(&root).await;
        use_agent(&root).await;
        copy(&root).await;
        end(&root).await;

        let seen = root.seen.lock().expect("no test that failed").clone();
        let seen: BTreeSet<(&str, &str)> = seen.iter().map(|(method, path)| (&**method, &**path)).collect();
        let unseen: Vec<_> = Simulator::simulated().filter(|call| !seen.contains(call)).collect();
        assert_eq!(unseen, Vec::new(), "in {version}");
        assert!(simulator.journal().invalid().is_empty());
    }
}

async fn get(client: &Client, paths: &[&str]) {
    for path in paths {
        client.get(path).await.data();
    }
}

/// Waits for a task that ends well.
async fn task(client: &Client, method: &str, path: &str, parameters: &[(&str, &str)]) {
    assert_eq!(client.task(method, path, parameters).await, "OK", "{method} {path}");
}

async fn look_around(client: &Client) {
    let of_cluster = ["/version", "/cluster/nextid", "/cluster/resources", "/cluster/status", "/nodes", "/storage"];
    get(client, &of_cluster).await;
    get(client, &["/storage/local", "/access/permissions", "/access/acl", "/access/roles", "/pools"]).await;
    let of_node = ["status", "version", "network", "storage", "storage/local/status", "storage/local/content", "qemu"];
    for path in of_node {
        client.get(&format!("/nodes/pve1/{path}")).await.data();
    }
    for kind in ["vm", "storage", "node", "sdn"] {
        client.call("GET", "/cluster/resources", &[("type", kind)]).await.data();
    }
    client.call("GET", "/nodes/pve1/storage", &[("format", "1")]).await.data();
}

async fn manage_accounts(client: &Client) {
    client.post("/access/users", &[("userid", "ada@pve"), ("comment", "Ada"), ("enable", "1")]).await.data();
    let token = "/access/users/ada@pve/token/ci";
    client.post(token, &[("privsep", "0"), ("comment", "deploys")]).await.data();
    client.put(token, &[("expire", "2000000000")]).await.data();
    get(client, &[token, "/access/users/ada@pve/token"]).await;
    client.post("/access/roles", &[("roleid", "Deployer"), ("privs", "VM.Audit VM.PowerMgmt")]).await.data();
    client.put("/access/acl", &[("path", "/vms"), ("roles", "Deployer"), ("users", "ada@pve")]).await.data();
    client.call("GET", "/access/permissions", &[("userid", "ada@pve"), ("path", "/vms")]).await.data();
    get(client, &["/access/acl"]).await;
    client.put("/access/acl", &[("path", "/vms"), ("roles", "Deployer"), ("users", "ada@pve"), ("delete", "1")]).await;
    client.delete(token).await.data();
    client.post("/pools", &[("poolid", "fediversity"), ("comment", "deployments")]).await.data();
    client.put("/pools", &[("poolid", "fediversity"), ("storage", "shared")]).await.data();
}

async fn live(client: &Client) {
    client.upload("local", "nixos.qcow2", &qcow2(2 << 30)).await;
    let volume = "/nodes/pve1/storage/local/content/local:import/nixos.qcow2";
    client.put(volume, &[("notes", "for deployments"), ("protected", "0")]).await.data();
    get(client, &[volume, "/nodes/pve1/storage/local/content"]).await;
    let more =
        [("pool", "fediversity"), ("description", "deployment 1"), ("bios", "ovmf"), ("efidisk0", "local-lvm:1")];
    assert_eq!(client.create_of("local:import/nixos.qcow2", "100", &more).await, "OK");
    client.call("GET", "/pools", &[("poolid", "fediversity")]).await.data();

    let path = |part: &str| format!("{MACHINE}/{part}");
    task(client, "PUT", &path("resize"), &[("disk", "scsi0"), ("size", "+1G")]).await;
    task(client, "POST", &path("config"), &[("virtio1", "local-lvm:1"), ("balloon", "0")]).await;
    client.put(&path("config"), &[("delete", "virtio1"), ("ipconfig0", "ip=dhcp")]).await.data();
    client.put(&path("unlink"), &[("idlist", "unused0")]).await.data();
    client.call("GET", &path("feature"), &[("feature", "snapshot")]).await.data();
    task(client, "POST", &path("status/start"), &[]).await;
    client.put(&path("config"), &[("ciuser", "ada"), ("cores", "3")]).await.data();
    get(client, &[&path("pending"), &path("cloudinit"), &path("config"), MACHINE]).await;
    client.put(&path("cloudinit"), &[]).await.data();
    task(client, "POST", &path("snapshot"), &[("snapname", "first"), ("vmstate", "1")]).await;
    client.put(&path("snapshot/first/config"), &[("description", "before")]).await.data();
    task(client, "POST", &path("snapshot"), &[("snapname", "second")]).await;
    get(client, &[&path("snapshot"), &path("snapshot/first/config"), &path("status/current")]).await;
    task(client, "POST", &path("snapshot/first/rollback"), &[]).await;
    task(client, "DELETE", &path("snapshot/second"), &[]).await;
    for (command, parameters) in
        [("suspend", &[][..]), ("resume", &[]), ("reset", &[]), ("reboot", &[("timeout", "30")])]
    {
        task(client, "POST", &path(&format!("status/{command}")), parameters).await;
    }
}

async fn use_agent(client: &Client) {
    let path = |part: &str| format!("{MACHINE}/agent/{part}");
    client.post(&path("ping"), &[]).await.data();
    for part in ["info", "get-host-name", "get-osinfo", "network-get-interfaces"] {
        client.get(&path(part)).await.data();
    }
    let process = client.post(&path("exec"), &[("command", "nonsense")]).await.data()["pid"].to_string();
    client.call("GET", &path("exec-status"), &[("pid", &process)]).await.data();
    client.post(&path("file-write"), &[("file", "/run/key"), ("content", "secret")]).await.data();
    let read = client.call("GET", &path("file-read"), &[("file", "/run/key")]).await.data();
    assert_eq!(read["content"], "secret");
}

async fn copy(client: &Client) {
    task(client, "POST", &format!("{MACHINE}/clone"), &[("newid", "101"), ("full", "1"), ("storage", "shared")]).await;
    let backup =
        [("vmid", "100,101"), ("storage", "shared"), ("compress", "gzip"), ("notes-template", "{{guestname}}")];
    task(client, "POST", "/nodes/pve1/vzdump", &backup).await;
    task(client, "POST", "/nodes/pve1/qemu/101/template", &[]).await;
    get(client, &["/nodes/pve1/storage/shared/content", "/cluster/resources", "/nodes/pve1/qemu", "/nodes"]).await;
}

async fn end(client: &Client) {
    task(client, "POST", &format!("{MACHINE}/status/shutdown"), &[]).await;
    task(client, "POST", &format!("{MACHINE}/status/stop"), &[]).await;
    task(client, "DELETE", MACHINE, &[("purge", "1")]).await;
    task(client, "DELETE", "/nodes/pve1/storage/local/content/local:import%2Fnixos.qcow2", &[]).await;
    let tasks = client.call("GET", "/nodes/pve1/tasks", &[("source", "all"), ("limit", "500")]).await.data();
    let last = tasks[0]["upid"].as_str().expect("a task").replace(':', "%3A");
    get(client, &["/cluster/tasks", &format!("/nodes/pve1/tasks/{last}/log")]).await;
    client.delete(&format!("/nodes/pve1/tasks/{last}")).await.data();
}
