//! The life of a machine.

use peer_proxmox::{Settings, Version};
use serde_json::json;

use super::{
    client::{fresh, simulator},
    deploying::ssh_key,
};

const MACHINE: &str = "/nodes/pve1/qemu/100";

#[tokio::test]
async fn a_machine_is_made_of_an_uploaded_image() {
    let (simulator, client) = fresh().await;

    let created = client.create("100", &[("sshkeys", &ssh_key()), ("cipassword", "not shown")]).await;

    assert_eq!(created, "OK");
    let config = client.get(&format!("{MACHINE}/config")).await.data();
    assert_eq!(config["scsi0"], "local-lvm:vm-100-disk-0,discard=on,iothread=1,size=2G,ssd=1");
    assert_eq!(config["ide2"], "local-lvm:vm-100-cloudinit,media=cdrom,size=4M");
    assert_eq!((&config["cores"], &config["memory"]), (&json!(2), &json!("2048")));
    assert_eq!(config["cipassword"], "**********");
    assert_eq!(config["sshkeys"], ssh_key().as_str());
    assert!(config["net0"].as_str().expect("a network").starts_with("virtio=BC:24:11:"));
    assert_eq!(config.get("lock"), None);
    assert!(simulator.journal().invalid().is_empty());
}

#[tokio::test]
async fn a_started_machine_tells_its_address_and_host_key_by_its_agent() {
    let (simulator, client) = fresh().await;
    client.create("100", &[]).await;

    let started = client.task("POST", &format!("{MACHINE}/status/start"), &[]).await;

    assert_eq!(started, "OK");
    client.post(&format!("{MACHINE}/agent/ping"), &[]).await.data();
    let interfaces = client.get(&format!("{MACHINE}/agent/network-get-interfaces")).await.data();
    let addresses = interfaces["result"][1]["ip-addresses"].as_array().expect("addresses");
    assert!(addresses.contains(&json!({"ip-address": "192.0.2.10", "ip-address-type": "ipv4", "prefix": 24})));
    let command = [("command", "cat"), ("command", "/etc/ssh/ssh_host_ed25519_key.pub")];
    let process = client.post(&format!("{MACHINE}/agent/exec"), &command).await.data()["pid"].to_string();
    let outcome = client.call("GET", &format!("{MACHINE}/agent/exec-status"), &[("pid", &process)]).await.data();
    let key = simulator.running()[&100].host_keys[0].clone();
    assert_eq!(outcome, json!({"exited": 1, "exitcode": 0, "out-data": format!("{key}\n")}));
}

#[tokio::test]
async fn the_agent_says_why_it_does_not_answer() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[("agent", "")]).await;
    client.create("101", &[]).await;
    let ping = |vmid: u32| format!("/nodes/pve1/qemu/{vmid}/agent/ping");

    let unwanted = client.post(&ping(100), &[]).await;
    let stopped = client.post(&ping(101), &[]).await;

    assert_eq!(unwanted.refusal(), (500, "No QEMU guest agent configured"));
    assert_eq!(stopped.refusal(), (500, "VM 101 is not running"));
}

