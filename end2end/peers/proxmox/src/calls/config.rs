//! Calls about a machine's configuration.

use serde_json::{Map, Value, json};

use super::{
    Answer, Call,
    change::{self, Place},
};
use crate::{
    cluster::{Config, is_disk_name},
    refusal::Refusal,
    schema::Api,
    tasks::Work,
    world::State,
};

/// What is shown of a password.
const MASK: &str = "**********";

pub(super) fn read(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let machine = call.machine()?;
    let config = match call.parameters.text("snapshot") {
        Some(name) => {
            let snapshot = machine.snapshots.get(name);
            snapshot.ok_or_else(|| Refusal::failed(format!("snapshot '{name}' does not exist")))?.config.clone()
        }
        None if call.parameters.is_set("current") => machine.config.clone(),
        None => machine.coming(),
    };
    let mut shown = show(call.api, &config);
    shown.insert("digest".into(), json!(machine.digest()));
    if let Some(lock) = call.state.faults.shown_lock(call.vmid()) {
        shown.insert("lock".into(), json!(lock));
    }
    Ok(Value::from(shown).into())
}

/// Numbers as numbers and texts as texts, by the shape that the API documents.
pub(super) fn show(api: &Api, config: &Config) -> Map<String, Value> {
    let shape = api.find("GET", "/nodes/pve/qemu/100/config").map(|(endpoint, _)| &endpoint.returns);
    let is_number = |key: &str| shape.and_then(|shape| shape.member(key)).is_some_and(|shape| shape.is_number());
    let show = |(key, value): (&String, &String)| {
        let number = || serde_json::from_str(value).ok().filter(Value::is_number);
        let shown = match key.as_str() {
            "cipassword" => json!(MASK),
            key if is_number(key) => number().unwrap_or_else(|| json!(u8::from(crate::schema::is_true(value)))),
            _ => json!(value),
        };
        (key.clone(), shown)
    };
    config.iter().map(show).collect()
}

pub(super) fn change(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let change = Change::of(call)?;
    change.apply(call.state)?;
    Ok(Value::Null.into())
}

pub(super) fn change_later(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let change = Change::of(call)?;
    Ok(call.begin(Work::new("qmconfig", change.vmid, move |state, _| change.apply(state))))
}

/// A checked change that is still to be made.
struct Change {
    api: &'static Api,
    node: String,
    vmid: u32,
    set: Config,
    delete: Vec<String>,
    revert: Vec<String>,
}

impl Change {
    fn of(call: &mut Call<'_>) -> Result<Self, Refusal> {
        let (node, vmid) = (call.node(), call.vmid());
        let digest = call.parameters.text("digest").map(str::to_owned);
        let list = |name: &str| -> Vec<String> {
            let text = call.parameters.text(name).unwrap_or_default();
            text.split([',', ';', ' ']).filter(|key| !key.is_empty()).map(str::to_owned).collect()
        };
        let (delete, revert) = (list("delete"), list("revert"));
        let set = change::keys(call.api, &call.parameters);
        let both = delete.iter().find(|key| set.contains_key(*key)).cloned();
        if let Some(key) = both {
            return Err(Refusal::parameter("delete", format!("duplicate: '{key}' is set as well")));
        }
        let scope = format!("/vms/{vmid}");
        change::check(call, &scope, &set)?;
        for key in &delete {
            let value = call.machine()?.config.get(key).cloned().unwrap_or_default();
            call.require_key(&scope, key, &value)?;
        }
        check_digest(call.unlocked_machine()?.digest(), digest.as_deref())?;
        Ok(Self { api: call.api, node, vmid, set, delete, revert })
    }

    fn apply(self, state: &mut State) -> Result<(), Refusal> {
        let place = Place { api: self.api, node: &self.node, vmid: self.vmid };
        let settled = change::settle_all(&mut state.cluster, place, &self.set)?;
        let machine = state.cluster.machine_mut(&self.node, self.vmid)?;
        let is_running = machine.run.is_some();
        for key in &self.revert {
            machine.pending.remove(key);
        }
        let set = settled.into_iter().map(|(key, value)| (key, Some(value)));
        for (key, value) in set.chain(self.delete.into_iter().map(|key| (key, None))) {
            if is_running && !change::is_immediate(&key) {
                machine.pending.insert(key, value);
                continue;
            }
            let replaced = match value {
                Some(value) => machine.config.insert(key.clone(), value),
                None => machine.config.remove(&key),
            };
            if let Some(old) = replaced.filter(|_| is_disk_name(&key)) {
                set_aside(&mut machine.config, &old);
            }
        }
        Ok(())
    }
}

/// A disk that a machine loses is kept, and listed as unused. Drives with media are not.
pub(super) fn set_aside(config: &mut Config, disk: &str) {
    let volume = disk.split(',').next().unwrap_or_default();
    let is_known = config.values().any(|value| value.split(',').next() == Some(volume));
    if disk.contains("media=cdrom") || !volume.contains(':') || is_known {
        return;
    }
    let free = (0..).map(|number| format!("unused{number}")).find(|key| !config.contains_key(key));
    config.extend(free.map(|key| (key, volume.to_owned())));
}

pub(super) fn check_digest(digest: String, seen: Option<&str>) -> Result<(), Refusal> {
    if seen.is_none_or(|seen| seen == digest) {
        return Ok(());
    }
    Err(Refusal::failed("detected modified configuration - file changed by other user? Try again."))
}

pub(super) fn pending(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let everything = |_: &str| true;
    Ok(rows(call, everything)?.into())
}

pub(super) fn pending_cloud_init(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let of_cloud_init =
        |key: &str| key.starts_with("ci") || key.starts_with("ipconfig") || matches!(key, "sshkeys" | "name");
    Ok(rows(call, of_cloud_init)?.into())
}

fn rows(call: &Call<'_>, is_wanted: impl Fn(&str) -> bool) -> Result<Value, Refusal> {
    let machine = call.machine()?;
    let shown = show(call.api, &machine.config);
    let coming = show(call.api, &machine.coming());
    let new = machine.pending.keys().filter(|key| !machine.config.contains_key(*key));
    let rows = machine.config.keys().chain(new).filter(|key| is_wanted(key)).map(|key| {
        let mut row = json!({"key": key});
        if let Some(value) = shown.get(key) {
            row["value"] = json!(text(value));
        }
        match machine.pending.get(key) {
            Some(Some(_)) => row["pending"] = json!(coming.get(key).map(text)),
            Some(None) => row["delete"] = json!(1),
            None => {}
        }
        row
    });
    Ok(rows.collect())
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

pub(super) fn regenerate_cloud_init(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let api = call.api;
    let machine = call.unlocked_machine()?;
    if !machine.disks(api).iter().any(|(_, disk)| disk.is_cloud_init()) {
        return Err(Refusal::failed("No cloudinit drive"));
    }
    let is_of_cloud_init = |key: &String| {
        key.starts_with("ci")
            || key.starts_with("ipconfig")
            || matches!(key.as_str(), "sshkeys" | "nameserver" | "searchdomain")
    };
    let (now, later) = std::mem::take(&mut machine.pending).into_iter().partition(|(key, _)| is_of_cloud_init(key));
    machine.pending = now;
    machine.apply_pending();
    machine.pending = later;
    Ok(Value::Null.into())
}
