//! Where a site process listens, and which program it is: how others find out whether it is the one they want.

use std::{
    env, fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use serde::{Deserialize, Serialize};

use crate::durable;

/// What a site process announces in `listening`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Listening {
    pub(crate) address: SocketAddr,
    /// Where it looks for sites. After a directory was renamed, a process keeps looking in the old place.
    pub(crate) directory: PathBuf,
    /// See [`program_of`].
    pub(crate) program: String,
}

impl Listening {
    pub(crate) fn announce(directory: &Path, address: SocketAddr) -> io::Result<()> {
        let listening = Self { address, directory: directory.to_owned(), program: program_of(&env::current_exe()?)? };
        durable::replace_file(&path(directory), &serde_json::to_vec(&listening)?)
    }

    pub(crate) fn withdraw(directory: &Path) -> io::Result<()> {
        durable::remove(&path(directory))
    }

    /// None when nothing is announced, or nothing that we understand.
    pub(crate) fn announced(directory: &Path) -> io::Result<Option<Self>> {
        match fs::read(path(directory)) {
            Ok(text) => Ok(serde_json::from_slice(&text).ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Tells one build of a program from the next, which the version alone does not.
pub(crate) fn program_of(program: &Path) -> io::Result<String> {
    let program = fs::canonicalize(program)?;
    let metadata = fs::metadata(&program)?;
    let changed = metadata.modified()?.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    Ok(format!("{} {} {} {changed}", env!("CARGO_PKG_VERSION"), program.display(), metadata.len()))
}

fn path(directory: &Path) -> PathBuf {
    directory.join("listening")
}
