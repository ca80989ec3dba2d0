//! The library in the store, so that what a revision was evaluated with stays.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use domain::deployment::LibraryPin;
use sha2::{Digest, Sha256};
use tokio::task::spawn_blocking;

use crate::{
    Nix,
    config::Bounds,
    failure::Failure,
    flake::FlakeAddress,
    outside::{self, OutsideModule},
    root,
    store_path::StorePath,
};

/// What evaluations read of the library. The rest (tests, documents) may change without a new pin.
const MODULES: [&str; 9] =
    ["default.nix", "contract", "resources", "applications", "layouts", "environments", "machines", "nixos", "sites"];

/// The file of a library that names the store path of the nixpkgs that it is evaluated with.
const NIXPKGS: &str = "nixpkgs";

/// The file of a library that says where that nixpkgs comes from.
const NIXPKGS_SOURCE: &str = "nixpkgs-source";

/// The file of a library that says who answers for modules that are from outside.
const TRUSTED: &str = "trusted.json";

/// The file in which a tree of nixpkgs names its revision, where it was released as one.
const REVISION: &str = ".git-revision";

/// The pin of the library as it was when its files had this fingerprint.
#[derive(Debug)]
pub(crate) struct Pinned {
    fingerprint: [u8; 32],
    pub(crate) path: StorePath,
}

impl Nix {
    pub(crate) async fn pin_library(&self) -> Result<LibraryPin, Failure> {
        let (library, nixpkgs) = (self.config.library.clone(), self.config.nixpkgs.clone());
        let settings = self.config.modules.clone();
        let (fingerprint, outside) = blocking(move || {
            let outside = outside::found(&library, &settings)?;
            Ok((fingerprint(&library, &outside, nixpkgs.as_deref())?, outside))
        })
        .await?;
        // Held while adding, so that the same library is added once.
        let mut pinned = self.pinned.lock().await;
        if let Some(known) = &*pinned
            && known.fingerprint == fingerprint
            && self.keep_library(&known.path).await?
        {
            return Ok(LibraryPin(known.path.name().to_owned()));
        }
        let path = self.add_library(self.admitted(outside).await?).await?;
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
            self.keep_nixpkgs(path).await?;
            return tokio::fs::try_exists(self.layout.physical(path)).await;
        }
        tokio::fs::try_exists(self.layout.physical(path)).await
    }

    async fn keep_nixpkgs(&self, library: &StorePath) -> io::Result<()> {
        match self.nixpkgs_of(library).await? {
            Some(nixpkgs) => root::link(&self.layout.roots().join(root::nixpkgs_name(library)), &nixpkgs).await,
            None => Ok(()),
        }
    }

    /// The nixpkgs that a library in the store is evaluated with.
    pub(crate) async fn nixpkgs_of(&self, library: &StorePath) -> io::Result<Option<StorePath>> {
        match tokio::fs::read_to_string(self.layout.physical(library).join(NIXPKGS)).await {
            Ok(path) => StorePath::parse(path.trim())
                .map(Some)
                .map_err(|_| io::Error::other("the library names no store path of nixpkgs")),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Where the nixpkgs of a library in the store comes from.
    pub(crate) async fn nixpkgs_source_of(&self, library: &StorePath) -> io::Result<Option<String>> {
        match tokio::fs::read_to_string(self.layout.physical(library).join(NIXPKGS_SOURCE)).await {
            Ok(source) => Ok(Some(source)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn nixpkgs_source(&self, nixpkgs: &Path) -> Option<FlakeAddress> {
        if let Some(said) = &self.config.nixpkgs_source {
            return Some(said.clone());
        }
        let revision = tokio::fs::read_to_string(nixpkgs.join(REVISION)).await.ok()?;
        FlakeAddress::of_nixpkgs(revision.trim())
    }

    async fn add_to_store(&self, name: &str, path: &Path, bounds: &Bounds) -> Result<StorePath, Failure> {
        let mut command = self.confinement.command(bounds);
        command.args(["store", "add", "--name", name]).arg(path);
        let answer = self.confinement.answer(command, bounds).await?;
        StorePath::parse(String::from_utf8_lossy(&answer).trim())
    }

    async fn add_library(&self, outside: Vec<OutsideModule>) -> Result<StorePath, Failure> {
        let (library, inputs) = (self.config.library.clone(), self.layout.inputs());
        let copy = blocking(move || {
            let copy = tempfile::tempdir_in(inputs)?;
            let trusted: BTreeMap<&str, &str> =
                outside.iter().map(|module| (module.name.as_str(), module.trusted_by.as_str())).collect();
            for (from, place) in all_files(&library, &outside)? {
                let to = copy.path().join("library").join(place);
                fs::create_dir_all(to.parent().unwrap_or(&to))?;
                fs::copy(from, to)?;
            }
            if !trusted.is_empty() {
                fs::write(copy.path().join("library").join(TRUSTED), serde_json::to_vec(&trusted)?)?;
            }
            Ok(copy)
        })
        .await?;

        let _held = self.hold_store().await?;
        let library = copy.path().join("library");
        if let Some(nixpkgs) = &self.config.nixpkgs {
            // Some 50,000 files.
            let added = self.add_to_store("nixpkgs", nixpkgs, &self.config.limits.collection()).await?;
            tokio::fs::write(library.join(NIXPKGS), added.logical()).await?;
            if let Some(source) = self.nixpkgs_source(nixpkgs).await {
                tokio::fs::write(library.join(NIXPKGS_SOURCE), source.to_string()).await?;
            }
        }
        let path = self.add_to_store("fediversity-library", &library, &self.config.limits.evaluation()).await?;
        self.keep_library(&path).await?;
        Ok(path)
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    spawn_blocking(work).await.map_err(io::Error::other)?
}

/// Changes whenever a file does: the change time can't be set back. A tree of nixpkgs is replaced as a whole.
fn fingerprint(library: &Path, outside: &[OutsideModule], nixpkgs: Option<&Path>) -> io::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let tree = nixpkgs.map(|path| Ok::<_, io::Error>((path.canonicalize()?, PathBuf::from(NIXPKGS)))).transpose()?;
    for (file, place) in all_files(library, outside)?.into_iter().chain(tree) {
        let found = fs::metadata(&file)?;
        hash.update(place.as_os_str().as_encoded_bytes());
        for number in [found.ino(), found.len(), found.ctime().cast_unsigned(), found.ctime_nsec().cast_unsigned()] {
            hash.update(number.to_le_bytes());
        }
    }
    Ok(hash.finalize().into())
}

/// The library's files and their places in it.
pub(crate) fn files_of(library: &Path) -> io::Result<Vec<(PathBuf, PathBuf)>> {
    files(library, MODULES.map(PathBuf::from).into())
}

/// The library's files and those of outside modules, which stand beside its own applications, with their places.
fn all_files(library: &Path, outside: &[OutsideModule]) -> io::Result<Vec<(PathBuf, PathBuf)>> {
    let mut found = files_of(library)?;
    for module in outside {
        let inside = files(&module.directory, vec![PathBuf::new()])?;
        let place = Path::new("applications").join(&module.name);
        found.extend(inside.into_iter().map(|(file, inner)| (file, place.join(inner))));
    }
    Ok(found)
}

/// The files below some places and their places, sorted; hidden ones and what only looks like a file left out.
fn files(directory: &Path, mut waiting: Vec<PathBuf>) -> io::Result<Vec<(PathBuf, PathBuf)>> {
    let mut found = Vec::new();
    while let Some(place) = waiting.pop() {
        let path = directory.join(&place);
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
