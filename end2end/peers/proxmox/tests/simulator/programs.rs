//! Programs that stand behind machines.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf, sync::Arc};

use peer_proxmox::{Settings, machines::MachineProgram};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{client::simulator, deploying::ssh_key};

const MACHINE: &str = "/nodes/pve1/qemu/100";

#[tokio::test]
async fn a_program_may_stand_behind_each_machine() {
    let directory = TempDir::new().expect("a directory");
    let program = script(
        &directory,
        r#"read -r order
        printf '%s\n' "$order" >"${0%/*}/order"
        printf '{"address": "127.0.0.1", "port": 2222, "hostKey": "ssh-ed25519 AAAA"}\n'
        cat >/dev/null
        : >"${0%/*}/stopped""#,
    );
    let machines = Arc::new(MachineProgram::new(program));
    let (simulator, client) = simulator(Settings { machines, ..Settings::default() }).await;
    client.create("100", &[("sshkeys", &ssh_key()), ("ciuser", "ada")]).await;

    let started = client.task("POST", &format!("{MACHINE}/status/start"), &[]).await;
    let running = simulator.running()[&100].clone();
    let stopped = client.task("POST", &format!("{MACHINE}/status/stop"), &[]).await;

    assert_eq!((started.as_str(), stopped.as_str()), ("OK", "OK"));
    assert_eq!((running.port, running.host_keys), (2222, vec!["ssh-ed25519 AAAA".to_owned()]));
    let order = fs::read_to_string(directory.path().join("order")).expect("an order");
    let order: Value = serde_json::from_str(&order).expect("JSON");
    assert_eq!((&order["vmid"], &order["name"], &order["user"]), (&json!(100), &json!("social"), &json!("ada")));
    assert!(order["sshKeys"][0].as_str().expect("a key").ends_with(" ada@example.org"));
    assert_eq!(order["networks"]["0"]["ip"], "192.0.2.10/24");
    assert!(order["image"].is_string());
    assert!(directory.path().join("stopped").exists());
}

#[tokio::test]
async fn a_program_that_can_not_start_ends_the_task() {
    let directory = TempDir::new().expect("a directory");
    let machines = Arc::new(MachineProgram::new(script(&directory, "exit 1")));
    let (_simulator, client) = simulator(Settings { machines, ..Settings::default() }).await;
    client.create("100", &[]).await;

    let started = client.task("POST", &format!("{MACHINE}/status/start"), &[]).await;

    assert!(started.starts_with("start failed: "), "{started}");
    assert_eq!(client.get(&format!("{MACHINE}/status/current")).await.data()["status"], "stopped");
}

fn script(directory: &TempDir, body: &str) -> PathBuf {
    let path = directory.path().join("machine");
    fs::write(&path, format!("#!/bin/sh\n{body}\n")).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a script that runs");
    path
}
