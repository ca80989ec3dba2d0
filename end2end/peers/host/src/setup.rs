//! Where the set-up of the tests laid what peers are made of.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::PeerError;

/// Systems that a peer can be switched to: a function for `nix build --file`, described in its `default.nix`.
pub fn closures() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/closures"))
}

/// What is laid over the Debian that all peers share.
pub(crate) fn configuration() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/root"))
}

pub(crate) fn script(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts")).join(name)
}

/// The project's cache, as `.ci/setup/prelude.sh` finds it, when it holds what `.ci/setup/peer.sh` makes.
pub(crate) fn cache() -> Result<PathBuf, PeerError> {
    let base = env::var_os("XDG_CACHE_HOME").filter(|base| !base.is_empty()).map(PathBuf::from);
    let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".cache"));
    let cache = base.or_else(home).unwrap_or_default().join("fediversity");
    for part in ["peer/debian", "nix/system/usr/bin/nix"] {
        let part = cache.join(part);
        if !part.exists() {
            return Err(PeerError::NotSetUp(part));
        }
    }
    let mount = cache.join("peer/mount");
    std::fs::create_dir_all(&mount).map_err(PeerError::io(format!("making {}", mount.display())))?;
    Ok(cache)
}
