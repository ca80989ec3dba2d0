//! Calls about storages.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::{layout::Storage, refusal::Refusal};

pub(super) fn list_all(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let kind = call.parameters.text("type");
    let storages = call.state.cluster.storages.values();
    let visible = storages.filter(|storage| kind.is_none_or(|kind| kind == storage.kind.name()));
    let names = visible.filter(|storage| call.may_see_storage(&storage.name));
    Ok(names.map(|storage| json!({"storage": storage.name})).collect::<Value>().into())
}

pub(super) fn config(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let storage = call.state.cluster.storage(call.text("storage"))?;
    Ok(json!({
        "storage": storage.name, "type": storage.kind.name(), "content": storage.content.join(","),
        "shared": u8::from(storage.is_shared), "digest": "0000000000000000000000000000000000000000",
    })
    .into())
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let node = call.node();
    let wanted: Vec<&str> = call.parameters.text("content").map(|list| list.split(',').collect()).unwrap_or_default();
    let name = call.parameters.text("storage");
    let with_formats = call.parameters.is_set("format");
    let storages = call.state.cluster.storages.values();
    let chosen = storages
        .filter(|storage| name.is_none_or(|name| name == storage.name))
        .filter(|storage| wanted.is_empty() || storage.content.iter().any(|kind| wanted.contains(&kind.as_str())))
        .filter(|storage| call.may_see_storage(&storage.name));
    let rows = chosen.map(|storage| {
        let mut row = usage(call, &node, storage);
        row["storage"] = json!(storage.name);
        row["used_fraction"] = json!(fraction(call.state.cluster.used(&node, &storage.name), storage.total));
        if with_formats {
            let all = ["raw", "qcow2", "vmdk"];
            let supported = if storage.kind.has_files() { &all[..] } else { &all[..1] };
            row["formats"] = json!({"default": "raw", "supported": supported});
        }
        row
    });
    Ok(rows.collect::<Value>().into())
}

pub(super) fn status(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let storage = call.state.cluster.storage(call.text("storage"))?;
    Ok(usage(call, call.text("node"), storage).into())
}

/// As `GET /cluster/resources` tells them: once for each node.
pub(super) fn rows(call: &Call<'_>) -> Vec<Value> {
    let cluster = &call.state.cluster;
    let visible = cluster.storages.values().filter(|storage| call.may_see_storage(&storage.name));
    let rows = visible.flat_map(|storage| {
        cluster.nodes.keys().map(move |node| {
            json!({
                "id": format!("storage/{node}/{}", storage.name), "type": "storage", "node": node,
                "storage": storage.name, "plugintype": storage.kind.name(), "content": storage.content.join(","),
                "status": "available", "disk": cluster.used(node, &storage.name), "maxdisk": storage.total,
            })
        })
    });
    rows.collect()
}

fn usage(call: &Call<'_>, node: &str, storage: &Storage) -> Value {
    let cluster = &call.state.cluster;
    json!({
        "type": storage.kind.name(), "content": storage.content.join(","), "active": 1, "enabled": 1,
        "shared": u8::from(storage.is_shared), "total": storage.total, "used": cluster.used(node, &storage.name),
        "avail": cluster.free(node, &storage.name),
    })
}

/// To four digits, which is enough for people.
fn fraction(used: u64, total: u64) -> f64 {
    let parts = u32::try_from(u128::from(used) * 10_000 / u128::from(total.max(1))).unwrap_or(u32::MAX);
    f64::from(parts) / 10_000.0
}
