//! Connections to one machine, each of its own: what confirms an activation must not go over one that was there before.

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::secret::Secret;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use processes::{Ended, RunError, Running, Starter, run};
use tokio::process::Command;

use crate::{machine::Machine, memory::MemoryFile};

/// How long a machine may take to answer at all, in seconds.
const CONNECT_SECONDS: u32 = 10;
/// A connection over which nothing comes for so many seconds, so many times, has ended.
const ALIVE: (u32, u32) = (5, 3);
/// What a machine may say at once.
const OUTPUT_BYTES: u64 = 4 * 1024 * 1024;
/// What `ssh` ends with when the connection is at fault, and not the command.
const CONNECTION_FAILED: i32 = 255;

/// How keys are exchanged where nothing secret follows. What OpenSSH begins with on its own may take six times as long: it
/// withstands those who record today and have a quantum computer later.
const QUICK: &str = "KexAlgorithms=curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256";

/// What is said over a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Paths, numbers, and logs.
    Plain,
    Secret,
}

/// Opens connections to one machine.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) machine: Machine,
    key: MemoryFile,
    /// The pinned host key, and no other.
    known: MemoryFile,
}

/// Why nothing came of a connection.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConnectionError {
    #[error("it has another host key than the one that is pinned")]
    OtherHostKey,
    #[error("it does not accept our SSH key")]
    Denied,
    #[error("it can't be reached: {0}")]
    Lost(String),
    #[error("ssh can't be run")]
    Run(#[source] RunError),
}

impl Connection {
    pub(crate) fn new(machine: Machine, key: &Secret) -> io::Result<Self> {
        let text = format!("{}\n", key.reveal().trim_end());
        let known = format!("{} {} {}\n", machine.name, machine.host_key.algorithm, machine.host_key.key);
        Ok(Self { machine, key: MemoryFile::new(text.as_bytes())?, known: MemoryFile::new(known.as_bytes())? })
    }

    /// Runs a fixed command there; what it needs comes on its standard input.
    pub(crate) async fn run(
        &self,
        starter: &Starter,
        ssh: &Path,
        remote: &str,
        (content, input): (Content, &[u8]),
        limit: Duration,
    ) -> Result<Ended, ConnectionError> {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]).arg(ssh).args(self.options());
        if content == Content::Plain {
            command.args(["-o", QUICK]);
        }
        command.arg("-T").arg("-p").arg(self.machine.port.to_string());
        command.arg(format!("{}@{}", self.machine.user, self.machine.address)).arg(remote);
        let ended = run(starter, command, Running { limit, output_bytes: OUTPUT_BYTES, input }).await;
        let ended = ended.map_err(|error| match error {
            RunError::Time(limit) => ConnectionError::Lost(format!("no answer within {} s", limit.as_secs())),
            other => ConnectionError::Run(other),
        })?;
        match ended.status.code() {
            Some(CONNECTION_FAILED) | None => Err(ConnectionError::sort(&String::from_utf8_lossy(&ended.stderr))),
            Some(_) => Ok(ended),
        }
    }

    /// Everything is said here: no file of the machine's or the user's has a say.
    fn options(&self) -> Vec<OsString> {
        let mut options: Vec<OsString> = ["-F", "none", "-i"].map(OsString::from).into();
        options.push(self.key.path().into());
        let known = self.known.path();
        let (interval, count) = ALIVE;
        for option in [
            "BatchMode=yes".to_owned(),
            "IdentitiesOnly=yes".to_owned(),
            "IdentityAgent=none".to_owned(),
            "StrictHostKeyChecking=yes".to_owned(),
            format!("UserKnownHostsFile={}", known.display()),
            "GlobalKnownHostsFile=none".to_owned(),
            format!("HostKeyAlias={}", self.machine.name),
            format!("HostKeyAlgorithms={}", algorithms(&self.machine.host_key.algorithm)),
            "UpdateHostKeys=no".to_owned(),
            "ControlPath=none".to_owned(),
            "LogLevel=ERROR".to_owned(),
            format!("ConnectTimeout={CONNECT_SECONDS}"),
            format!("ServerAliveInterval={interval}"),
            format!("ServerAliveCountMax={count}"),
        ] {
            options.extend(["-o".into(), option.into()]);
        }
        options
    }

    /// The machine's store, with what opens it.
    pub(crate) fn store(&self) -> String {
        let Machine { user, port, host_key, .. } = &self.machine;
        let pinned = STANDARD.encode(format!("{} {}", host_key.algorithm, host_key.key));
        let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        format!(
            "ssh-ng://{user}@{}:{port}?ssh-key={}&base64-ssh-public-host-key={}",
            self.machine.host(),
            escaped(&self.key_path().to_string_lossy()),
            escaped(&pinned),
        )
    }

    /// What Nix gives to `ssh` besides what the store says.
    pub(crate) fn store_options() -> String {
        let (interval, count) = ALIVE;
        format!(
            "-F none -o BatchMode=yes -o IdentitiesOnly=yes -o IdentityAgent=none -o GlobalKnownHostsFile=none \
             -o StrictHostKeyChecking=yes -o {QUICK} -o LogLevel=ERROR -o ConnectTimeout={CONNECT_SECONDS} \
             -o ServerAliveInterval={interval} -o ServerAliveCountMax={count}"
        )
    }

    fn key_path(&self) -> PathBuf {
        self.key.path()
    }
}

/// A key of RSA signs in newer ways than it is called after.
fn algorithms(key: &str) -> String {
    match key {
        "ssh-rsa" => "rsa-sha2-512,rsa-sha2-256".to_owned(),
        other => other.to_owned(),
    }
}

impl ConnectionError {
    /// Sorts what `ssh` says of itself.
    pub(crate) fn sort(said: &str) -> Self {
        if said.contains("Host key verification failed") || said.contains("no matching host key type found") {
            return Self::OtherHostKey;
        }
        if said.contains("Permission denied") {
            return Self::Denied;
        }
        Self::Lost(said.trim().lines().last().unwrap_or("the connection ended").to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ssh_says_is_sorted() {
        let sorted = |said: &str| ConnectionError::sort(said).to_string();

        assert_eq!(
            sorted(
                "No ED25519 host key is known for alpha and you have requested strict checking.\nHost key verification failed.\n"
            ),
            "it has another host key than the one that is pinned"
        );
        assert_eq!(sorted("root@alpha: Permission denied (publickey).\n"), "it does not accept our SSH key");
        assert_eq!(
            sorted("ssh: connect to host 192.0.2.1 port 22: Connection timed out\n"),
            "it can't be reached: ssh: connect to host 192.0.2.1 port 22: Connection timed out"
        );
    }
}