#[tokio::test]
async fn a_machine_takes_its_time_to_boot() {
    let settings = Settings { boot_time: std::time::Duration::from_secs(3600), ..Settings::default() };
    let (simulator, client) = simulator(settings).await;
    client.create("100", &[("start", "1")]).await;

    let early = client.post(&format!("{MACHINE}/agent/ping"), &[]).await;
    let command = simulator.control(r#"{"command": "boot-time", "milliseconds": 0}"#);
    client.task("POST", &format!("{MACHINE}/status/reboot"), &[]).await;
    let late = client.post(&format!("{MACHINE}/agent/ping"), &[]).await;

    assert_eq!(early.refusal(), (500, "QEMU guest agent is not running"));
    assert_eq!(command, json!({}));
    assert_eq!(late.status, 200);
}

#[tokio::test]
async fn what_a_running_machine_can_not_take_waits_for_its_next_start() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[("start", "1")]).await;
    let config = format!("{MACHINE}/config");

    client.put(&config, &[("memory", "4096"), ("tags", "fediversity;changed")]).await.data();

    let current = client.call("GET", &config, &[("current", "1")]).await.data();
    assert_eq!((&current["memory"], &current["tags"]), (&json!("2048"), &json!("fediversity;changed")));
    let pending = client.get(&format!("{MACHINE}/pending")).await.data();
    let row = json!({"key": "memory", "value": "2048", "pending": "4096"});
    assert!(pending.as_array().expect("rows").contains(&row));
    client.task("POST", &format!("{MACHINE}/status/stop"), &[]).await;
    let current = client.call("GET", &config, &[("current", "1")]).await.data();
    assert_eq!(current["memory"], "4096");
}

#[tokio::test]
async fn a_change_by_somebody_who_saw_something_else_is_refused() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[]).await;
    let config = format!("{MACHINE}/config");
    let seen = client.get(&config).await.data()["digest"].as_str().expect("a digest").to_owned();

    let first = client.put(&config, &[("cores", "4"), ("digest", &seen)]).await;
    let second = client.put(&config, &[("cores", "8"), ("digest", &seen)]).await;

    assert_eq!(first.status, 200);
    assert_eq!(second.status, 500);
    assert!(second.reason.starts_with("detected modified configuration"), "{}", second.reason);
}

#[tokio::test]
async fn a_disk_grows_and_does_not_shrink() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[]).await;
    let resize = format!("{MACHINE}/resize");

    let grown = client.task("PUT", &resize, &[("disk", "scsi0"), ("size", "+10G")]).await;
    let shrunk = client.put(&resize, &[("disk", "scsi0"), ("size", "8G")]).await;
    let missing = client.put(&resize, &[("disk", "scsi1"), ("size", "+1G")]).await;

    assert_eq!(grown, "OK");
    assert_eq!(shrunk.refusal(), (500, "shrinking disks is not supported"));
    assert_eq!(missing.refusal(), (500, "disk 'scsi1' does not exist"));
    let config = client.get(&format!("{MACHINE}/config")).await.data();
    assert!(config["scsi0"].as_str().expect("a disk").contains("size=12G"));
}

#[tokio::test]
async fn a_number_is_one_machines_only() {
    let (_simulator, client) = fresh().await;
    let free = client.get("/cluster/nextid").await.data();
    client.create("100", &[]).await;

    let taken = client.call("GET", "/cluster/nextid", &[("vmid", "100")]).await;
    let again = client.post("/nodes/pve2/qemu", &[("vmid", "100")]).await;

    assert_eq!(free, json!(100));
    assert_eq!(client.get("/cluster/nextid").await.data(), json!(101));
    assert_eq!(taken.body["errors"]["vmid"], "VM 100 already exists");
    assert_eq!(again.refusal(), (500, "unable to create VM 100 - VM 100 already exists on node 'pve1'"));
}

#[tokio::test]
async fn a_machine_that_can_not_be_made_leaves_nothing() {
    let (_simulator, client) = fresh().await;

    let missing = client.create_of("local:import/missing.qcow2", "100", &[]).await;
    client.upload("local", "broken.qcow2", b"this is no image, though it is named like one").await;
    let broken = client.create_of("local:import/broken.qcow2", "100", &[]).await;

    assert!(missing.starts_with("unable to create VM 100 - cannot import from"), "{missing}");
    assert!(broken.ends_with("Image is not in qcow2 format"), "{broken}");
    assert_eq!(client.get("/nodes/pve1/qemu").await.data(), json!([]));
    assert_eq!(client.get("/nodes/pve1/storage/local-lvm/content").await.data(), json!([]));
}

