//! What is for good from the first deployment on.

use domain::{
    deployment::{Applications, LibraryPin, Revision},
    option::{
        Group,
        check::complete,
        finding::{Code, Finding, Path},
    },
};
use serde_json::Value;

use crate::{Ports, error::WorkflowError, versions};

/// The entries that differ from what is live although they are for good. With another library, both are looked at in the newer
/// one: what is live is carried to it, or the entries are.
pub(super) async fn changed(
    ports: &Ports,
    live: &Revision,
    pin: &LibraryPin,
    applications: &Applications,
) -> Result<Vec<Finding>, WorkflowError> {
    let mut found = Vec::new();
    let lived = versions::of(ports, live).await;
    let (carried, migrations) = if live.pin == *pin {
        (lived.clone(), Default::default())
    } else {
        versions::carried(ports, &lived, pin).await?
    };
    let catalogue = ports.evaluator.catalogue(pin).await?;
    let mut older = Vec::new();
    for (name, after) in applications {
        let (Some(module), Some(before)) = (catalogue.application(&after.module), carried.get(name)) else { continue };
        let migration = migrations.get(name);
        if migration.is_some_and(|migration| migration.findings.iter().any(|found| found.code == Code::NewerVersion)) {
            older.push(name);
            continue;
        }
        // What could be carried counts, also where something else could not.
        let options = migration.map_or(&before.options, |migration| &migration.options);
        let at = Path::default().key(name);
        found.extend(differences(&module.options.group, &at, options, &after.options, live.pin == *pin));
    }
    if !older.is_empty() {
        let (raised, _) = versions::carried(ports, applications, &live.pin).await?;
        let catalogue = ports.evaluator.catalogue(&live.pin).await?;
        for name in older {
            let (Some(after), Some(before)) = (raised.get(name), lived.get(name)) else { continue };
            let Some(module) = catalogue.application(&after.module).filter(|_| after.version == before.version) else {
                continue;
            };
            let at = Path::default().key(name);
            found.extend(differences(&module.options.group, &at, &before.options, &after.options, false));
        }
    }
    Ok(found)
}

/// The entries for good that what is live has no value for: another version brought them, and they can still be set.
pub(crate) async fn open(
    ports: &Ports,
    live: &Revision,
    pin: &LibraryPin,
    applications: &Applications,
) -> Result<Vec<Path>, WorkflowError> {
    if live.pin == *pin {
        return Ok(Vec::new());
    }
    let (carried, migrations) = versions::carried(ports, &versions::of(ports, live).await, pin).await?;
    let catalogue = ports.evaluator.catalogue(pin).await?;
    let mut open = Vec::new();
    for (name, configured) in applications {
        let (Some(module), Some(before)) = (catalogue.application(&configured.module), carried.get(name)) else {
            continue;
        };
        let options = migrations.get(name).map_or(&before.options, |migration| &migration.options);
        let new = module
            .options
            .group
            .options
            .iter()
            .filter(|(key, option)| option.immutable && options.get(key.as_str()).is_none());
        open.extend(new.map(|(key, _)| Path::default().key(name).key(key)));
    }
    Ok(open)
}

/// With `implied`, a default counts as entered: with another library, it may be one that nobody had before.
fn differences(group: &Group, at: &Path, before: &Value, after: &Value, implied: bool) -> Vec<Finding> {
    let (then, now) = (complete(group, before), complete(group, after));
    let lasting = group.options.iter().filter(|(key, option)| {
        option.immutable
            && (implied || before.get(key.as_str()).is_some())
            && then.get(key.as_str()) != now.get(key.as_str())
    });
    lasting.map(|(key, _)| Finding::new(&at.key(key), Code::Immutable, now.get(key).unwrap_or(&Value::Null))).collect()
}
