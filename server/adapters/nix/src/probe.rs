//! What must be there before anything runs, each with one clear sentence where it is not.

use std::{
    fs::File,
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    process::Stdio,
};

use tokio::process::Command;

use crate::{Nix, NixConfig, failure::Failure, text};

/// The oldest Nix that has what we use.
const OLDEST: (u32, u32) = (2, 26);

/// Why Nix can't be used here.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    #[error("there is no Nix at “{}”", .0.display())]
    NoNix(PathBuf),
    #[error("Nix 2.26 or newer is needed, and “{}” is {found}", .nix.display())]
    TooOld { nix: PathBuf, found: String },
    #[error("this machine does not let Nix be confined (user, process and network namespaces are needed): {0}")]
    Unconfined(String),
    #[error("setpriv, prlimit and unshare (util-linux) are needed to confine Nix")]
    NoTools(#[source] io::Error),
    #[error("the sandbox needs a busybox, and “{}” can't be read", .0.display())]
    NoBusybox(PathBuf, #[source] io::Error),
    #[error("the sandbox needs a statically linked busybox, and “{}” is none", .0.display())]
    NotStatic(PathBuf),
    #[error("Nix at “{}” did not tell its version: {said}", .nix.display())]
    NoAnswer { nix: PathBuf, said: String },
}

impl Nix {
    /// Looks whether Nix can be run, confined, and is new enough. Changes nothing, and takes some milliseconds.
    pub async fn probe(&self) -> Result<(), ProbeError> {
        let NixConfig { nix, busybox, .. } = &self.config;
        match is_static(busybox) {
            Err(error) => return Err(ProbeError::NoBusybox(busybox.clone(), error)),
            Ok(false) => return Err(ProbeError::NotStatic(busybox.clone())),
            Ok(true) => {}
        }
        let said = self.version().await?;
        let found = said.split_whitespace().last().unwrap_or_default();
        match version(found) {
            Some(version) if version >= OLDEST => Ok(()),
            Some(_) => Err(ProbeError::TooOld { nix: nix.clone(), found: found.to_owned() }),
            None => Err(ProbeError::NoAnswer { nix: nix.clone(), said: text::message(&said) }),
        }
    }
}

impl Nix {
    /// What `nix --version` says, confined as everything else.
    async fn version(&self) -> Result<String, ProbeError> {
        let nix = &self.config.nix;
        let bounds = self.config.limits.evaluation();
        let mut command = self.confinement.bare(&bounds);
        command.arg("--version");
        match self.confinement.run(command, &bounds).await {
            Ok(ended) if ended.status.success() => Ok(String::from_utf8_lossy(&ended.stdout).trim().to_owned()),
            Ok(ended) => {
                // Is it Nix that can't be run, or what confines it?
                let mut bare = Command::new(nix);
                bare.arg("--version").stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
                if self.confinement.run(bare, &bounds).await.is_ok_and(|bare| bare.status.success()) {
                    Err(ProbeError::Unconfined(text::message(&text::plain(&String::from_utf8_lossy(&ended.stderr)))))
                } else {
                    Err(ProbeError::NoNix(nix.clone()))
                }
            }
            Err(Failure::Unavailable(cause)) => Err(ProbeError::NoTools(io::Error::other(cause))),
            Err(failure) => Err(ProbeError::NoAnswer { nix: nix.clone(), said: format!("{failure:?}") }),
        }
    }
}

/// The first two numbers of a version such as `2.34.8` or `2.35pre20250101`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split('.').map(|part| part.split(|character: char| !character.is_ascii_digit()).next());
    let mut next = || numbers.next().flatten()?.parse().ok();
    Some((next()?, next()?))
}

/// Whether a program runs without libraries: an ELF file of 64 bits that names no interpreter.
fn is_static(program: &Path) -> io::Result<bool> {
    let file = File::open(program)?;
    let mut header = [0; 64];
    file.read_exact_at(&mut header, 0)?;
    let short = |place: usize| u64::from(u16::from_le_bytes([header[place], header[place + 1]]));
    let table = (0..8).rev().fold(0, |sum, byte| sum << 8 | u64::from(header[32 + byte]));
    let (size, count) = (short(54), short(56));
    if !header.starts_with(b"\x7fELF\x02\x01") {
        return Ok(false);
    }
    for entry in 0..count {
        let mut kind = [0; 4];
        file.read_exact_at(&mut kind, table.saturating_add(entry * size))?;
        if u32::from_le_bytes(kind) == 3 {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_first_two_numbers() {
        assert_eq!(version("2.34.8"), Some((2, 34)));
        assert_eq!(version("2.35pre20250101_abc"), Some((2, 35)));
        assert!(version("2.8.0").is_some_and(|found| found < OLDEST));
        assert_eq!(version("nix"), None);
    }
}
