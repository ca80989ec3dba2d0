//! Where things lie below the state directory.

use std::{
    fs, io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use crate::store_path::StorePath;

/// The directory `nix` of the state directory. Its `nix` is what Nix sees as `/nix`; the rest stands beside that.
#[derive(Debug)]
pub(crate) struct Layout {
    base: PathBuf,
}

impl Layout {
    pub(crate) fn make(state: &Path) -> io::Result<Self> {
        let base = state.join("nix");
        fs::create_dir_all(&base)?;
        // Restricted evaluation compares paths after links are followed.
        let layout = Self { base: base.canonicalize()? };
        for directory in [layout.home(), layout.configuration(), layout.scratch(), layout.inputs(), layout.roots()] {
            fs::create_dir_all(directory)?;
        }
        // Operators' values lie here for a moment.
        fs::set_permissions(layout.inputs(), fs::Permissions::from_mode(0o700))?;
        fs::write(layout.configuration().join("nix.conf"), "")?;
        Ok(layout)
    }

    /// What is given to Nix as the root of its store.
    pub(crate) fn store(&self) -> &Path {
        &self.base
    }

    /// Where a store path really is.
    pub(crate) fn physical(&self, path: &StorePath) -> PathBuf {
        self.base.join("nix/store").join(path.name())
    }

    /// Where the links are that keep closures.
    ///
    /// Links in this directory of Nix's own are roots by themselves. Links elsewhere are roots by a second link with an
    /// absolute path, which breaks without a word when the state directory is renamed.
    pub(crate) fn roots(&self) -> PathBuf {
        self.base.join("nix/var/nix/gcroots/fediversity")
    }

    /// Builds that go on; what a killed one left behind.
    pub(crate) fn builds(&self) -> PathBuf {
        self.base.join("nix/var/nix/builds")
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.base.join("home")
    }

    pub(crate) fn configuration(&self) -> PathBuf {
        self.base.join("conf")
    }

    pub(crate) fn scratch(&self) -> PathBuf {
        self.base.join("tmp")
    }

    /// What evaluations read, and libraries on their way into the store.
    pub(crate) fn inputs(&self) -> PathBuf {
        self.base.join("inputs")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.base.join("lock")
    }
}
