//! Versions of application modules: a deployment keeps to the library that it was written for until somebody takes a newer one.

use std::collections::BTreeMap;

use crate::{
    Ports,
    error::WorkflowError,
    port::store::{StoreError, secrets::NewSecret},
};
use domain::{
    application::Catalogue,
    deployment::{Applications, Deployment, LibraryPin, Revision},
    migration::Migration,
    option::{
        finding::{Code, Finding, Path},
        secrets::{Editions, mentioned, refer_at},
    },
    plan::Configuration,
    secret::{Generator, SecretEdition, SecretName},
    upgrade::{Upgrade, VersionChange},
};

/// Names the version that each application's options are for, where nobody has: the one of the library.
pub(crate) fn named(catalogue: &Catalogue, mut applications: Applications) -> Applications {
    for configured in applications.values_mut().filter(|configured| configured.version.is_none()) {
        configured.version = catalogue.application(&configured.module).map(|module| module.version.clone());
    }
    applications
}

/// The applications of a revision with the versions that they are for. Revisions from before these were kept have those of their
/// library.
pub(crate) async fn of(ports: &Ports, revision: &Revision) -> Applications {
    if revision.applications.values().all(|configured| configured.version.is_some()) {
        return revision.applications.clone();
    }
    match ports.evaluator.catalogue(&revision.pin).await {
        Ok(catalogue) => named(&catalogue, revision.applications.clone()),
        Err(_) => revision.applications.clone(),
    }
}

/// Whether a library has these very versions of all applications, so that options mean the same with it.
pub(crate) fn are_of(catalogue: &Catalogue, applications: &Applications) -> bool {
    applications.values().all(|configured| {
        let module = catalogue.application(&configured.module);
        module.is_some_and(|module| configured.version.as_deref().is_none_or(|version| version == module.version))
    })
}

/// The applications of a revision as another library has them, and what became of their options.
pub(crate) async fn carried(
    ports: &Ports,
    applications: &Applications,
    pin: &LibraryPin,
) -> Result<(Applications, BTreeMap<String, Migration>), WorkflowError> {
    let catalogue = ports.evaluator.catalogue(pin).await?;
    if are_of(&catalogue, applications) {
        return Ok((applications.clone(), BTreeMap::new()));
    }
    let migrations = ports.evaluator.migrated(pin, applications).await?;
    let mut carried = applications.clone();
    for (name, configured) in &mut carried {
        if let Some(migration) = migrations.get(name).filter(|migration| reasons_against(migration).next().is_none()) {
            configured.options = migration.options.clone();
            configured.version = None;
        }
    }
    Ok((named(&catalogue, carried), migrations))
}

/// Why the options can't be carried to a version at all. What that version finds wrong with carried ones is mended in its form.
pub(crate) fn reasons_against(migration: &Migration) -> impl Iterator<Item = &Finding> {
    let against = |finding: &&Finding| {
        let of_the_module = finding.path.0.len() == 1 && finding.code == Code::Unknown;
        of_the_module || matches!(finding.code, Code::NotMigrated | Code::NewerVersion | Code::NotAVersion)
    };
    migration.findings.iter().filter(against)
}

/// Has options that were renamed refer to their secrets under the new names, and gives what has to be kept for that.
pub(crate) async fn renamed_secrets(
    ports: &Ports,
    deployment: &Deployment,
    applications: &mut Applications,
    migrations: &BTreeMap<String, Migration>,
) -> Result<Vec<NewSecret>, WorkflowError> {
    if migrations.values().all(|migration| migration.moved.is_empty()) {
        return Ok(Vec::new());
    }
    let (organisation, id) = (deployment.organisation, deployment.id);
    let kept = ports.store.secrets(organisation, id).await?;
    let mut editions = Editions::new(kept.iter().map(|kept| (kept.secret.name.clone(), kept.secret.edition)));
    let mut given = Vec::new();
    for (application, migration) in migrations {
        let Some(configured) = applications.get_mut(application) else { continue };
        let at = Path::default().key(application);
        for (path, edition) in mentioned(&at, &configured.options) {
            // Oldest first: what was renamed twice is still kept under its first name.
            let renamed = migration.moved.iter().rev();
            let earlier = renamed.fold(path.clone(), |path, moved| moved.before(&at, &path).unwrap_or(path));
            if earlier == path {
                continue;
            }
            let kept_secret =
                match ports.store.sealed(organisation, id, &SecretName::of_option(&earlier), edition).await {
                    // A reference that leads nowhere is found as it is.
                    Err(StoreError::NotFound) => continue,
                    found => found?,
                };
            let name = SecretName::of_option(&path);
            // A name that never had a text takes the number along, so that nothing else looks changed.
            let is_new = !kept.iter().any(|kept| kept.secret.name == name);
            let next = if is_new { edition } else { editions.next(&name) };
            refer_at(&mut configured.options, &path.0[at.0.len()..], next);
            let secret = SecretEdition { name, edition: next, generator: Generator::Given };
            given.push(NewSecret { secret, sealed: kept_secret.sealed, public_half: kept_secret.public_half });
        }
    }
    Ok(given)
}

/// What a plan does to applications that are live by building them with another library. Where the closure stays the same,
/// so does everything.
///
/// Errors: `NoWayBack` where an older version would meet what a newer one has changed for good.
pub(crate) fn upgrades(
    live: &Revision,
    pin: &LibraryPin,
    applications: &Applications,
    configuration: &Configuration,
    migrations: &BTreeMap<String, Migration>,
) -> Result<Vec<Upgrade>, WorkflowError> {
    if live.pin == *pin || live.plan.configuration.out_path == configuration.out_path {
        return Ok(Vec::new());
    }
    let mut upgrades = Vec::new();
    for (name, before) in &live.applications {
        let Some(after) = applications.get(name).filter(|after| after.module == before.module) else { continue };
        let operation = live.plan.placement.operations.get(name);
        let keeps = operation.is_some_and(|operation| operation.state.iter().any(|state| !state.rebuilt));
        let upgrade = Upgrade {
            versions: VersionChange {
                application: name.clone(),
                from: before.version.clone().unwrap_or_default(),
                to: after.version.clone().unwrap_or_default(),
            },
            needs_dump: keeps,
            dropped: migrations.get(name).map(|migration| migration.dropped.clone()).unwrap_or_default(),
        };
        if upgrade.goes_back() && keeps && operation.is_some_and(|operation| !operation.upgrade.reversible) {
            return Err(WorkflowError::NoWayBack { application: before.module.clone(), version: upgrade.versions.to });
        }
        upgrades.push(upgrade);
    }
    Ok(upgrades)
}
