//! Locks on files. The kernel frees them when their holder dies, however it dies.

use std::{
    fs::{File, TryLockError},
    io,
    path::Path,
    thread,
    time::{Duration, Instant},
};

const PAUSE: Duration = Duration::from_millis(5);

/// An exclusive lock, until it is dropped.
#[derive(Debug)]
pub(crate) struct Held(File);

impl Held {
    /// Waits for a lock, but not for ever; none when somebody else keeps it. Blocks the thread.
    pub(crate) fn within(path: &Path, limit: Duration) -> io::Result<Option<Self>> {
        let file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
        let deadline = Instant::now() + limit;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Some(Self(file))),
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) if Instant::now() >= deadline => return Ok(None),
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            }
        }
    }

    /// Whether somebody holds the lock at the moment.
    pub(crate) fn by_somebody(path: &Path) -> io::Result<bool> {
        Ok(Self::within(path, Duration::ZERO)?.is_none())
    }
}

impl Drop for Held {
    /// Closing alone would leave the lock with a process that is being started and has not dropped our files yet.
    fn drop(&mut self) {
        if let Err(error) = self.0.unlock() {
            tracing::warn!(error = &error as &dyn std::error::Error, "a lock could not be freed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_has_one_holder() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("lock");

        let held = Held::within(&path, Duration::ZERO).unwrap();

        assert!(held.is_some());
        assert!(Held::by_somebody(&path).unwrap());
        drop(held);
        assert!(!Held::by_somebody(&path).unwrap());
    }
}
