//! What goes wrong because a test asked for it.

use std::time::Duration;

use peer_proxmox::{Calls, Fault, journal::Verdict};
use serde_json::json;
use tokio::time::timeout;

use super::client::fresh;

const START: &str = "/nodes/pve1/qemu/100/status/start";

#[tokio::test]
async fn a_status_comes_as_often_as_it_was_asked_for_and_nothing_is_done() {
    let (simulator, client) = fresh().await;
    let on = Calls::next("POST", "/nodes/*/qemu").times(2);
    simulator.inject(Fault::Status { on, status: 500, message: Some("storage is offline".into()) });

    let first = client.post("/nodes/pve1/qemu", &[("vmid", "100")]).await;
    let second = client.post("/nodes/pve2/qemu", &[("vmid", "100")]).await;
    let listed = client.get("/nodes/pve1/qemu").await.data();
    let third = client.post("/nodes/pve1/qemu", &[("vmid", "100")]).await;

    assert_eq!(first.refusal(), (500, "storage is offline"));
    assert_eq!(second.status, 500);
    assert_eq!(listed, json!([]));
    assert_eq!(third.status, 200);
}

#[tokio::test]
async fn a_node_out_of_reach_is_a_595_without_a_body() {
    let (simulator, client) = fresh().await;
    simulator.inject(Fault::NodeOffline { node: "pve2".into() });

    let reply = client.get("/nodes/pve2/qemu").await;
    let nodes = client.get("/nodes").await.data();
    simulator.clear_faults();
    let later = client.get("/nodes/pve2/qemu").await;

    assert_eq!((reply.status, reply.body), (595, json!(null)));
    assert_eq!(nodes[1]["status"], "offline");
    assert_eq!(later.status, 200);
}

#[tokio::test]
async fn a_call_may_hang_or_break_and_was_not_carried_out() {
    let (simulator, client) = fresh().await;
    simulator.inject(Fault::Hang { on: Calls::next("POST", "/pools") });
    simulator.inject(Fault::Reset { on: Calls::next("POST", "/nodes/pve1/qemu") });

    let form = || b"vmid=100".to_vec();
    let kind = "application/x-www-form-urlencoded";
    let hanging = client.exchange("POST", "/api2/json/pools", kind, form());
    let hangs = timeout(Duration::from_millis(100), hanging).await.is_err();
    let broken = client.send("POST", "/nodes/pve1/qemu", kind, form()).await;

    assert!(hangs);
    assert!(broken.is_none());
    assert_eq!(client.get("/nodes/pve1/qemu").await.data(), json!([]));
    let verdicts: Vec<Verdict> = simulator.journal().mutating().into_iter().map(|entry| entry.verdict).collect();
    assert_eq!(verdicts, [Verdict::Faulted, Verdict::Faulted]);
}

#[tokio::test]
async fn an_answer_may_be_lost_of_a_call_that_was_carried_out() {
    let (simulator, client) = fresh().await;
    simulator.inject(Fault::AnswerLost { on: Calls::next("POST", "/nodes/pve1/qemu"), hangs: false });

    let lost = client.send("POST", "/nodes/pve1/qemu", "application/x-www-form-urlencoded", b"vmid=100".into()).await;

    assert!(lost.is_none());
    let listed = client.call("GET", "/cluster/resources", &[("type", "vm")]).await.data();
    assert_eq!(listed[0]["vmid"], 100);
    let entry = simulator.journal().mutating().remove(0);
    assert_eq!((entry.verdict, entry.is_answered), (Verdict::Done, false));
}

#[tokio::test]
async fn somebody_else_may_take_the_number() {
    let (simulator, client) = fresh().await;
    simulator.inject(Fault::VmidTaken);

    let refused = client.post("/nodes/pve1/qemu", &[("vmid", "100")]).await;

    assert_eq!(refused.refusal(), (500, "unable to create VM 100 - VM 100 already exists on node 'pve1'"));
    assert_eq!(client.get("/cluster/nextid").await.data(), json!(101));
}

#[tokio::test]
async fn a_task_may_fail_with_a_text() {
    let (simulator, client) = fresh().await;
    client.create("100", &[]).await;
    simulator.inject(Fault::TaskFails { task: "qmstart".into(), text: "got timeout".into(), times: 1 });

    let failed = client.task("POST", START, &[]).await;
    let started = client.task("POST", START, &[]).await;

    assert_eq!((failed.as_str(), started.as_str()), ("got timeout", "OK"));
}

#[tokio::test]
async fn a_task_may_end_with_warnings_and_have_done_its_work() {
    let (simulator, client) = fresh().await;
    client.create("100", &[]).await;
    simulator.inject(Fault::TaskWarns { task: "qmstart".into(), warnings: 2 });

    let ended = client.task("POST", START, &[]).await;

    assert_eq!(ended, "WARNINGS: 2");
    assert_eq!(client.get("/nodes/pve1/qemu/100/status/current").await.data()["status"], "running");
}

#[tokio::test]
async fn a_machine_may_stay_locked_for_some_calls() {
    let (simulator, client) = fresh().await;
    client.create("100", &[]).await;
    simulator.inject(Fault::Locked { vmid: 100, lock: "backup".into(), calls: 2 });

    let shown = client.get("/nodes/pve1/qemu/100/status/current").await.data();
    let first = client.post(START, &[]).await;
    let second = client.put("/nodes/pve1/qemu/100/config", &[("cores", "4")]).await;
    let third = client.post(START, &[]).await;

    assert_eq!(shown["lock"], "backup");
    assert_eq!(first.refusal(), (500, "VM is locked (backup)"));
    assert_eq!(second.refusal(), (500, "VM is locked (backup)"));
    assert_eq!(third.status, 200);
}

#[tokio::test]
async fn an_agent_may_never_answer() {
    let (simulator, client) = fresh().await;
    client.create("100", &[("start", "1")]).await;
    simulator.inject(Fault::AgentSilent { vmid: 100 });

    let ping = client.post("/nodes/pve1/qemu/100/agent/ping", &[]).await;

    assert_eq!(ping.refusal(), (500, "QEMU guest agent is not running"));
}

#[tokio::test]
async fn a_changed_certificate_is_another_one() {
    let (simulator, client) = fresh().await;
    let before = simulator.fingerprint();

    simulator.inject(Fault::NewCertificate);

    assert_ne!(simulator.fingerprint(), before);
    assert!(client.send("GET", "/version", "", Vec::new()).await.is_none(), "the old one is pinned");
}

#[tokio::test]
async fn faults_can_be_asked_for_over_https() {
    let (_simulator, client) = fresh().await;
    let control = async |order: &str| {
        client.exchange("POST", "/control", "application/json", order.into()).await.expect("an answer").body
    };

    let set = control(r#"{"fault": "status", "path": "/version", "status": 403, "message": "no"}"#).await;
    let refused = client.get("/version").await;
    let wrong = control(r#"{"fault": "earthquake"}"#).await;
    let journal = control(r#"{"command": "journal"}"#).await;

    assert_eq!(set, json!({}));
    assert_eq!(refused.refusal(), (403, "no"));
    assert_eq!(wrong, json!({"error": "neither a fault nor a command"}));
    assert_eq!(journal["journal"][0]["verdict"], "faulted");
}
