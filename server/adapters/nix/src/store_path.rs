//! Store paths, checked before they become an argument or a place on the disk.

use domain::deployment::LibraryPin;

use crate::failure::Failure;

/// A path directly below `/nix/store`, by its name there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StorePath(String);

/// A name in the store: a hash of 32 characters, a hyphen and a name that can't be mistaken for anything else.
fn is_name(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"+-._?=".contains(&byte);
    let mut bytes = name.bytes();
    let hash = bytes.by_ref().take(32).filter(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()).count();
    hash == 32 && bytes.next() == Some(b'-') && bytes.len() > 0 && name.len() <= 244 && bytes.all(allowed)
}

impl StorePath {
    /// Takes `/nix/store/…` apart.
    pub(crate) fn parse(path: &str) -> Result<Self, Failure> {
        path.strip_prefix("/nix/store/")
            .filter(|name| is_name(name))
            .map(|name| Self(name.to_owned()))
            .ok_or_else(|| Failure::Unavailable(NotAStorePath(path.chars().take(300).collect()).into()))
    }

    /// The path of a library, whose pin is its name in the store.
    pub(crate) fn of(pin: &LibraryPin) -> Result<Self, Failure> {
        Self::parse(&format!("/nix/store/{}", pin.0))
    }

    pub(crate) fn name(&self) -> &str {
        &self.0
    }

    /// As Nix calls it, wherever the store really is.
    pub(crate) fn logical(&self) -> String {
        format!("/nix/store/{}", self.0)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("“{0}” is not a store path")]
struct NotAStorePath(String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_directly_below_the_store_are_store_paths() {
        let hash = "ikcdrgdx1gsn3yygsv5pqq7bbvrdp704";

        assert_eq!(StorePath::parse(&format!("/nix/store/{hash}-a.b")).expect("a path").name(), format!("{hash}-a.b"));
        for wrong in ["", "-", "-a/b", "-a^out", "-a b", "-..\n"] {
            assert!(StorePath::parse(&format!("/nix/store/{hash}{wrong}")).is_err(), "{wrong}");
        }
        for wrong in ["/etc/passwd", "/nix/store/..", "/nix/store/", "ikcdrgdx1gsn3yygsv5pqq7bbvrdp704-a"] {
            assert!(StorePath::parse(wrong).is_err(), "{wrong}");
        }
    }
}
