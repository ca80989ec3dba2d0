//! Files and links that are replaced at once: whoever looks sees the old or the new, also after a power cut.

use std::{
    fs::{self, DirBuilder, File},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, symlink},
    path::{Path, PathBuf},
};

use rustix::fs::{Mode, OFlags};

/// Replaces a file by one that only its owner may read.
pub(crate) fn replace_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let new = beside(path)?;
    let mut file = File::options().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    sync_directory(path.parent().ok_or(io::ErrorKind::InvalidInput)?)
}

/// Makes `path` a link to `target`, in the place of what was there. The caller syncs the directory.
pub(crate) fn replace_link(path: &Path, target: &Path) -> io::Result<()> {
    let new = beside(path)?;
    remove(&new)?;
    symlink(target, &new)?;
    fs::rename(&new, path)
}

/// Removes a file or link. Removing what is not there changes nothing.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Makes a directory that only its owner may look into.
pub(crate) fn make_directory(directory: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(directory)
}

/// Makes names that changed in a directory survive a power cut.
pub(crate) fn sync_directory(directory: &Path) -> io::Result<()> {
    let directory = rustix::fs::open(directory, OFlags::DIRECTORY | OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())?;
    Ok(rustix::fs::fsync(directory)?)
}

/// A name in the same directory that no host and no deployment has. What a crash leaves there is overwritten.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().and_then(|name| name.to_str()).ok_or(io::ErrorKind::InvalidInput)?;
    Ok(path.with_file_name(format!(".{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_crash_left_behind_is_in_nobodys_way() {
        let directory = tempfile::tempdir().unwrap();
        let (file, link) = (directory.path().join("file"), directory.path().join("link"));
        fs::write(directory.path().join(".file"), "left behind, and longer than what follows").unwrap();
        symlink("/nowhere", directory.path().join(".link")).unwrap();

        replace_file(&file, b"new").unwrap();
        replace_link(&link, Path::new("/one")).unwrap();
        replace_link(&link, Path::new("/two")).unwrap();

        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("/two"));
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 2);
    }

    #[test]
    fn removing_twice_changes_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("file");
        fs::write(&file, "").unwrap();

        remove(&file).unwrap();
        remove(&file).unwrap();

        assert!(!file.exists());
    }
}
