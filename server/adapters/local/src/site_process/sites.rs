//! Which site answers under which name.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use crate::site::{Site, SiteError};

/// So many sites are kept read; one is some kilobytes.
const KEPT: usize = 256;

/// The links to the sites, and the sites that were read.
#[derive(Debug)]
pub(crate) struct Sites {
    links: PathBuf,
    /// By what a link points to: a site is read once, and never stale, as closures don't change.
    read: Mutex<HashMap<PathBuf, Arc<Site>>>,
}

impl Sites {
    pub(crate) fn of(directory: &Path) -> Self {
        Self { links: directory.join("sites"), read: Mutex::default() }
    }

    /// The site that answers under a name that came through [`crate::site::site_host`]; none when there is none.
    pub(crate) fn find(&self, host: &str) -> Result<Option<Arc<Site>>, SiteError> {
        let link = self.links.join(host);
        let target = match fs::read_link(&link) {
            Ok(target) => target,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidInput) => {
                return Ok(None);
            }
            Err(source) => return Err(SiteError::Unreadable { path: link, source }),
        };
        let known = self.read.lock().unwrap_or_else(PoisonError::into_inner).get(&target).cloned();
        if known.is_some() {
            return Ok(known);
        }
        let site = Arc::new(Site::read(&target)?);
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if read.len() >= KEPT {
            read.clear();
        }
        read.insert(target, Arc::clone(&site));
        Ok(Some(site))
    }
}