#[tokio::test]
async fn a_machine_that_runs_or_is_protected_is_not_destroyed() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[("start", "1"), ("protection", "1")]).await;

    let protected = client.delete(MACHINE).await;
    client.put(&format!("{MACHINE}/config"), &[("protection", "0")]).await.data();
    let running = client.delete(MACHINE).await;
    client.task("POST", &format!("{MACHINE}/status/shutdown"), &[("timeout", "30")]).await;
    let parameters = [("purge", "1"), ("destroy-unreferenced-disks", "1")];
    let destroyed = client.task("DELETE", MACHINE, &parameters).await;

    assert_eq!(protected.refusal(), (500, "can't remove VM 100 - protection mode enabled"));
    assert_eq!(running.refusal(), (500, "VM 100 is running - destroy failed"));
    assert_eq!(destroyed, "OK");
    let gone = client.get(&format!("{MACHINE}/config")).await;
    assert_eq!(gone.refusal(), (500, "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist"));
}

#[tokio::test]
async fn snapshots_are_taken_where_the_storage_can() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[]).await;
    client.create("101", &[("scsi0", "thick:4")]).await;
    let snapshots = format!("{MACHINE}/snapshot");

    let taken = client.task("POST", &snapshots, &[("snapname", "before")]).await;
    client.put(&format!("{MACHINE}/config"), &[("cores", "8")]).await.data();
    let back = client.task("POST", &format!("{snapshots}/before/rollback"), &[("start", "1")]).await;
    let refused = client.post("/nodes/pve1/qemu/101/snapshot", &[("snapname", "before")]).await;
    let feature = client.call("GET", "/nodes/pve1/qemu/101/feature", &[("feature", "snapshot")]).await.data();

    assert_eq!((taken.as_str(), back.as_str()), ("OK", "OK"));
    assert_eq!(client.get(&format!("{MACHINE}/config")).await.data()["cores"], 2);
    assert_eq!(client.get(&format!("{MACHINE}/status/current")).await.data()["status"], "running");
    assert_eq!(refused.refusal(), (500, "snapshot feature is not available"));
    assert_eq!(feature["hasFeature"], 0);
}

#[tokio::test]
async fn clones_of_a_template_build_on_its_disks() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[]).await;
    client.task("POST", &format!("{MACHINE}/template"), &[]).await;

    let cloned = client.task("POST", &format!("{MACHINE}/clone"), &[("newid", "101"), ("name", "copy")]).await;

    assert_eq!(cloned, "OK");
    let config = client.get("/nodes/pve1/qemu/101/config").await.data();
    assert_eq!((&config["name"], config.get("template")), (&json!("copy"), None));
    assert_eq!(client.task("POST", "/nodes/pve1/qemu/101/status/start", &[]).await, "OK");
    let template = client.post(&format!("{MACHINE}/status/start"), &[]).await;
    assert_eq!(template.refusal(), (500, "you can't start a vm if it's a template"));
    let in_use = client.task("DELETE", MACHINE, &[]).await;
    assert!(in_use.ends_with("is still in use by linked cloned"), "{in_use}");
}

#[tokio::test]
async fn older_versions_tell_the_next_number_as_text() {
    let (_simulator, client) = simulator(Settings { version: Version::V8_4, ..Settings::default() }).await;

    assert_eq!(client.get("/cluster/nextid").await.data(), json!("100"));
}

#[tokio::test]
async fn a_machine_on_a_bridge_that_is_not_there_does_not_start() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[("net0", "virtio,bridge=vmbr9")]).await;

    let started = client.task("POST", &format!("{MACHINE}/status/start"), &[]).await;

    assert_eq!(started, "bridge 'vmbr9' does not exist");
}

#[tokio::test]
async fn keys_that_are_not_keys_are_refused() {
    let (_simulator, client) = fresh().await;

    let refused = client.post("/nodes/pve1/qemu", &[("vmid", "100"), ("sshkeys", "ssh-ed25519%20AAAA")]).await;

    assert_eq!(refused.refusal(), (500, "SSH public key validation error"));
}
