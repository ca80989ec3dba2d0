//! Calls about the cluster as a whole.

use serde_json::{Value, json};

use super::{Answer, Call, machines, nodes, storages};
use crate::{Version, refusal::Refusal};

pub(super) fn version(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let version = call.world.version;
    let full = match version {
        Version::V8_3 => "8.3.5",
        Version::V8_4 => "8.4.14",
        Version::V9_1 => "9.1.4",
    };
    Ok(json!({"version": full, "release": version.name(), "repoid": "5ac30304265fbd8e"}).into())
}

pub(super) fn next_id(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let free = match call.parameters.number("vmid") {
        Some(vmid) if call.state.cluster.machines.contains_key(&vmid) => {
            return Err(Refusal::parameter("vmid", format!("VM {vmid} already exists")));
        }
        Some(vmid) => vmid,
        None => call.state.cluster.free_vmid(),
    };
    // A text in older versions.
    let data = if call.world.version >= Version::V9_1 { json!(free) } else { json!(free.to_string()) };
    Ok(data.into())
}

pub(super) fn resources(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let wanted = call.parameters.text("type").map(str::to_owned);
    let wants = |kind: &str| wanted.as_deref().is_none_or(|wanted| wanted == kind);
    let mut rows = Vec::new();
    if wants("vm") {
        rows.extend(machines::rows(call));
    }
    if wants("node") {
        rows.extend(nodes::rows(call));
    }
    if wants("storage") {
        rows.extend(storages::rows(call));
    }
    if wants("sdn") && call.may("/sdn/zones/localnetwork", &["SDN.Audit", "SDN.Use"]) {
        rows.extend(call.state.cluster.nodes.keys().map(|node| {
            json!({
                "id": format!("sdn/{node}/localnetwork"), "type": "sdn", "node": node, "sdn": "localnetwork",
                "status": "ok",
            })
        }));
    }
    // Clients have to leave out what they don't know; kinds like this one came with 9.
    if wanted.is_none() && call.world.version >= Version::V9_1 {
        rows.extend(call.state.cluster.nodes.keys().map(|node| {
            json!({
                "id": format!("network/{node}/zone/localnetwork"), "type": "network", "node": node,
                "network": "localnetwork", "network-type": "zone", "status": "ok",
            })
        }));
    }
    Ok(Value::from(rows).into())
}

pub(super) fn status(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let cluster = &call.state.cluster;
    let online = cluster.nodes.values().filter(|node| node.is_online).count();
    let mut rows = vec![json!({
        "type": "cluster", "id": "cluster", "name": cluster.name, "nodes": cluster.nodes.len(), "version": 3,
        "quorate": u8::from(online * 2 > cluster.nodes.len() || online == cluster.nodes.len()),
    })];
    rows.extend(cluster.nodes.values().enumerate().map(|(index, node)| {
        json!({
            "type": "node", "id": format!("node/{}", node.name), "name": node.name, "nodeid": index + 1,
            "ip": format!("192.0.2.{}", index + 1), "online": u8::from(node.is_online),
            "local": u8::from(index == 0), "level": "",
        })
    }));
    Ok(Value::from(rows).into())
}
