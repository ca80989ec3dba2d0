//! Programs of this machine that peers are made with: argument vectors and standard input, with a limit.

use std::{
    convert::Infallible,
    ffi::OsStr,
    fs,
    process::{Output, Stdio},
    time::Duration,
};

use tokio::{
    io::AsyncWriteExt,
    process::Command,
    time::{sleep, timeout},
};

use crate::PeerError;

/// Nothing that is asked of a peer takes this long, unless the peer hangs.
const LIMIT: Duration = Duration::from_secs(60);

/// A program with its arguments, killed when nobody waits for it any more.
pub(crate) fn program<A: AsRef<OsStr>>(name: &str, arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).kill_on_drop(true);
    command
}

/// Runs it to its end, however it ends.
pub(crate) async fn output(mut command: Command, input: &str) -> Result<Output, PeerError> {
    let what = format!("{:?}", command.as_std().get_program());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(PeerError::io(what.clone()))?;
    let (id, mut stdin) = (child.id(), child.stdin.take());
    let run = async {
        if let Some(stdin) = &mut stdin {
            // A program that ends without reading its input says why itself.
            let _ = stdin.write_all(input.as_bytes()).await;
        }
        drop(stdin);
        child.wait_with_output().await
    };
    let run = async {
        tokio::select! { output = run => output, never = keep_going(id) => match never {} }
    };
    match timeout(LIMIT, run).await {
        Ok(output) => output.map_err(PeerError::io(what)),
        Err(_) => Err(PeerError::TimedOut { what, limit: LIMIT }),
    }
}

/// Lets a program go on whenever it is stopped. A host that shuts down stops its processes before it ends them; `nsenter`
/// then stops itself as well, and the host would wait for the end of a process that only `nsenter` can notice.
async fn keep_going(id: Option<u32>) -> Infallible {
    const PAUSE: Duration = Duration::from_millis(200);
    loop {
        sleep(PAUSE).await;
        let Some(id) = id else { continue };
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        if stat.rsplit(") ").next().is_some_and(|fields| fields.starts_with('T')) {
            let _ = signal("CONT", &[id]).status().await;
        }
    }
}

/// Sends a signal to processes, named as this machine counts; one that is gone already is no error.
pub(crate) fn signal(name: &str, ids: &[u32]) -> Command {
    const SCRIPT: &str = "for id; do kill -\"$0\" \"$id\" 2>/dev/null || :; done";
    let arguments = ["-c", SCRIPT, name].map(str::to_owned).into_iter().chain(ids.iter().map(u32::to_string));
    program("/bin/sh", arguments)
}

/// Runs it, and takes anything but success for a failure of `what`.
pub(crate) async fn succeed(what: &str, command: Command, input: &str) -> Result<String, PeerError> {
    let output = output(command, input).await?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let stderr = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(PeerError::Failed { what: what.to_owned(), stderr })
}
