use std::{
    path::{Path, PathBuf},
    process::Output,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use peer_host::{Peer, closures};
use tempfile::TempDir;
use tokio::process::Command;

use crate::client::{Client, text};

/// A Nix store of its own in which closures for peers are built and signed.
pub struct Workshop {
    home: TempDir,
    /// The public key of its signatures.
    pub key: String,
}

impl Workshop {
    pub async fn new() -> Self {
        let mut workshop = Self { home: tempfile::tempdir().expect("a directory"), key: String::new() };
        let secret = workshop.nix(&["key", "generate-secret", "--key-name", "workshop-1"]).await;
        std::fs::write(workshop.secret(), &secret.stdout).expect("a secret key");
        let convert = format!(
            "nix --extra-experimental-features nix-command key convert-secret-to-public < {}",
            workshop.secret().display()
        );
        let public = Command::new("sh").args(["-c", &convert]).output().await.expect("nix");
        workshop.key = text(&public);
        workshop
    }

    /// Builds a system with arguments in Nix, such as `exitCode = 4;`.
    pub async fn build(&self, name: &str, arguments: &str) -> String {
        let expression = format!("import {} {{ name = \"{name}\"; {arguments} }}", closures().display());
        let busybox = which("busybox");
        let sandbox = format!("/bin/sh={}", busybox.display());
        let options = ["--impure", "--no-link", "--print-out-paths", "--option", "sandbox-paths", &sandbox];
        let built = self.nix(&[&["build"][..], &options, &["--expr", &expression]].concat()).await;
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        text(&built)
    }

    pub async fn sign(&self, path: &str) {
        let secret = self.secret();
        let signed = self.nix(&["store", "sign", "--recursive", "--key-file", &secret.to_string_lossy(), path]).await;
        assert!(signed.status.success(), "{}", String::from_utf8_lossy(&signed.stderr));
    }

    /// Copies a closure to a peer, which says whether it takes it.
    pub async fn copy(&self, path: &str, client: &Client, peer: &Peer) -> Output {
        self.copying(path, client, peer).output().await.expect("nix")
    }

    /// The command that copies a closure to a peer.
    pub fn copying(&self, path: &str, client: &Client, peer: &Peer) -> Command {
        let host_key = STANDARD.encode(peer.host_key()).replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
        let key = client.key();
        let url = format!("ssh-ng://root@{}?ssh-key={key}&base64-ssh-public-host-key={host_key}", peer.address());
        self.command(&["copy", "--to", &url, path])
    }

    async fn nix(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().await.expect("nix")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("nix");
        let store = format!("local?root={}", self.home.path().join("store").display());
        command.env("HOME", self.home.path()).env_remove("XDG_CACHE_HOME");
        command.args(["--extra-experimental-features", "nix-command", "--store", &store]).args(arguments);
        command.kill_on_drop(true);
        command
    }

    fn secret(&self) -> PathBuf {
        self.home.path().join("secret")
    }
}

fn which(program: &str) -> PathBuf {
    let path = std::env::var_os("PATH").expect("a PATH");
    let found = std::env::split_paths(&path).map(|directory| directory.join(program)).find(|file| file.exists());
    let found = found.expect("busybox on the PATH");
    Path::new(&found).canonicalize().expect("busybox")
}
