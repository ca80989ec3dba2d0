//! The identity of the server, in a file of its own.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    process,
};

use age::{secrecy::ExposeSecret, x25519::Identity};
use domain::secret::Secret;

/// Where the identity is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityPlace {
    /// A file of ours, made at the first start.
    File(PathBuf),
    /// A credential that systemd hands over. Who may read it is systemd's affair, and we make none.
    Credential(PathBuf),
}

/// Why there is no identity.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    #[error("the identity file {} can't be read", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("the identity file {} can't be made: name another place (secrets.identity), or let this user write there", path.display())]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("others than its owner can use the identity file {} (mode {mode:o}): chmod 600 it", path.display())]
    TooOpen { path: PathBuf, mode: u32 },
    #[error("the file {} holds no age identity, a line that begins with AGE-SECRET-KEY-1", .0.display())]
    NotAnIdentity(PathBuf),
    #[error("the identity file {} is missing, and the database has secrets that only this identity opens: put back its backup", .0.display())]
    Missing(PathBuf),
}

impl IdentityPlace {
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Credential(path) => path,
        }
    }

    /// Whether there is an identity, and one that can be used.
    pub fn is_there(&self) -> Result<bool, IdentityError> {
        Ok(self.read()?.is_some())
    }

    /// Reads the identity; none where there is no such file.
    pub(crate) fn read(&self) -> Result<Option<Identity>, IdentityError> {
        let path = self.path();
        let unreadable = |source| IdentityError::Unreadable { path: path.to_owned(), source };
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        let mode = file.metadata().map_err(unreadable)?.permissions().mode() & 0o777;
        if matches!(self, Self::File(_)) && mode & 0o077 != 0 {
            return Err(IdentityError::TooOpen { path: path.to_owned(), mode });
        }
        let mut text = String::new();
        let read = file.read_to_string(&mut text);
        let text = Secret::new(text);
        read.map_err(unreadable)?;
        let mut lines = text.reveal().lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        match (lines.next().and_then(|line| line.parse().ok()), lines.next()) {
            (Some(identity), None) => Ok(Some(identity)),
            _ => Err(IdentityError::NotAnIdentity(path.to_owned())),
        }
    }

    /// Makes an identity. Of several that do so at once, all get the one that was there first.
    pub(crate) fn create(&self) -> Result<Identity, IdentityError> {
        let Self::File(path) = self else { return Err(IdentityError::Missing(self.path().to_owned())) };
        write(path, &Identity::generate())
            .map_err(|source| IdentityError::Unwritable { path: path.clone(), source })?;
        self.read()?.ok_or_else(|| IdentityError::Missing(path.clone()))
    }
}

/// Writes a whole file, in the form of age-keygen, unless there is one.
fn write(path: &Path, identity: &Identity) -> io::Result<()> {
    let directory = path.parent().unwrap_or(Path::new("/"));
    DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
    let new = path.with_extension(format!("new-{}", process::id()));
    let _ = fs::remove_file(&new);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
    let linked = writeln!(file, "# public key: {}", identity.to_public())
        .and_then(|()| writeln!(file, "{}", identity.to_string().expose_secret()))
        .and_then(|()| file.sync_all())
        // A link, and no renaming: what is there already stays.
        .and_then(|()| fs::hard_link(&new, path));
    fs::remove_file(&new)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => File::open(directory)?.sync_all(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(directory: &tempfile::TempDir) -> (PathBuf, IdentityPlace) {
        let path = directory.path().join("state.identity/key.txt");
        (path.clone(), IdentityPlace::File(path))
    }

    fn public(identity: &Identity) -> String {
        identity.to_public().to_string()
    }

    #[test]
    fn it_is_made_once_and_for_its_owner_alone() {
        let directory = tempfile::tempdir().expect("a directory");
        let (path, place) = place(&directory);
        assert!(place.read().expect("no file").is_none());

        let made = place.create().expect("an identity");
        let again = place.create().expect("the same");

        assert_eq!(public(&made), public(&again));
        assert_eq!(public(&place.read().expect("readable").expect("there")), public(&made));
        let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().expect("a directory"))), (0o600, 0o700));
        assert_eq!(fs::read_dir(path.parent().expect("a directory")).expect("entries").count(), 1);
    }

    #[test]
    fn what_others_can_read_is_not_used_unless_systemd_guards_it() {
        let directory = tempfile::tempdir().expect("a directory");
        let (path, place) = place(&directory);
        place.create().expect("an identity");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("opened");

        let read = place.read().map(|_| ());

        assert!(matches!(read, Err(IdentityError::TooOpen { mode: 0o640, .. })), "{read:?}");
        assert!(IdentityPlace::Credential(path).read().expect("a credential").is_some());
    }

    #[test]
    fn what_is_no_identity_is_named_and_not_repeated() {
        let directory = tempfile::tempdir().expect("a directory");
        let (path, place) = place(&directory);
        place.create().expect("an identity");
        let twice = fs::read_to_string(&path).expect("text").repeat(2);

        for wrong in [String::new(), "# nothing\n".into(), "AGE-SECRET-KEY-1WRONG\n".into(), twice] {
            fs::write(&path, wrong).expect("written");
            let error = place.read().map(|_| ()).expect_err("no identity");
            assert!(matches!(error, IdentityError::NotAnIdentity(_)), "{error:?}");
            assert!(!error.to_string().contains("WRONG"));
        }
    }

    #[test]
    fn a_place_that_can_not_be_used_is_named() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let below = IdentityPlace::File(file.path().join("key.txt"));
        let credential = IdentityPlace::Credential(file.path().with_extension("none"));

        assert!(matches!(below.read().map(|_| ()), Err(IdentityError::Unreadable { .. })));
        assert!(matches!(below.create().map(|_| ()), Err(IdentityError::Unwritable { .. })));
        assert!(matches!(credential.create().map(|_| ()), Err(IdentityError::Missing(_))));
    }
}
