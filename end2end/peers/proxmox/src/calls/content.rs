//! Calls about what is on a storage.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::{cluster::Volume, refusal::Refusal, tasks::Work};

pub(super) fn list(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, storage) = (call.text("node"), call.text("storage"));
    call.state.cluster.storage(storage)?;
    let content = call.parameters.text("content");
    let machine: Option<u32> = call.parameters.number("vmid");
    let rows = call
        .state
        .cluster
        .volumes_on(node, storage)
        .filter(|volume| content.is_none_or(|content| content == volume.content))
        .filter(|volume| machine.is_none() || machine == volume.machine)
        .filter(|volume| may_read(call, volume))
        .map(row);
    Ok(rows.collect::<Value>().into())
}

pub(super) fn read(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let volume = wanted(call)?;
    if !may_read(call, volume) {
        return Err(Refusal::forbidden(format!(
            "Permission check failed (/storage/{}, Datastore.Audit)",
            volume.storage()
        )));
    }
    let mut data = json!({
        "path": format!("/var/lib/vz/{}", volume.id.split_once(':').map_or("", |(_, name)| name)),
        "format": volume.format, "size": volume.size, "used": volume.size,
        "protected": u8::from(volume.is_protected),
    });
    if let Some(notes) = &volume.notes {
        data["notes"] = json!(notes);
    }
    Ok(data.into())
}

pub(super) fn describe(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, id) = (call.node(), wanted(call)?.id.clone());
    call.require(&format!("/storage/{}", call.text("storage")), &["Datastore.Allocate"], false)?;
    let notes = call.parameters.text("notes").map(str::to_owned);
    let protects = call.parameters.text("protected").map(|_| call.parameters.is_set("protected"));
    if let Some(volume) = call.state.cluster.volume_mut(&node, &id) {
        volume.notes = notes.or(volume.notes.take());
        volume.is_protected = protects.unwrap_or(volume.is_protected);
    }
    Ok(Value::Null.into())
}

pub(super) fn remove(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, volume) = (call.node(), wanted(call)?.clone());
    let privilege = if matches!(volume.content.as_str(), "iso" | "vztmpl" | "import") {
        "Datastore.AllocateTemplate"
    } else {
        "Datastore.Allocate"
    };
    call.require(&format!("/storage/{}", volume.storage()), &["Datastore.Allocate", privilege], true)?;
    if volume.is_protected {
        return Err(Refusal::failed(format!("can't remove volume '{}' - it is protected", volume.id)));
    }
    let (id, storage) = (volume.id.clone(), volume.storage().to_owned());
    Ok(call.begin(Work::new("imgdel", storage, move |state, _| state.cluster.remove_volume(&node, &id))))
}

/// The volume that the path names, with its storage's name or without.
fn wanted<'a>(call: &'a Call<'_>) -> Result<&'a Volume, Refusal> {
    let (storage, name) = (call.text("storage"), call.text("volume"));
    let id = if name.contains(':') { name.to_owned() } else { format!("{storage}:{name}") };
    let found = call.state.cluster.volume(call.text("node"), &id);
    found.ok_or_else(|| Refusal::failed(format!("volume '{id}' does not exist")))
}

/// Disks and backups belong to machines, and are shown to those who may see those.
fn may_read(call: &Call<'_>, volume: &Volume) -> bool {
    let of_machine = matches!(volume.content.as_str(), "images" | "backup");
    call.may(&format!("/storage/{}", volume.storage()), &["Datastore.Allocate"])
        || !of_machine
        || volume.machine.is_none_or(|vmid| call.may_see_machine(vmid))
}

fn row(volume: &Volume) -> Value {
    let mut row = json!({
        "volid": volume.id, "format": volume.format, "size": volume.size, "ctime": volume.made,
    });
    if let Value::Object(members) = &mut row {
        members.extend(volume.machine.map(|vmid| ("vmid".to_owned(), json!(vmid))));
        members.extend(volume.parent.as_ref().map(|parent| ("parent".to_owned(), json!(parent))));
        members.extend(volume.notes.as_ref().map(|notes| ("notes".to_owned(), json!(notes))));
        members.extend(volume.is_protected.then(|| ("protected".to_owned(), json!(1))));
    }
    row
}
