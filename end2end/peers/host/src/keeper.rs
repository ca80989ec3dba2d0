use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader},
    process::{Child, ChildStderr, ChildStdin, Command},
    time::timeout,
};

use crate::{PeerError, command::program};

/// A process that holds namespaces for as long as its standard input stays open, which ends with ours.
#[derive(Debug)]
pub(crate) struct Keeper {
    id: u32,
    input: ChildStdin,
    stderr: ChildStderr,
    _process: Child,
}

impl Keeper {
    /// Starts `command` in new namespaces and waits for the line in which it says its process id.
    pub(crate) async fn start(
        namespaces: &[&str],
        command: impl IntoIterator<Item = String>,
    ) -> Result<Self, PeerError> {
        const LIMIT: Duration = Duration::from_secs(60);
        let arguments = namespaces.iter().map(|&namespace| namespace.to_owned()).chain(command);
        let mut process = spawn(program("unshare", arguments))?;
        let (Some(input), Some(output), Some(stderr)) =
            (process.stdin.take(), process.stdout.take(), process.stderr.take())
        else {
            return Err(PeerError::Failed { what: "unshare".into(), stderr: "no pipes".into() });
        };
        let mut line = String::new();
        let mut output = BufReader::new(output);
        match timeout(LIMIT, output.read_line(&mut line)).await {
            Err(_) => return Err(PeerError::TimedOut { what: "making namespaces".into(), limit: LIMIT }),
            Ok(read) => read.map_err(PeerError::io("reading from a keeper of namespaces"))?,
        };
        match line.trim().parse() {
            Ok(id) => Ok(Self { id, input, stderr, _process: process }),
            Err(_) => Err(PeerError::Failed { what: "making namespaces".into(), stderr: complaint(stderr).await }),
        }
    }

    /// As this machine counts processes.
    pub(crate) fn id(&self) -> u32 {
        self.id
    }

    /// A file that only the keeper sees, for us.
    pub(crate) fn path(&self, path: &Path) -> PathBuf {
        Path::new("/proc").join(self.id.to_string()).join("root").join(path.strip_prefix("/").unwrap_or(path))
    }

    /// Tells it to go on.
    pub(crate) async fn go_on(&mut self) -> Result<(), PeerError> {
        self.input.write_all(b"\n").await.map_err(PeerError::io("telling a keeper of namespaces to go on"))
    }

    /// What it said on standard error up to now.
    pub(crate) async fn complaint(&mut self) -> String {
        complaint(&mut self.stderr).await
    }

    /// A program in some of its namespaces, such as `--net`.
    pub(crate) fn enter(&self, namespaces: &[&str], command: &[&str]) -> Command {
        let target = self.id.to_string();
        let arguments = ["--target", &target].into_iter().chain(namespaces.iter().copied());
        program("nsenter", arguments.chain(["--"]).chain(command.iter().copied()))
    }
}

fn spawn(mut command: Command) -> Result<Child, PeerError> {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(PeerError::io("starting unshare"))
}

async fn complaint(mut stderr: impl AsyncRead + Unpin) -> String {
    let mut text = Vec::new();
    // It may stay open; what has been written is there at once.
    let _ = timeout(Duration::from_millis(100), stderr.read_to_end(&mut text)).await;
    String::from_utf8_lossy(&text).trim().to_owned()
}
