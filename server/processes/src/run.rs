//! Running a program to its end.

use std::{
    io,
    process::{ExitStatus, Stdio},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _},
    process::Command,
    time::timeout,
};

use crate::Starter;

/// How a program ended, and what it wrote.
#[derive(Debug)]
pub struct Ended {
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

/// Why a program did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("it can't be started")]
    Start(#[source] io::Error),
    #[error("it took longer than {} s and was ended", .0.as_secs())]
    Time(Duration),
    #[error("it wrote more than {0} bytes and was ended")]
    Output(u64),
    #[error("it can't be listened to")]
    Io(#[source] io::Error),
}

/// How long a program may run, how much it may write, and what it reads.
#[derive(Clone, Copy, Debug)]
pub struct Running<'a> {
    pub limit: Duration,
    /// Of standard output, and of standard error.
    pub output_bytes: u64,
    pub input: &'a [u8],
}

/// Runs a program to its end. Whatever goes wrong or takes too long, it has ended afterwards; dropping the future ends it
/// as well.
pub async fn run(starter: &Starter, mut command: Command, running: Running<'_>) -> Result<Ended, RunError> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut child = starter.start(command).await.map_err(RunError::Start)?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let write = async {
        if let Some(mut stdin) = stdin {
            // A program may end without reading all; how it ended says more.
            let _ = stdin.write_all(running.input).await;
        }
        Ok(())
    };
    let bytes = running.output_bytes;
    let wait = async { child.wait().await.map_err(RunError::Io) };
    let all = async { tokio::try_join!(wait, write, read(stdout, bytes), read(stderr, bytes)) };
    let failure = match timeout(running.limit, all).await {
        Ok(Ok((status, (), stdout, stderr))) => return Ok(Ended { status, stdout, stderr }),
        Ok(Err(failure)) => failure,
        Err(_) => RunError::Time(running.limit),
    };
    child.kill().await.map_err(RunError::Io)?;
    Err(failure)
}

/// Reads everything, up to a limit.
async fn read(from: Option<impl AsyncRead + Unpin>, bytes: u64) -> Result<Vec<u8>, RunError> {
    let mut all = Vec::new();
    if let Some(from) = from {
        from.take(bytes.saturating_add(1)).read_to_end(&mut all).await.map_err(RunError::Io)?;
    }
    if all.len() as u64 > bytes { Err(RunError::Output(bytes)) } else { Ok(all) }
}
