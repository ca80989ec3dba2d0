use std::{
    collections::BTreeMap,
    io,
    net::IpAddr,
    path::PathBuf,
    process::Stdio,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use serde::Deserialize;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::{Child, ChildStdin, ChildStdout, Command},
    time::timeout,
};

use super::{MachineError, MachineOrder, Machines, Running};

/// How long a program may take to say where its machine is.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long a program may take to end.
const GRACE: Duration = Duration::from_secs(10);

/// Starts a program for each machine.
///
/// It gets the order as one line of JSON on its standard input, prints one line
/// `{"address": "127.0.0.1", "port": 2222, "hostKey": "ssh-ed25519 …"}`, and stays until its input ends.
#[derive(Debug)]
pub struct MachineProgram {
    program: PathBuf,
    running: Mutex<BTreeMap<u32, Process>>,
}

#[derive(Debug)]
struct Process {
    child: Child,
    /// Kept open as long as the machine runs.
    input: ChildStdin,
    /// Kept open as well, so that whatever else the program says does not end it.
    output: BufReader<ChildStdout>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    address: IpAddr,
    port: u16,
    host_key: String,
}

impl MachineProgram {
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        Self { program, running: Mutex::default() }
    }

    fn spawn(&self) -> io::Result<Process> {
        let mut child = Command::new(&self.program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        Ok(Process { child, input, output: BufReader::new(output) })
    }
}

impl Process {
    async fn introduce(&mut self, order: &MachineOrder) -> io::Result<Running> {
        let mut line = serde_json::to_string(order)?;
        line.push('\n');
        self.input.write_all(line.as_bytes()).await?;
        let mut answer = String::new();
        timeout(PATIENCE, self.output.read_line(&mut answer)).await??;
        let Answer { address, port, host_key } = serde_json::from_str(&answer)?;
        Ok(Running { addresses: vec![address], port, host_keys: vec![host_key] })
    }

    /// Closes its input and waits for its end; one that stays is killed.
    async fn end(self) {
        let Self { mut child, input, output } = self;
        drop((input, output));
        if timeout(GRACE, child.wait()).await.is_err() {
            // One that can't be killed has ended.
            let _killed = child.kill().await;
        }
    }
}

#[async_trait]
impl Machines for MachineProgram {
    async fn start(&self, order: &MachineOrder) -> Result<Running, MachineError> {
        let failed = |error: io::Error| MachineError(format!("{}: {error}", self.program.display()));
        let mut process = self.spawn().map_err(failed)?;
        match process.introduce(order).await {
            Ok(running) => {
                self.running.lock().unwrap_or_else(PoisonError::into_inner).insert(order.vmid, process);
                Ok(running)
            }
            Err(error) => {
                process.end().await;
                Err(failed(error))
            }
        }
    }

    async fn stop(&self, vmid: u32) {
        let process = self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&vmid);
        if let Some(process) = process {
            process.end().await;
        }
    }
}
