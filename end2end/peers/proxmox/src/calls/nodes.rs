//! Calls about nodes.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::{layout::Node, refusal::Refusal};

const GIB: u64 = 1 << 30;

pub(super) fn list(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let fingerprint = call.world.identities.fingerprint();
    let nodes = call.state.cluster.nodes.values();
    let rows = nodes.map(|node| {
        let mut row = summary(call, node);
        row["ssl_fingerprint"] = json!(fingerprint);
        row
    });
    Ok(rows.collect::<Value>().into())
}

/// As `GET /cluster/resources` tells them.
pub(super) fn rows(call: &Call<'_>) -> Vec<Value> {
    let nodes = call.state.cluster.nodes.values();
    let rows = nodes.map(|node| {
        let mut row = summary(call, node);
        row["id"] = json!(format!("node/{}", node.name));
        row["type"] = json!("node");
        row
    });
    rows.collect()
}

pub(super) fn status(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let node = call.state.cluster.node(call.text("node"))?;
    let used = used_memory(call, node);
    Ok(json!({
        "boot-info": {"mode": "efi", "secureboot": 0},
        "cpu": 0.02,
        "cpuinfo": {"cores": node.processors, "cpus": node.processors, "model": "Simulated", "sockets": 1},
        "current-kernel": {"machine": "x86_64", "release": "6.17.2-1-pve", "sysname": "Linux", "version": "#1"},
        "loadavg": ["0.10", "0.10", "0.10"],
        "memory": {
            "total": node.memory, "used": used, "free": node.memory.saturating_sub(used),
            "available": node.memory.saturating_sub(used),
        },
        "pveversion": format!("pve-manager/{}", call.world.version),
        "rootfs": {"avail": 80 * GIB, "free": 80 * GIB, "total": 100 * GIB, "used": 20 * GIB},
        "uptime": 86_400,
    })
    .into())
}

pub(super) fn network(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let node = call.state.cluster.node(call.text("node"))?;
    let wanted = call.parameters.text("type");
    let port = json!({
        "iface": "eno1", "type": "eth", "active": 1, "exists": 1, "method": "manual", "method6": "manual", "priority": 2,
        "families": ["inet"],
    });
    let bridges = node.bridges.iter().enumerate().map(|(index, bridge)| {
        json!({
            "iface": bridge, "type": "bridge", "active": 1, "autostart": 1, "method": "manual", "method6": "manual",
            "bridge_ports": if index == 0 { "eno1" } else { "" }, "bridge_vlan_aware": u8::from(index == 0),
            "priority": index + 3, "families": ["inet"],
        })
    });
    let matches = |row: &Value| match wanted {
        None | Some("include_sdn") => true,
        Some("any_bridge" | "any_local_bridge") => row["type"] == "bridge",
        Some(kind) => row["type"] == kind,
    };
    Ok(std::iter::once(port).chain(bridges).filter(matches).collect::<Value>().into())
}

/// How much there is of it and in use is told to those who may know.
fn summary(call: &Call<'_>, node: &Node) -> Value {
    let status = if node.is_online { "online" } else { "offline" };
    let mut row = json!({"node": node.name, "status": status, "level": ""});
    if node.is_online && call.may(&format!("/nodes/{}", node.name), &["Sys.Audit"]) {
        row["maxcpu"] = json!(node.processors);
        row["maxmem"] = json!(node.memory);
        row["mem"] = json!(used_memory(call, node));
        row["cpu"] = json!(0.02);
        row["uptime"] = json!(86_400);
    }
    row
}

/// What the host itself needs, and what running machines have.
fn used_memory(call: &Call<'_>, node: &Node) -> u64 {
    let machines = call.state.cluster.machines.values();
    let running = machines.filter(|machine| machine.node == node.name && machine.run.is_some());
    2 * GIB + running.map(|machine| machine.memory_mib() << 20).sum::<u64>()
}
