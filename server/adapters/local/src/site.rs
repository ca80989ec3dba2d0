//! A site as it lies in a closure: files, and rules for the paths that are not simply files.

mod host;
mod request_path;
mod rules;

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

pub(crate) use host::site_host;
pub(crate) use request_path::decoded;
pub(crate) use rules::Rules;

use crate::closure::store_path_of;

/// Rules are small; what is larger was not made by the library.
const RULES_LIMIT: u64 = 1024 * 1024;

/// A site of a closure. Closures never change, so neither does what is read here.
#[derive(Debug)]
pub(crate) struct Site {
    /// The store path of its closure.
    pub(crate) closure: String,
    /// `application.requirement`.
    pub(crate) name: String,
    pub(crate) rules: Rules,
    files: PathBuf,
}

/// Why a directory is not a site.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SiteError {
    #[error("{} is not in a closure", .0.display())]
    NotInAClosure(PathBuf),
    #[error("{} can't be read", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{} is not what a site's rules look like", path.display())]
    Malformed { path: PathBuf, source: serde_json::Error },
}

/// What there is at a path of a site.
#[derive(Debug)]
pub(crate) enum Found {
    /// A file, and its path below the site's files.
    File(File, String),
    /// A directory that was asked for without its final slash.
    Directory,
    Nothing,
}

impl Site {
    /// Reads a site from its directory, `…/nix/store/<closure>/<application>.<requirement>`.
    pub(crate) fn read(directory: &Path) -> Result<Self, SiteError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |source| SiteError::Unreadable { path, source }
        };
        // Links above the site are followed here, so that links below it can be told apart.
        let directory = fs::canonicalize(directory).map_err(unreadable(directory))?;
        let closure = directory.parent().and_then(store_path_of);
        let name = directory.file_name().and_then(|name| name.to_str());
        let (Some(closure), Some(name)) = (closure, name) else { return Err(SiteError::NotInAClosure(directory)) };

        let path = directory.join("site.json");
        let length = fs::metadata(&path).map_err(unreadable(&path))?.len();
        if length > RULES_LIMIT {
            return Err(unreadable(&path)(io::ErrorKind::FileTooLarge.into()));
        }
        let text = fs::read(&path).map_err(unreadable(&path))?;
        let rules = serde_json::from_slice(&text).map_err(|source| SiteError::Malformed { path, source })?;
        Ok(Self { closure: closure.to_owned(), name: name.to_owned(), rules, files: directory.join("files") })
    }

    /// Whether the closure is still on the disk.
    pub(crate) fn is_there(&self) -> bool {
        self.files.parent().is_some_and(Path::is_dir)
    }

    /// Opens what a path that came through [`decoded`] names. Nothing outside of the site's files can be named.
    pub(crate) fn find(&self, path: &str) -> io::Result<Found> {
        let Some(found) = self.inside(path.trim_start_matches('/'))? else { return Ok(Found::Nothing) };
        if !found.is_dir() {
            return if path.ends_with('/') { Ok(Found::Nothing) } else { self.open(&found) };
        }
        if !path.ends_with('/') {
            return Ok(Found::Directory);
        }
        match self.inside(&format!("{}index.html", path.trim_start_matches('/')))? {
            Some(index) => self.open(&index),
            None => Ok(Found::Nothing),
        }
    }

    fn inside(&self, path: &str) -> io::Result<Option<PathBuf>> {
        use io::ErrorKind::{InvalidFilename, NotADirectory, NotFound, PermissionDenied};

        match fs::canonicalize(self.files.join(path)) {
            Ok(real) => Ok(real.starts_with(&self.files).then_some(real)),
            Err(error)
                if matches!(error.kind(), NotFound | NotADirectory | InvalidFilename | PermissionDenied)
                    || error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) =>
            {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn open(&self, real: &Path) -> io::Result<Found> {
        if !real.is_file() {
            return Ok(Found::Nothing);
        }
        let path = real.strip_prefix(&self.files).map_err(io::Error::other)?;
        Ok(Found::File(File::open(real)?, path.to_string_lossy().into_owned()))
    }
}
