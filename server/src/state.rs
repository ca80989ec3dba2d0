//! The state directory: ours to write, and one server's at a time.

use std::{
    fs::{self, DirBuilder, File, TryLockError},
    io,
    os::unix::fs::{DirBuilderExt, MetadataExt},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

/// Longer than somebody holds the lock only to look whether it is held.
const LOCK_LIMIT: Duration = Duration::from_millis(500);
const PAUSE: Duration = Duration::from_millis(20);

/// Why the state directory can't be used.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    #[error("another server already uses the state directory {}: end it first, or choose another with --state", .0.display())]
    Held(PathBuf),
    #[error("the state directory {} can't be made or written: choose another with --state, or let this user write there", path.display())]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("the state directory {} belongs to another user (number {owner}): run this as that user", path.display())]
    NotOurs { path: PathBuf, owner: u32 },
    #[error("there is no state directory {}: start the server first, or name the right one with --state", .0.display())]
    Missing(PathBuf),
}

/// A server's hold on its state directory, for as long as it lives; the kernel frees it however the server ends.
#[derive(Debug)]
pub struct Held {
    _lock: File,
}

/// Makes the directory where it is missing, readable by nobody else.
pub fn prepare(state: &Path) -> Result<(), StateError> {
    let unwritable = |source| StateError::Unwritable { path: state.to_owned(), source };
    DirBuilder::new().recursive(true).mode(0o700).create(state).map_err(unwritable)?;
    check_owner(state)
}

/// For commands that need what a server has made: nothing is made.
pub fn find(state: &Path) -> Result<(), StateError> {
    if !state.is_dir() {
        return Err(StateError::Missing(state.to_owned()));
    }
    check_owner(state)
}

/// What root wrote among a server's files, the server could not read any more.
fn check_owner(state: &Path) -> Result<(), StateError> {
    let unwritable = |source| StateError::Unwritable { path: state.to_owned(), source };
    let owner = fs::metadata(state).map_err(unwritable)?.uid();
    if owner != rustix::process::geteuid().as_raw() {
        return Err(StateError::NotOurs { path: state.to_owned(), owner });
    }
    Ok(())
}

/// Takes the directory for one server.
pub fn hold(state: &Path) -> Result<Held, StateError> {
    let unwritable = |source| StateError::Unwritable { path: state.to_owned(), source };
    let lock = open(state).map_err(unwritable)?;
    let deadline = Instant::now() + LOCK_LIMIT;
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(Held { _lock: lock }),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(StateError::Held(state.to_owned())),
            Err(TryLockError::Error(error)) => return Err(unwritable(error)),
        }
    }
}

/// Whether a server uses the directory at the moment.
pub fn is_held(state: &Path) -> Result<bool, StateError> {
    let unwritable = |source| StateError::Unwritable { path: state.to_owned(), source };
    match open(state).map_err(unwritable)?.try_lock_shared() {
        Ok(()) => Ok(false),
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(error)) => Err(unwritable(error)),
    }
}

fn open(state: &Path) -> io::Result<File> {
    File::options().read(true).write(true).create(true).truncate(false).open(state.join("lock"))
}
