//! The same by hand, with the same Nix, store, keys and machine.

use std::{
    fs,
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tempfile::TempDir;

use crate::fixture::Town;

pub(crate) struct Hand {
    directory: TempDir,
    store: String,
    target: String,
    command: Vec<std::ffi::OsString>,
    environment: Vec<(&'static str, std::ffi::OsString)>,
}

impl Hand {
    pub(crate) fn begin(town: &Town) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let peer = &town.peers[0];
        let file = |name: &str, text: &str| {
            let path = directory.path().join(name);
            fs::write(&path, text).expect("a file");
            let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
            fs::set_permissions(&path, mode).expect("a mode");
            path
        };
        file("signer", town.workshop.signer_secret.reveal());
        let identity = file("identity", &format!("{}\n", town.workshop.key.reveal().trim_end()));
        file("known", &format!("{} {}\n", peer.address(), peer.host_key()));
        let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let store = format!(
            "ssh-ng://root@{}?ssh-key={}&base64-ssh-public-host-key={}",
            peer.address(),
            escaped(&identity.to_string_lossy()),
            escaped(&STANDARD.encode(peer.host_key()))
        );
        let nix = &town.workshop.nix;
        let command = std::iter::once(nix.program.clone()).chain(nix.options.iter().cloned()).collect();
        let target = format!("root@{}", peer.address());
        Self { directory, store, target, command, environment: nix.environment.clone() }
    }

    /// The derivation of a system, with everything that it is made of built already.
    pub(crate) fn derivation(&self, town: &Town, name: &str, settings: &[(&str, &str)]) -> String {
        let system = town.workshop.system(name, settings);
        let (program, options) = self.command.split_first().expect("a program");
        let mut command = Command::new(program);
        command.args(options).args(["path-info", "--derivation", &system]);
        command.env_clear().envs(self.environment.iter().map(|(name, value)| (name, value)));
        let output = command.output().expect("an end");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    pub(crate) fn deploy(&self, derivation: &str) -> Duration {
        let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/machines/bare.sh");
        let path = |name: &str| self.directory.path().join(name);
        let mut command = Command::new("/bin/sh");
        command.arg(script).arg(derivation).arg(path("signer")).args([&self.store, &self.target]);
        command.args([path("identity"), path("known")]).args(&self.command);
        command.env_clear().envs(self.environment.iter().map(|(name, value)| (name, value)));
        let begun = Instant::now();
        let output = command.output().expect("an end");
        let took = begun.elapsed();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        took
    }
}
