//! The library in the store, so that what a revision was evaluated with stays.

use std::{
    ffi::OsStr,
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use domain::deployment::LibraryPin;
use sha2::{Digest, Sha256};
use tokio::task::spawn_blocking;

use crate::{Nix, failure::Failure, root, store_path::StorePath};

/// What evaluations read of the library. The rest (tests, documents) may change without a new pin.
const MODULES: [&str; 6] = ["default.nix", "contract", "resources", "applications", "environments", "modules"];

/// The pin of the library as it was when its files had this fingerprint.
#[derive(Debug)]
pub(crate) struct Pinned {
    fingerprint: [u8; 32],
    pub(crate) path: StorePath,
}

impl Nix {
    pub(crate) async fn pin_library(&self) -> Result<LibraryPin, Failure> {
        let library = self.config.library.clone();
        let fingerprint = blocking(move || fingerprint(&library)).await?;
        // Held while adding, so that the same library is added once.
        let mut pinned = self.pinned.lock().await;
        if let Some(known) = &*pinned
            && known.fingerprint == fingerprint
            && self.keep_library(&known.path).await?
        {
            return Ok(LibraryPin(known.path.name().to_owned()));
        }
        let path = self.add_library().await?;
        let pin = LibraryPin(path.name().to_owned());
        *pinned = Some(Pinned { fingerprint, path });
        Ok(pin)
    }

    /// Makes sure of a library's root, for as long as it takes to plan with it; says whether the library is in the store.
    pub(crate) async fn keep_library(&self, path: &StorePath) -> io::Result<bool> {
        let link = self.layout.roots().join(root::library_name(path));
        if !root::touch(&link, path).await? {
            // A collection under way would not see the link. At its end the library is either there to stay or gone.
            let _held = self.hold_store().await?;
            root::link(&link, path).await?;
            return tokio::fs::try_exists(self.layout.physical(path)).await;
        }
        tokio::fs::try_exists(self.layout.physical(path)).await
    }

    async fn add_library(&self) -> Result<StorePath, Failure> {
        let (library, inputs) = (self.config.library.clone(), self.layout.inputs());
        let copy = blocking(move || {
            let copy = tempfile::tempdir_in(inputs)?;
            for (from, place) in files(&library)? {
                let to = copy.path().join("library").join(place);
                fs::create_dir_all(to.parent().unwrap_or(&to))?;
                fs::copy(from, to)?;
            }
            Ok(copy)
        })
        .await?;

        let bounds = self.config.limits.evaluation();
        let _held = self.hold_store().await?;
        let mut command = self.confinement.command(&bounds);
        command.args(["store", "add", "--name", "fediversity-library"]).arg(copy.path().join("library"));
        let answer = self.confinement.answer(command, &bounds).await?;
        let path = StorePath::parse(String::from_utf8_lossy(&answer).trim())?;
        self.keep_library(&path).await?;
        Ok(path)
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    spawn_blocking(work).await.map_err(io::Error::other)?
}

/// Changes whenever a file does: the change time can't be set back.
fn fingerprint(library: &Path) -> io::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    for (file, place) in files(library)? {
        let found = fs::metadata(&file)?;
        hash.update(place.as_os_str().as_encoded_bytes());
        for number in [found.ino(), found.len(), found.ctime().cast_unsigned(), found.ctime_nsec().cast_unsigned()] {
            hash.update(number.to_le_bytes());
        }
    }
    Ok(hash.finalize().into())
}

/// The library's files and their places in it, sorted; hidden ones and what only looks like a file left out.
fn files(library: &Path) -> io::Result<Vec<(PathBuf, PathBuf)>> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = MODULES.map(PathBuf::from).into();
    while let Some(place) = waiting.pop() {
        let path = library.join(&place);
        match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && place.iter().count() == 1 => {}
            Err(error) => return Err(error),
            Ok(metadata) if metadata.is_file() => found.push((path, place)),
            Ok(metadata) if metadata.is_dir() => {
                for entry in fs::read_dir(&path)? {
                    let name = entry?.file_name();
                    if !is_hidden(&name) {
                        waiting.push(place.join(name));
                    }
                }
            }
            Ok(_) => {}
        }
    }
    found.sort();
    Ok(found)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}
