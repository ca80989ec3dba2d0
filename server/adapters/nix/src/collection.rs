//! Collection: throws away what no root keeps.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::Path,
    time::{Duration, SystemTime},
};

use domain::deployment::LibraryPin;
use tokio::task::spawn_blocking;
use workflow::port::builder::BuildError;

use crate::{Nix, failure::Failure, root};

/// Values that were written longer ago than any evaluation takes were left behind by one that was killed.
const FORGOTTEN: Duration = Duration::from_secs(3600);

/// Longer than anybody takes from a library's last pinning to the revision that is planned with it.
const YOUNG: Duration = Duration::from_secs(3600);

impl Nix {
    /// Collects what has no root, and what killed processes left behind. While something else uses the store, in this
    /// program or another, it does nothing and says `false`: collecting can wait, and nobody waits for a build's end.
    pub async fn collect(&self) -> Result<bool, BuildError> {
        Ok(self.collect_garbage().await?)
    }

    /// Releases the libraries that are neither these nor the one of today. Those that anybody, in this program or another,
    /// pinned within the last hour stay: what is being planned with them is not yet in the records.
    pub async fn release_libraries_but(&self, kept: &[LibraryPin]) -> Result<(), BuildError> {
        Ok(self.release_libraries(kept).await?)
    }

    async fn release_libraries(&self, kept: &[LibraryPin]) -> Result<(), Failure> {
        let today = self.pinned.lock().await.as_ref().map(|pinned| pinned.path.name().to_owned());
        for name in self.links().await? {
            let Some(library) = root::parse_library(&name) else { continue };
            if kept.iter().any(|pin| pin.0 == library) || today.as_deref() == Some(library) {
                continue;
            }
            root::remove_unused(&self.layout.roots().join(&name), YOUNG).await?;
        }
        // A library's nixpkgs goes with it.
        let left = self.links().await?;
        for name in &left {
            let Some(library) = root::parse_nixpkgs(name) else { continue };
            if !left.iter().any(|other| root::parse_library(other) == Some(library)) {
                root::remove(&self.layout.roots().join(name)).await?;
            }
        }
        Ok(())
    }

    async fn collect_garbage(&self) -> Result<bool, Failure> {
        let lock = File::create(self.layout.lock())?;
        let _alone = match lock.try_lock() {
            Ok(()) => lock,
            Err(TryLockError::WouldBlock) => return Ok(false),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        };
        for name in self.links().await?.iter().filter(|name| name.contains(".tmp-")) {
            // Nothing else is at work, so nobody is about to put it in place.
            root::remove(&self.layout.roots().join(name)).await?;
        }
        let (inputs, scratch, builds) = (self.layout.inputs(), self.layout.scratch(), self.layout.builds());
        let swept = spawn_blocking(move || {
            sweep(&inputs, FORGOTTEN)?;
            sweep(&scratch, Duration::ZERO)?;
            sweep(&builds, Duration::ZERO)
        });
        swept.await.map_err(io::Error::other)??;

        let bounds = self.config.limits.collection();
        let mut command = self.confinement.command(&bounds);
        command.args(["store", "gc"]);
        self.confinement.answer(command, &bounds).await?;
        Ok(true)
    }

    /// Keeps collections away for as long as the answer is held.
    ///
    /// Nix protects what a process works on by a file named after its process id, and in namespaces of their own all
    /// have the same one: they take it from each other. So what protects them is this.
    pub(crate) async fn hold_store(&self) -> io::Result<File> {
        let lock = File::create(self.layout.lock())?;
        match lock.try_lock_shared() {
            Ok(()) => Ok(lock),
            Err(TryLockError::Error(error)) => Err(error),
            Err(TryLockError::WouldBlock) => {
                let waiting = spawn_blocking(move || lock.lock_shared().map(|()| lock));
                waiting.await.map_err(io::Error::other)?
            }
        }
    }
}

/// Removes what is older than this in a directory. What can't be removed is left for the next time.
fn sweep(directory: &Path, age: Duration) -> io::Result<()> {
    let entries = match fs::read_dir(directory) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let old = SystemTime::now().duration_since(entry.metadata()?.modified()?).is_ok_and(|since| since >= age);
        if old && let Err(error) = fs::remove_dir_all(entry.path()) {
            tracing::warn!(path = %entry.path().display(), %error, "a leftover can't be removed");
        }
    }
    Ok(())
}
