//! What goes on in the background.

use std::time::Duration;

use serde_json::json;

use super::client::fresh;

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn a_machine_is_locked_while_it_is_made() {
    let (simulator, client) = fresh().await;
    simulator.set_task_time(Some("qmcreate"), HOUR);
    let upid = client.post("/nodes/pve1/qemu", &[("vmid", "100")]).await.data();

    let started = client.post("/nodes/pve1/qemu/100/status/start", &[]).await;
    let destroyed = client.delete("/nodes/pve1/qemu/100").await;
    let shown = client.get("/nodes/pve1/qemu/100/config").await.data();

    assert_eq!(started.refusal(), (500, "VM is locked (create)"));
    assert_eq!(destroyed.refusal(), (500, "VM is locked (create)"));
    assert_eq!(shown["lock"], "create");
    let path = format!("/nodes/pve1/tasks/{}", upid.as_str().expect("a task").replace(':', "%3A"));
    assert_eq!(client.get(&format!("{path}/status")).await.data()["status"], "running");
}

#[tokio::test]
async fn a_task_that_is_stopped_leaves_nothing_half_made() {
    let (simulator, client) = fresh().await;
    simulator.set_task_time(Some("qmcreate"), HOUR);
    let upid = client.post("/nodes/pve1/qemu", &[("vmid", "100")]).await.data();
    let upid = upid.as_str().expect("a task");

    client.delete(&format!("/nodes/pve1/tasks/{}", upid.replace(':', "%3A"))).await.data();

    assert_eq!(client.outcome(upid).await, "interrupted by signal");
    assert_eq!(client.get("/nodes/pve1/qemu").await.data(), json!([]));
}

#[tokio::test]
async fn a_task_keeps_a_log_and_who_began_it() {
    let (_simulator, client) = fresh().await;
    let upid = client.post("/nodes/pve1/qemu", &[("vmid", "100")]).await.data();
    let upid = upid.as_str().expect("a task");
    client.outcome(upid).await;

    let path = format!("/nodes/pve1/tasks/{}", upid.replace(':', "%3A"));
    let log = client.call("GET", &format!("{path}/log"), &[("start", "1"), ("limit", "1")]).await;
    let status = client.get(&format!("{path}/status")).await.data();

    assert_eq!(log.body, json!({"data": [{"n": 2, "t": "TASK OK"}], "total": 2}));
    assert_eq!((&status["user"], &status["tokenid"]), (&json!("fediversity@pve"), &json!("deploy")));
    assert_eq!((&status["type"], &status["id"]), (&json!("qmcreate"), &json!("100")));
}

#[tokio::test]
async fn a_task_that_is_not_there_is_told() {
    let (_simulator, client) = fresh().await;

    let unknown = "UPID:pve1:00000001:00000001:00000001:qmstart:100:root@pam:".replace(':', "%3A");
    let missing = client.get(&format!("/nodes/pve1/tasks/{unknown}/status")).await;

    assert_eq!(missing.refusal(), (400, "no such task"));
}

#[tokio::test]
async fn machines_on_paper_start_and_stop_once() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[("start", "1")]).await;

    let again = client.task("POST", "/nodes/pve1/qemu/100/status/start", &[]).await;
    let stopped = client.task("POST", "/nodes/pve1/qemu/100/status/stop", &[]).await;
    let stopped_again = client.task("POST", "/nodes/pve1/qemu/100/status/stop", &[]).await;

    assert_eq!(again, "VM 100 already running");
    assert_eq!((stopped.as_str(), stopped_again.as_str()), ("OK", "OK"));
}
