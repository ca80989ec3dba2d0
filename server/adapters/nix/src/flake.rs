//! Addresses of flakes, which become a part of the flake that somebody takes away.

use std::fmt;

use serde::Deserialize;

/// Such as `github:NixOS/nixpkgs/34268251cf55`. It has no character that means something in a text of Nix.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct FlakeAddress(String);

#[derive(Debug, thiserror::Error)]
#[error("“{0}” is no address of a flake, such as github:NixOS/nixpkgs/ and a revision")]
pub struct NotAFlakeAddress(String);

impl TryFrom<String> for FlakeAddress {
    type Error = NotAFlakeAddress;

    fn try_from(text: String) -> Result<Self, NotAFlakeAddress> {
        let plain = |c: char| c.is_ascii_alphanumeric() || ":/?=+._-&%~".contains(c);
        let has_scheme = text.split_once(':').is_some_and(|(scheme, rest)| !scheme.is_empty() && !rest.is_empty());
        if has_scheme && text.chars().all(plain) { Ok(Self(text)) } else { Err(NotAFlakeAddress(text)) }
    }
}

impl FlakeAddress {
    /// A revision of nixpkgs.
    pub(crate) fn of_nixpkgs(revision: &str) -> Option<Self> {
        let is_one = revision.len() == 40 && revision.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_one.then(|| Self(format!("github:NixOS/nixpkgs/{revision}")))
    }
}

impl fmt::Display for FlakeAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_nothing_to_nix_is_an_address() {
        let is_one = |text: &str| FlakeAddress::try_from(text.to_owned()).is_ok();

        assert!(is_one("github:NixOS/nixpkgs/nixos-26.05"));
        assert!(is_one("https://nixpkgs.example/a.tar.gz?narHash=sha256-G3tw%2FIXm%3D"));
        for wrong in ["", "nixpkgs", "github:", "github:a/${b}", "github:a/\"", "path:/a b", "github:a/b\n"] {
            assert!(!is_one(wrong), "{wrong}");
        }
        assert!(FlakeAddress::of_nixpkgs("34268251cf5547d39063f2c5ea9a196246f7f3a6").is_some());
        assert_eq!(FlakeAddress::of_nixpkgs("\"; evil"), None);
    }
}
