//! Roots: links that keep a closure or a library from being collected.

use std::{
    io,
    path::Path,
    time::{Duration, SystemTime},
};

use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, UTIME_NOW, utimensat};
use tokio::fs;
use workflow::port::builder::Root;

use crate::store_path::StorePath;

/// The name of a revision's link.
pub(crate) fn name(root: &Root) -> String {
    format!("{}.{}", root.deployment, root.revision)
}

/// The revision that a link's name tells; none for libraries.
pub(crate) fn parse(name: &str) -> Option<Root> {
    let (deployment, revision) = name.split_once('.')?;
    let root = Root { deployment: deployment.parse().ok()?, revision: revision.parse().ok()? };
    // Identifiers have more spellings than the one that we write.
    (self::name(&root) == name).then_some(root)
}

/// The name of a library's link.
pub(crate) fn library_name(library: &StorePath) -> String {
    format!("library-{}", library.name())
}

/// The library that a link's name tells; none for revisions.
pub(crate) fn parse_library(name: &str) -> Option<&str> {
    name.strip_prefix("library-")
}

/// The name of the link to the nixpkgs that a library is evaluated with.
pub(crate) fn nixpkgs_name(library: &StorePath) -> String {
    format!("nixpkgs-{}", library.name())
}

/// The library that such a link's name tells; none for other links.
pub(crate) fn parse_nixpkgs(name: &str) -> Option<&str> {
    name.strip_prefix("nixpkgs-")
}

/// Links to a store path, as Nix names it. An equal link stays.
pub(crate) async fn link(link: &Path, path: &StorePath) -> io::Result<()> {
    if leads_to(link, path).await? {
        return Ok(());
    }
    remove(link).await?;
    match fs::symlink(path.logical(), link).await {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && leads_to(link, path).await? => Ok(()),
        done => done,
    }
}

/// How exactly a link tells since when it is in use: using it more often changes nothing.
const TOUCHED: Duration = Duration::from_secs(60);

/// Notes that a link is in use from now on; says whether there is one that leads to the path.
pub(crate) async fn touch(link: &Path, path: &StorePath) -> io::Result<bool> {
    if !leads_to(link, path).await? {
        return Ok(false);
    }
    match is_untouched(link, TOUCHED).await {
        Ok(false) => return Ok(true),
        Ok(true) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    }
    let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
    match utimensat(CWD, link, &Timestamps { last_access: now, last_modification: now }, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(()) => Ok(true),
        Err(rustix::io::Errno::NOENT) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Removes a link that nobody touched for so long, also if somebody is about to at this very moment.
pub(crate) async fn remove_unused(link: &Path, age: Duration) -> io::Result<()> {
    if !is_untouched(link, age).await? {
        return Ok(());
    }
    // Set aside it protects what it did, and who looks for it from here on makes another one. What was touched before
    // that is put back.
    let mut aside = link.to_owned();
    aside.add_extension("tmp-released");
    fs::rename(link, &aside).await?;
    if is_untouched(&aside, age).await? { remove(&aside).await } else { fs::rename(&aside, link).await }
}

/// Times in the future, from a clock that was set back, are no reason to remove anything.
async fn is_untouched(link: &Path, age: Duration) -> io::Result<bool> {
    let touched = fs::symlink_metadata(link).await?.modified()?;
    Ok(SystemTime::now().duration_since(touched).is_ok_and(|since| since >= age))
}

/// Whether there is this link, whether or not the path is there.
pub(crate) async fn leads_to(link: &Path, path: &StorePath) -> io::Result<bool> {
    match fs::read_link(link).await {
        Ok(target) => Ok(target == Path::new(&path.logical())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

pub(crate) async fn remove(link: &Path) -> io::Result<()> {
    match fs::remove_file(link).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_roots_are_read_back() {
        let (deployment, revision) = (uuid::Uuid::now_v7(), uuid::Uuid::now_v7());

        let root = parse(&format!("{deployment}.{revision}")).expect("a root");

        assert_eq!((root.deployment.0, root.revision.0), (deployment, revision));
        assert_eq!(parse(&name(&root)), Some(root));
        for other in ["library-x", "", ".", "a.b", &format!("{}.{revision}", deployment.simple())] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
