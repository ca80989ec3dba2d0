//! Closures on their way: signed with our key, and copied by Nix to stores that ask for it.

use std::{ffi::OsString, sync::Arc, time::Duration};

use processes::{Ended, RunError, Running, Starter, run};
use tokio::{process::Command, sync::Semaphore, time::sleep};

use crate::{config::NixCommand, connection::Connection, memory::MemoryFile};

const OUTPUT_BYTES: u64 = 16 * 1024 * 1024;
const SIGNING: Duration = Duration::from_secs(300);
/// A copy goes on with the paths that are not there yet.
const PAUSES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(3), Duration::from_secs(8)];

/// Signs and copies.
#[derive(Debug)]
pub(crate) struct Closures {
    nix: NixCommand,
    starter: Arc<Starter>,
    /// How many copies go on at the same time.
    turns: Semaphore,
    limit: Duration,
}

/// Why a closure did not arrive.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CopyError {
    #[error("its disk is full")]
    NoRoom,
    #[error("its Nix does not trust our signatures: it needs our public key among its trusted-public-keys")]
    NotTrusted,
    #[error("it has another host key than the one that is pinned")]
    OtherHostKey,
    #[error("Nix could not copy to it: {0}")]
    Failed(String),
    #[error("the closure can't be signed: {0}")]
    Unsigned(String),
    #[error("Nix can't be run")]
    Run(#[from] RunError),
    #[error("there is no file for a key")]
    Key(#[from] std::io::Error),
}

impl Closures {
    pub(crate) fn new(nix: NixCommand, starter: Arc<Starter>, at_once: usize, limit: Duration) -> Self {
        Self { nix, starter, turns: Semaphore::new(at_once), limit }
    }

    /// Signs everything that a path needs.
    pub(crate) async fn sign(&self, path: &str, key: &str) -> Result<(), CopyError> {
        let file = MemoryFile::new(key.as_bytes())?;
        let mut arguments: Vec<OsString> = ["store", "sign", "--recursive", "--key-file"].map(OsString::from).into();
        arguments.extend([file.path().into(), path.into()]);
        let ended = self.nix(arguments, SIGNING).await?;
        if ended.status.success() { Ok(()) } else { Err(CopyError::Unsigned(last(&ended))) }
    }

    /// Copies what a path needs and the machine lacks. What breaks off goes on where it was.
    pub(crate) async fn copy(&self, path: &str, to: &Connection) -> Result<(), CopyError> {
        let Ok(_turn) = self.turns.acquire().await else { return Err(CopyError::Failed("nothing is copied".into())) };
        let mut pauses = PAUSES.iter();
        loop {
            let arguments = ["copy", "--to"].map(OsString::from).into_iter();
            let ended = self.nix(arguments.chain([to.store().into(), path.into()]).collect(), self.limit).await?;
            if ended.status.success() {
                return Ok(());
            }
            match (CopyError::sort(&ended), pauses.next()) {
                (CopyError::Failed(said), Some(pause)) => {
                    tracing::info!(machine = to.machine.name, said, "a copy broke off, and is taken up again");
                    sleep(*pause).await;
                }
                (error, _) => return Err(error),
            }
        }
    }

    async fn nix(&self, arguments: Vec<OsString>, limit: Duration) -> Result<Ended, RunError> {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]).arg(&self.nix.program).args(&self.nix.options).args(arguments);
        command.env_clear().envs(self.nix.environment.iter().map(|(name, value)| (name, value)));
        command.env("NIX_SSHOPTS", Connection::store_options());
        run(&self.starter, command, Running { limit, output_bytes: OUTPUT_BYTES, input: &[] }).await
    }
}

impl CopyError {
    fn sort(ended: &Ended) -> Self {
        let said = String::from_utf8_lossy(&ended.stderr);
        if said.contains("No space left on device") || said.contains("database or disk is full") {
            return Self::NoRoom;
        }
        if said.contains("lacks a signature by a trusted key") {
            return Self::NotTrusted;
        }
        if said.contains("Host key verification failed") {
            return Self::OtherHostKey;
        }
        Self::Failed(last(ended))
    }
}

/// Nix says last what was at fault.
fn last(ended: &Ended) -> String {
    let said = String::from_utf8_lossy(&ended.stderr);
    let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next_back().unwrap_or("it said nothing").trim_start_matches("error: ").chars().take(1000).collect()
}
