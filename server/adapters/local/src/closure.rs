//! Where closures are: a store path such as `/nix/store/…-local-sites`, below the root of the store.

use std::path::{Path, PathBuf};

const STORE: &str = "/nix/store/";

/// The directory on this machine of a store path, in the store below `root` (`/` for the machine's own store).
pub(crate) fn directory_of(root: &Path, store_path: &str) -> PathBuf {
    root.join(store_path.trim_start_matches('/'))
}

/// The store path of a directory that is a closure, wherever its store is.
pub(crate) fn store_path_of(directory: &Path) -> Option<&str> {
    let text = directory.to_str()?;
    let at = text.rfind(STORE)?;
    let name = &text[at + STORE.len()..];
    (!name.is_empty() && !name.contains('/')).then_some(&text[at..])
}

/// The part of a store path's name that differs whenever the content does.
pub(crate) fn hash_of(store_path: &str) -> &str {
    let name = store_path.strip_prefix(STORE).unwrap_or(store_path);
    name.split_once('-').map_or(name, |(hash, _)| hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closure_is_found_in_any_store() {
        let directory = directory_of(Path::new("/state/store"), "/nix/store/abc-sites");

        assert_eq!(directory, Path::new("/state/store/nix/store/abc-sites"));
        assert_eq!(store_path_of(&directory), Some("/nix/store/abc-sites"));
        assert_eq!(store_path_of(Path::new("/nix/store/abc-sites")), Some("/nix/store/abc-sites"));
        assert_eq!(hash_of("/nix/store/abc-sites"), "abc");
    }

    #[test]
    fn what_is_not_a_closure_has_no_store_path() {
        for directory in ["/nix/store/", "/nix/store/abc-sites/homepage.site", "/srv/sites", "nix/store/abc"] {
            assert_eq!(store_path_of(Path::new(directory)), None, "{directory}");
        }
    }
}
