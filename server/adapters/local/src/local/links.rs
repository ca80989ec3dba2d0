//! Changing what is served: first the record, then the links, so that repeating a change that was cut off anywhere ends
//! as if it had not been.
//!
//! **Invariant:** a link that a visitor can see is made by [`carry_out`], from a record that is on the disk.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use domain::{identifier::DeploymentId, name::is_domain, plan::ConfiguredSite};
use workflow::port::{
    builder::Build,
    provider::{Fence, ProviderError},
};

use super::{
    records::{Record, Records},
    sorted, unavailable,
};
use crate::{
    closure::{directory_of, store_path_of},
    config::Places,
    durable,
    held::Held,
    site::{Site, SiteError},
    site_process,
};

const LOCK_LIMIT: Duration = Duration::from_secs(10);

/// Why a closure can't be activated here.
#[derive(Debug, thiserror::Error)]
enum ActivationError {
    #[error("{} is not where {out_path} should be, {}", directory.display(), expected.display())]
    Elsewhere { out_path: String, directory: PathBuf, expected: PathBuf },
    #[error("“{0}” is not the name of a site in a closure")]
    Name(String),
    #[error("“{0}” can't be the host of a site")]
    Host(String),
    #[error("{0} belongs to another deployment")]
    Taken(String),
    #[error("two sites want to answer as {0}")]
    Twice(String),
    #[error("it holds no such site")]
    Site(#[source] SiteError),
    #[error("the links are being changed by somebody who does not come to an end")]
    Busy,
}

/// Serves the sites of a build in the place of what the deployment served before.
pub(super) fn activate(
    places: &Places,
    fence: Fence,
    sites: &BTreeMap<String, ConfiguredSite>,
    build: &Build,
) -> Result<(), ProviderError> {
    let hosts = checked(places, sites, build).map_err(refused)?;
    change(places, fence, Some(build.out_path.clone()), hosts)
}

/// Serves nothing of a deployment any more.
pub(super) fn deactivate(places: &Places, fence: Fence) -> Result<(), ProviderError> {
    change(places, fence, None, BTreeMap::new())
}

/// The closure that all links of a deployment really lead to.
pub(super) fn active(places: &Places, deployment: DeploymentId) -> Result<Option<String>, ProviderError> {
    let Some(record) = Records::of(&places.directory).and_then(|records| records.read(deployment)).map_err(sorted)?
    else {
        return Ok(None);
    };
    let leads_there = |(host, name): (&String, &String)| {
        let target = fs::read_link(link(places, host)).ok()?;
        let closure = store_path_of(target.parent()?)?.to_owned();
        (target.ends_with(name) && target.is_dir()).then_some(closure)
    };
    let is_served = record.hosts.iter().all(|site| leads_there(site) == record.out_path);
    Ok(record.out_path.filter(|_| is_served))
}

/// Carries out every record once more.
pub(super) fn reassert(places: &Places) -> Result<(), ProviderError> {
    let records = Records::of(&places.directory).map_err(sorted)?;
    let _lock = lock(&records)?;
    for deployment in records.deployments().map_err(sorted)? {
        let Some(record) = records.read(deployment).map_err(sorted)? else { continue };
        let closure = record.out_path.as_ref().map(|out_path| directory_of(&places.store, out_path));
        if closure.is_some_and(|closure| !closure.is_dir()) {
            // A link into nothing would be no better; the deployment's owner sees that it does not answer.
            tracing::warn!(%deployment, out_path = record.out_path, "a closure that was active is gone");
            continue;
        }
        settle(places, &records, deployment, record).map_err(sorted)?;
    }
    Ok(())
}

/// Looks at everything that could be wrong before anything is changed.
fn checked(
    places: &Places,
    sites: &BTreeMap<String, ConfiguredSite>,
    build: &Build,
) -> Result<BTreeMap<String, String>, ActivationError> {
    let expected = directory_of(&places.store, &build.out_path);
    if store_path_of(&expected) != Some(&build.out_path)
        || fs::canonicalize(&expected).ok() != fs::canonicalize(&build.directory).ok()
    {
        let (out_path, directory) = (build.out_path.clone(), build.directory.clone());
        return Err(ActivationError::Elsewhere { out_path, directory, expected });
    }
    let mut hosts = BTreeMap::new();
    for (name, ConfiguredSite { host }) in sites {
        if Path::new(name).file_name().is_none_or(|file| file != name.as_str()) {
            return Err(ActivationError::Name(name.clone()));
        }
        if !is_domain(host) {
            return Err(ActivationError::Host(host.clone()));
        }
        Site::read(&expected.join(name)).map_err(ActivationError::Site)?;
        if hosts.insert(host.clone(), name.clone()).is_some() {
            return Err(ActivationError::Twice(host.clone()));
        }
    }
    Ok(hosts)
}

fn change(
    places: &Places,
    fence: Fence,
    out_path: Option<String>,
    hosts: BTreeMap<String, String>,
) -> Result<(), ProviderError> {
    let records = Records::of(&places.directory).map_err(sorted)?;
    let _lock = lock(&records)?;
    let before = records.read(fence.deployment).map_err(sorted)?;
    if before.as_ref().is_some_and(|before| before.fence > fence.number) {
        return Err(ProviderError::Fenced);
    }
    let old = before.clone().unwrap_or_default();
    if hosts.keys().any(|host| !old.hosts.contains_key(host)) {
        let others = records.hosts_of_others(fence.deployment).map_err(sorted)?;
        if let Some(host) = hosts.keys().find(|host| others.contains(*host)) {
            return Err(refused(ActivationError::Taken(host.clone())));
        }
    }
    let had = old.hosts.into_keys().chain(old.leaving);
    let leaving = had.filter(|host| !hosts.contains_key(host)).collect();
    let record = Record { fence: fence.number, out_path, hosts, leaving };
    if before.as_ref() != Some(&record) {
        records.write(fence.deployment, &record).map_err(sorted)?;
    }
    settle(places, &records, fence.deployment, record).map_err(sorted)
}

/// Carries out a record, and forgets the hosts that have left.
fn settle(places: &Places, records: &Records, deployment: DeploymentId, mut record: Record) -> io::Result<()> {
    if !record.leaving.is_empty() {
        // A host may have passed to another deployment since it was to leave.
        let others = records.hosts_of_others(deployment)?;
        record.leaving.retain(|host| !others.contains(host));
        carry_out(places, &record)?;
        record.leaving = BTreeSet::new();
        return records.write(deployment, &record);
    }
    carry_out(places, &record)
}

fn carry_out(places: &Places, record: &Record) -> io::Result<()> {
    site_process::prepare(&places.directory)?;
    let mut changed = false;
    if let Some(out_path) = &record.out_path {
        let closure = fs::canonicalize(directory_of(&places.store, out_path))?;
        for (host, name) in &record.hosts {
            let (link, target) = (link(places, host), closure.join(name));
            if fs::read_link(&link).ok().as_ref() != Some(&target) {
                durable::replace_link(&link, &target)?;
                changed = true;
            }
        }
    }
    for host in &record.leaving {
        durable::remove(&link(places, host))?;
        changed = true;
    }
    if changed { durable::sync_directory(&places.directory.join("sites")) } else { Ok(()) }
}

fn link(places: &Places, host: &str) -> PathBuf {
    places.directory.join("sites").join(host)
}

fn lock(records: &Records) -> Result<Held, ProviderError> {
    let lock = Held::within(&records.lock_path(), LOCK_LIMIT).map_err(sorted)?;
    lock.ok_or_else(|| unavailable(ActivationError::Busy))
}

fn refused(error: ActivationError) -> ProviderError {
    ProviderError::Refused(Box::new(error))
}
