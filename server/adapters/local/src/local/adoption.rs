//! Looking after the site process: adopting the one that lives, replacing one that is not the one we want, starting one.

use std::{
    fs::{self, File},
    io,
    net::SocketAddr,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    time::Duration,
};

use reqwest::Client;
use tokio::{
    process::{Child, Command},
    time::{Instant, sleep},
};

use super::probe;
use crate::{
    config::Places,
    held::Held,
    site_process::{self, Listening, SiteProcessError, ask_to_stop, lock_path, program_of},
};

/// In which time a site process has to come up, and in which to end.
const LIMIT: Duration = Duration::from_secs(5);
/// As long as others may take for the same.
const TURN_LIMIT: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(5);
const LOG_LIMIT: u64 = 1024 * 1024;

/// Why there is no site process.
#[derive(Debug, thiserror::Error)]
pub(super) enum AdoptionError {
    #[error("another server is busy with the site process")]
    Busy,
    #[error(transparent)]
    Listen(#[from] SiteProcessError),
    #[error("the site process that holds {} does not end", .0.display())]
    Stuck(PathBuf),
    #[error("the site process can't be started from {}", program.display())]
    Unstartable { program: PathBuf, source: io::Error },
    #[error("the site process ended with {status}: {last}")]
    Ended { status: ExitStatus, last: String },
    #[error("the site process does not answer; what it says is in {}", .0.display())]
    Silent(PathBuf),
    #[error("the environment's directory can't be used")]
    Directory(#[from] io::Error),
}

/// Makes sure that the site process lives, listens where it should and is this very program.
pub(super) async fn ensure(places: &Places, listen: SocketAddr, client: &Client) -> Result<(), AdoptionError> {
    let directory = fs::canonicalize(&places.directory)?;
    let adoption = Adoption { directory, program: &places.program, listen, client };
    let _turn = adoption.turn().await?;
    if adoption.lives()? {
        if adoption.is_ours().await? {
            return Ok(());
        }
        adoption.end().await?;
    }
    adoption.start().await
}

struct Adoption<'a> {
    directory: PathBuf,
    program: &'a Path,
    listen: SocketAddr,
    client: &'a Client,
}

impl Adoption<'_> {
    /// Two servers that start at the same time don't both start one.
    async fn turn(&self) -> Result<Held, AdoptionError> {
        let path = self.directory.join("starting");
        let turn =
            tokio::task::spawn_blocking(move || Held::within(&path, TURN_LIMIT)).await.map_err(io::Error::from)?;
        turn?.ok_or(AdoptionError::Busy)
    }

    fn lives(&self) -> io::Result<bool> {
        Held::by_somebody(&lock_path(&self.directory))
    }

    /// Whether the process that lives is the one that we would start. It may just be starting.
    async fn is_ours(&self) -> Result<bool, AdoptionError> {
        let deadline = Instant::now() + LIMIT;
        while Instant::now() < deadline && self.lives()? {
            if let Some(listening) = Listening::announced(&self.directory)? {
                let fits = self.fits(&listening) && listening.program == program_of(self.program)?;
                return Ok(fits && probe::answers(self.client, probe::reachable(listening.address)).await);
            }
            sleep(PAUSE).await;
        }
        Ok(false)
    }

    fn fits(&self, listening: &Listening) -> bool {
        listening.address == self.listen && listening.directory == self.directory
    }

    async fn end(&self) -> Result<(), AdoptionError> {
        tracing::info!("replacing the site process");
        let deadline = Instant::now() + LIMIT;
        while self.lives()? {
            // Asked again each time: one that was just starting did not hear it.
            ask_to_stop(&self.directory)?;
            if Instant::now() >= deadline {
                return Err(AdoptionError::Stuck(lock_path(&self.directory)));
            }
            sleep(PAUSE).await;
        }
        Ok(())
    }

    async fn start(&self) -> Result<(), AdoptionError> {
        // Looked at here as well, as the reason is worth a sentence of its own.
        drop(site_process::bind(self.listen).await?);
        Listening::withdraw(&self.directory)?;
        let log = self.directory.join("sites.log");
        let from = log_to(&log)?;
        let mut child = self.spawn(&log)?;
        let deadline = Instant::now() + LIMIT;
        while Instant::now() < deadline {
            if let Some(status) = child.try_wait()? {
                return Err(AdoptionError::Ended { status, last: last_line(&log, from)? });
            }
            if let Some(listening) = Listening::announced(&self.directory)?
                && self.fits(&listening)
                && probe::answers(self.client, probe::reachable(listening.address)).await
            {
                return Ok(());
            }
            sleep(PAUSE).await;
        }
        child.start_kill()?;
        Err(AdoptionError::Silent(log))
    }

    /// Nothing of ours reaches it: no signal of our terminal, no open file, no environment.
    fn spawn(&self, log: &Path) -> Result<Child, AdoptionError> {
        let log = File::options().append(true).open(log)?;
        let child = Command::new(self.program)
            .arg("sites")
            .arg("--directory")
            .arg(&self.directory)
            .arg("--listen")
            .arg(self.listen.to_string())
            .env_clear()
            .current_dir("/")
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn();
        child.map_err(|source| AdoptionError::Unstartable { program: self.program.to_owned(), source })
    }
}

/// Makes the log ready and tells how much of it is older than what follows.
fn log_to(log: &Path) -> io::Result<u64> {
    let file = File::options().append(true).create(true).mode(0o600).open(log)?;
    let length = file.metadata()?.len();
    if length <= LOG_LIMIT {
        return Ok(length);
    }
    file.set_len(0)?;
    Ok(0)
}

fn last_line(log: &Path, from: u64) -> io::Result<String> {
    let text = fs::read(log)?;
    let text = String::from_utf8_lossy(text.get(usize::try_from(from).unwrap_or_default()..).unwrap_or_default());
    let last = text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or("it said nothing");
    Ok(last.chars().take(500).collect())
}
