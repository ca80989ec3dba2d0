//! What the links of each deployment should be, so that a change that was cut off can be finished by anybody.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use domain::identifier::DeploymentId;
use serde::{Deserialize, Serialize};

use crate::durable;

/// What is wanted of a deployment. It is written before the links change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    /// The newest claim that has acted on the deployment.
    pub(super) fence: i64,
    /// The closure's store path; none when nothing is active.
    pub(super) out_path: Option<String>,
    /// The sites of the closure, `application.requirement`, by host.
    pub(super) hosts: BTreeMap<String, String>,
    /// Hosts that it had, as long as their links may be left.
    pub(super) leaving: BTreeSet<String>,
}

/// The records of all deployments.
#[derive(Debug)]
pub(super) struct Records {
    directory: PathBuf,
}

impl Records {
    pub(super) fn of(directory: &Path) -> io::Result<Self> {
        let directory = directory.join("deployments");
        durable::make_directory(&directory)?;
        Ok(Self { directory })
    }

    /// The lock under which records and links change. There is one for all deployments, as a host may pass from one to
    /// another; it is held for milliseconds.
    pub(super) fn lock_path(&self) -> PathBuf {
        self.directory.join("lock")
    }

    pub(super) fn read(&self, deployment: DeploymentId) -> io::Result<Option<Record>> {
        match fs::read(self.path(deployment)) {
            Ok(text) => Ok(Some(serde_json::from_slice(&text)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(super) fn write(&self, deployment: DeploymentId, record: &Record) -> io::Result<()> {
        durable::replace_file(&self.path(deployment), &serde_json::to_vec_pretty(record)?)
    }

    pub(super) fn deployments(&self) -> io::Result<Vec<DeploymentId>> {
        let names = fs::read_dir(&self.directory)?.map(|entry| Ok(entry?.file_name()));
        let names = names.collect::<io::Result<Vec<_>>>()?;
        Ok(names.iter().filter_map(|name| name.to_str()?.strip_suffix(".json")?.parse().ok()).collect())
    }

    /// The hosts that belong to other deployments.
    pub(super) fn hosts_of_others(&self, deployment: DeploymentId) -> io::Result<BTreeSet<String>> {
        let mut hosts = BTreeSet::new();
        for other in self.deployments()?.into_iter().filter(|other| *other != deployment) {
            hosts.extend(self.read(other)?.unwrap_or_default().hosts.into_keys());
        }
        Ok(hosts)
    }

    fn path(&self, deployment: DeploymentId) -> PathBuf {
        self.directory.join(format!("{deployment}.json"))
    }
}
