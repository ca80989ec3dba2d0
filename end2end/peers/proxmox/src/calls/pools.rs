//! Calls about pools.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::{cluster::Pool, refusal::Refusal};

pub(super) fn list(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let wanted = call.parameters.text("poolid");
    let pools = call.state.cluster.pools.iter();
    let visible = pools
        .filter(|(name, _)| wanted.is_none_or(|wanted| wanted == *name))
        .filter(|(name, _)| call.may(&format!("/pool/{name}"), &["Pool.Audit", "Pool.Allocate"]));
    let rows: Vec<Value> = visible
        .map(|(name, pool)| {
            let mut row = json!({"poolid": name});
            if let Some(comment) = &pool.comment {
                row["comment"] = json!(comment);
            }
            if wanted.is_some() {
                row["members"] = members(call, pool);
            }
            row
        })
        .collect();
    match wanted {
        Some(name) if rows.is_empty() => Err(Refusal::failed(format!("pool '{name}' does not exist"))),
        _ => Ok(Value::from(rows).into()),
    }
}

fn members(call: &Call<'_>, pool: &Pool) -> Value {
    let cluster = &call.state.cluster;
    let machines = pool.machines.iter().filter_map(|vmid| cluster.machines.get(vmid)).map(|machine| {
        json!({"id": format!("qemu/{}", machine.vmid), "type": "qemu", "node": machine.node, "vmid": machine.vmid,
               "name": machine.name()})
    });
    let storages = pool.storages.iter().flat_map(|storage| {
        cluster.nodes.keys().map(move |node| {
            json!({"id": format!("storage/{node}/{storage}"), "type": "storage", "node": node, "storage": storage})
        })
    });
    machines.chain(storages).collect()
}

pub(super) fn add(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let name = call.text("poolid").to_owned();
    if call.state.cluster.pools.contains_key(&name) {
        return Err(Refusal::failed(format!("create pool failed: pool '{name}' already exists")));
    }
    let comment = call.parameters.text("comment").map(str::to_owned);
    call.state.cluster.pools.insert(name, Pool { comment, ..Pool::default() });
    Ok(Value::Null.into())
}

pub(super) fn change(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let list = |name: &str| -> Vec<String> {
        let text = call.parameters.text(name).unwrap_or_default();
        text.split([',', ';', ' ']).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    let machines: Vec<u32> = list("vms").iter().filter_map(|vmid| vmid.parse().ok()).collect();
    let storages = list("storage");
    let (removes, moves) = (call.parameters.is_set("delete"), call.parameters.is_set("allow-move"));
    let comment = call.parameters.text("comment").map(str::to_owned);
    let name = call.text("poolid").to_owned();

    let pools = &mut call.state.cluster.pools;
    if !pools.contains_key(&name) {
        return Err(Refusal::failed(format!("pool '{name}' does not exist")));
    }
    for (other, pool) in pools.iter_mut().filter(|(other, _)| !removes && **other != name) {
        if let Some(vmid) = machines.iter().find(|vmid| !moves && pool.machines.contains(vmid)) {
            return Err(Refusal::failed(format!("VM {vmid} belongs already to pool '{other}'")));
        }
        pool.machines.retain(|vmid| !machines.contains(vmid));
    }
    let pool = pools.entry(name).or_default();
    if removes {
        pool.machines.retain(|vmid| !machines.contains(vmid));
        pool.storages.retain(|storage| !storages.contains(storage));
    } else {
        pool.machines.extend(machines);
        pool.storages.extend(storages);
    }
    pool.comment = comment.or(pool.comment.take());
    Ok(Value::Null.into())
}
