//! Where things lie that nobody named: programs on the PATH, what was installed beside this program, and what systemd
//! hands over.

use std::{
    env,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

/// The first program of this name on the PATH; where there is none, `/usr/bin`, so that its absence can be told.
pub(super) fn find(name: &str) -> PathBuf {
    let runs =
        |path: &PathBuf| path.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0);
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path).map(|directory| directory.join(name)).find(runs);
    found.unwrap_or_else(|| Path::new("/usr/bin").join(name))
}

/// Where a link leads, for what sees no links: only the file itself is in the sandbox.
pub(super) fn physical(path: PathBuf) -> PathBuf {
    path.canonicalize().unwrap_or(path)
}

/// `share/fediversity` of where this program was installed to.
pub(super) fn shared() -> PathBuf {
    let program = env::current_exe().unwrap_or_default();
    let installed = program.parent().and_then(Path::parent).unwrap_or(Path::new("/usr"));
    installed.join("share/fediversity")
}

/// A credential of this name, if systemd hands one over (systemd.exec(5), CREDENTIALS_DIRECTORY).
pub(super) fn credential(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env::var_os("CREDENTIALS_DIRECTORY")?).join(name);
    path.is_file().then_some(path)
}
